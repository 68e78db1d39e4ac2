using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace InterviewPrep.EndToEnd;

/// <summary>What a first visit sends over the wire, compressed and with headers, as the browser counts it.</summary>
/// <param name="Files">Bytes by address.</param>
public sealed record Transfer(IReadOnlyDictionary<string, long> Files)
{
    /// <summary>Bytes that the first visit to a lesson may take, scripts and fonts included.</summary>
    public const long Budget = 150 * 1024;

    public long Bytes => Files.Values.Sum();

    public static async Task<Transfer> OfAsync(Visit visit, string address)
    {
        var addresses = new ConcurrentDictionary<string, string>();
        var bytes = new ConcurrentDictionary<string, long>();
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) => addresses[Text(e, "requestId")] = e!.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, e) => bytes[Text(e, "requestId")] = (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        await session.SendAsync("Network.enable");
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        return new Transfer(bytes.GroupBy(b => addresses[b.Key]).ToDictionary(g => g.Key, g => g.Sum(b => b.Value)));

        static string Text(JsonElement? e, string name) => e!.Value.GetProperty(name).GetString()!;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes:N0} bytes: ")
        + string.Join(", ", Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{new Uri(f.Key).AbsolutePath} {f.Value:N0}")));
}
