using System.Net;
using System.Net.Sockets;
using System.Text;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Mails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>How mails leave.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task A_mail_goes_out_by_smtp()
    {
        using var server = new Server();
        var settings = Read(("Host", "127.0.0.1"), ("Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Security", "None"))!;
        using var mailbox = new SmtpMailbox(settings, TimeProvider.System, NullLogger<SmtpMailbox>.Instance);
        await mailbox.StartAsync(TestContext.Current.CancellationToken);
        mailbox.Drop(new Mail("ada@example.org", "Grüße", "Hello.\nA link: https://study.example.org/?a=b"));
        var text = await server.ReceivedAsync();
        await mailbox.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains("From: InterviewPrep <study@example.org>", text, StringComparison.Ordinal);
        Assert.Contains("To: ada@example.org", text, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", text, StringComparison.Ordinal);
        Assert.Contains("https://study.example.org/?a=b", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_host_there_is_no_mail() => Assert.Null(MailSettings.Read(new ConfigurationBuilder().Build()));

    [Theory]
    [InlineData("Port", "0", "Mail:Port is '0'")]
    [InlineData("Port", "many", "Mail:Port is 'many'")]
    [InlineData("From", "", "Mail:From is missing")]
    [InlineData("SiteUrl", "", "Mail:SiteUrl is missing")]
    [InlineData("SiteUrl", "ftp://example.org", "Mail:SiteUrl is missing")]
    [InlineData("Security", "Maybe", "Mail:Security is 'Maybe'")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<SettingException>(() => Read(("Host", "mail.example.org"), (key, value))).Message, StringComparison.Ordinal);

    private static MailSettings? Read(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Mail:From"] = "InterviewPrep <study@example.org>", ["Mail:SiteUrl"] = "https://study.example.org" };
        foreach (var (key, value) in settings) all["Mail:" + key] = value;
        return MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }

    /// <summary>As much of a mail server as takes one mail.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<string> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Server()
        {
            _listener.Start();
            _ = TalkAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task<string> ReceivedAsync() => _received.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        public void Dispose() => _listener.Dispose();

        private async Task TalkAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } more && more != ".") text.AppendLine(more);
                    await writer.WriteLineAsync("250 taken");
                    _received.TrySetResult(text.ToString());
                }
                else
                {
                    await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 fine");
                }
            }
        }
    }
}
