using System.Collections.Immutable;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The setting <c>Administrators</c>: who looks after this instance.</summary>
/// <param name="Addresses">E-mail addresses of accounts, whatever the case of their letters.</param>
public sealed record AdministratorSetting(ImmutableHashSet<string> Addresses)
{
    private const string Setting = "Administrators";

    /// <summary>Reads it, as a list or separated by commas; nobody when nothing is said.</summary>
    /// <exception cref="SettingException">One of them is no address.</exception>
    public static AdministratorSetting Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var addresses = configuration.GetSection(Setting).GetChildren().Select(c => c.Value)
            .Concat((configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .OfType<string>().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return addresses.FirstOrDefault(a => !Registration.IsAddress(a)) is { } wrong
            ? throw new SettingException($"{Setting} holds '{wrong}'; it must be the e-mail address of an account.")
            : new AdministratorSetting(addresses);
    }
}
