using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>What a window has received over the wire so far, compressed and with headers, as the browser counts it.</summary>
public sealed class Transfer
{
    /// <summary>Bytes that the first visit to a lesson may take, scripts and fonts included.</summary>
    public const long Budget = 150 * 1024;

    private readonly ConcurrentDictionary<string, string> _addresses = new();
    private readonly ConcurrentDictionary<string, long> _bytes = new();

    private Transfer(ICDPSession session)
    {
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) => _addresses[Text(e, "requestId")] = e!.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, e) => _bytes[Text(e, "requestId")] = (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
    }

    /// <summary>Bytes by address.</summary>
    public IReadOnlyDictionary<string, long> Files => Sent.GroupBy(b => _addresses[b.Key]).ToDictionary(g => g.Key, g => g.Sum(b => b.Value));

    public long Bytes => Sent.Sum(b => b.Value);

    // What is within a style sheet was counted with it.
    private IEnumerable<KeyValuePair<string, long>> Sent => _bytes.Where(b => !_addresses[b.Key].StartsWith("data:", StringComparison.Ordinal));

    /// <summary>Counts from now on.</summary>
    public static async Task<Transfer> StartAsync(Visit visit)
    {
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        var transfer = new Transfer(session);
        await session.SendAsync("Network.enable");
        return transfer;
    }

    /// <summary>What one page takes.</summary>
    public static async Task<Transfer> OfAsync(Visit visit, string address)
    {
        var transfer = await StartAsync(visit);
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        return transfer;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes:N0} bytes: ")
        + string.Join(", ", Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{new Uri(f.Key).AbsolutePath} {f.Value:N0}")));

    private static string Text(JsonElement? e, string name) => e!.Value.GetProperty(name).GetString()!;
}
