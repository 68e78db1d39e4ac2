using System.Globalization;
using InterviewPrep.Data.Storage;
using MailKit.Security;
using MimeKit;

namespace InterviewPrep.Web.Features.Mails;

/// <summary>How mails leave.</summary>
/// <param name="Host">Name of the mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="UserName">Empty for a server that asks for none.</param>
/// <param name="Password">Of the user.</param>
/// <param name="From">Sender.</param>
/// <param name="SiteUrl">Where links in mails lead: never what a request says of itself.</param>
public sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string UserName, string Password, MailboxAddress From, Uri SiteUrl)
{
    private const int SubmissionPort = 587;

    /// <summary>Reads <c>Mail:*</c>; <see langword="null"/> without a host.</summary>
    /// <exception cref="SettingException">A value cannot be used.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host) return null;
        var port = SubmissionPort;
        if (mail["Port"] is { Length: > 0 } number && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue))
            throw new SettingException($"Mail:Port is '{number}'; it must be a number from 1 to 65535.");
        if (!MailboxAddress.TryParse(mail["From"], out var from))
            throw new SettingException("Mail:From is missing or no address; write it like InterviewPrep <study@example.org>.");
        if (!Uri.TryCreate(mail["SiteUrl"], UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
            throw new SettingException("Mail:SiteUrl is missing; links in mails need the address of this site, such as https://study.example.org.");
        return new MailSettings(host, port, SecurityOf(mail["Security"]), mail["UserName"] ?? "", mail["Password"] ?? "", from, site);
    }

    private static SecureSocketOptions SecurityOf(string? text) => text switch
    {
        null or "" or "StartTls" => SecureSocketOptions.StartTls,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "None" => SecureSocketOptions.None,
        _ => throw new SettingException($"Mail:Security is '{text}'; it must be StartTls, Tls or None."),
    };
}
