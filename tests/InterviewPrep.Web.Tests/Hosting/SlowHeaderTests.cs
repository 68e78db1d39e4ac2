using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using InterviewPrep.Testing;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Who sends the headers of a request byte by byte is cut off, and holds up nobody meanwhile.</summary>
public sealed class SlowHeaderTests
{
    private const int Connections = 500;

    [Fact]
    public async Task Headers_that_trickle_are_cut_off_while_others_are_served()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var content = Directory.CreateTempSubdirectory("course").FullName;
        SyntheticCourse.Write(content, 1);
        await using var app = await RunningApp.StartAsync(content, "Production", "--Connections:HeaderSeconds", "1");
        var watch = Stopwatch.StartNew();
        var cut = Enumerable.Range(0, Connections).Select(_ => TrickleAsync(app.Address, cancellation)).ToList();
        using var client = new HttpClient { BaseAddress = app.Address };
        var served = 0;
        while (!cut.TrueForAll(t => t.IsCompleted))
        {
            using var page = await client.GetAsync(new Uri("/lessons/lesson-0", UriKind.Relative), cancellation);
            Assert.True(page.IsSuccessStatusCode);
            served++;
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "They were not cut off.");
        }

        Assert.All(await Task.WhenAll(cut), answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer));
        Assert.True(served > 0);
        Directory.Delete(content, recursive: true);
    }

    /// <summary>Sends one byte after the other, without an end, until the server has enough.</summary>
    /// <returns>What it said.</returns>
    private static async Task<string> TrickleAsync(Uri address, CancellationToken cancellation)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = socket.GetStream();
        var answer = new StringBuilder();
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), cancellation);
        var read = ReadAsync();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!read.IsCompleted && await beat.WaitForNextTickAsync(cancellation)) await stream.WriteAsync("x"u8.ToArray(), cancellation);
        }
        catch (IOException)
        {
            // It is closed.
        }

        await read;
        return answer.ToString();

        async Task ReadAsync()
        {
            var buffer = new byte[1024];
            try
            {
                while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count) answer.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
            catch (IOException)
            {
                // It was closed the hard way.
            }
        }
    }
}
