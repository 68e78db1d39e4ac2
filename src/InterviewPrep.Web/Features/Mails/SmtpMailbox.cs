using System.Threading.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace InterviewPrep.Web.Features.Mails;

/// <summary>Delivers mails one after the other in the background; what cannot be delivered is in the log and given up.</summary>
public sealed class SmtpMailbox(MailSettings settings, TimeProvider time, ILogger<SmtpMailbox> logger) : BackgroundService, IMailbox
{
    private const int Waiting = 1_000;
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    private readonly Channel<Mail> _mails = Channel.CreateBounded<Mail>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <inheritdoc/>
    public bool IsSetUp => true;

    /// <inheritdoc/>
    public void Drop(Mail mail) => _mails.Writer.TryWrite(mail);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _mails.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            for (var attempt = 1; !await TryDeliverAsync(mail, attempt, stoppingToken).ConfigureAwait(false) && attempt < Tries; attempt++)
                await Task.Delay(Pause * attempt, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryDeliverAsync(Mail mail, int attempt, CancellationToken cancellation)
    {
        try
        {
            using var message = new MimeMessage([settings.From], [MailboxAddress.Parse(mail.To)], mail.Subject, new TextPart("plain") { Text = mail.Text });
            using var client = new SmtpClient { Timeout = 30_000 };
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellation).ConfigureAwait(false);
            if (settings.UserName.Length > 0) await client.AuthenticateAsync(settings.UserName, settings.Password, cancellation).ConfigureAwait(false);
            await client.SendAsync(message, cancellation).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or CommandException or ProtocolException or System.Net.Sockets.SocketException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or ParseException or TimeoutException)
        {
            logger.LogError(e, "A mail could not be delivered through {Host} (try {Attempt} of {Tries}).", settings.Host, attempt, Tries);
            return false;
        }
    }
}
