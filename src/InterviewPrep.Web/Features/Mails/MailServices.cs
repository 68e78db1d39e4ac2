using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Features.Mails;

/// <summary>Registration.</summary>
public static class MailServices
{
    /// <summary>A mail server when the settings name one; else, in development, a page that shows them.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (MailSettings.Read(builder.Configuration) is { } settings)
        {
            services.AddSingleton(settings);
            services.AddSingleton<SmtpMailbox>();
            services.AddSingleton<IMailbox>(provider => provider.GetRequiredService<SmtpMailbox>());
            services.AddHostedService(provider => provider.GetRequiredService<SmtpMailbox>());
        }
        else if (builder.Environment.IsDevelopment())
        {
            services.AddSingleton<DevelopmentMailbox>();
            services.AddSingleton<IMailbox>(provider => provider.GetRequiredService<DevelopmentMailbox>());
        }
        else
        {
            services.AddSingleton<IMailbox, NoMailbox>();
        }
    }
}
