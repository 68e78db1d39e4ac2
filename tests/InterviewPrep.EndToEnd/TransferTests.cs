using System.Net;
using System.Text.Json;
using InterviewPrep.Testing;

namespace InterviewPrep.EndToEnd;

/// <summary>What goes over the wire.</summary>
public sealed class TransferTests(Browser browser, MiniatureSite site)
{
    [Fact]
    public async Task A_first_visit_to_a_lesson_with_formulas_and_code_is_within_its_budget()
    {
        await using var visit = await browser.VisitAsync(site);
        var transfer = await Transfer.OfAsync(visit, "/lessons/littles-law");
        Assert.True(transfer.Bytes <= Transfer.Budget, transfer.ToString());
        Assert.Contains(transfer.Files.Keys, f => f.Contains("/fonts/math", StringComparison.Ordinal));
        Assert.Single(transfer.Files.Keys, f => f.EndsWith(".css", StringComparison.Ordinal)); // Nothing is painted before the last.
    }

    [Fact]
    public async Task A_second_visit_sends_no_page_and_no_asset_again()
    {
        await using var visit = await browser.VisitAsync(site);
        await Transfer.OfAsync(visit, "/lessons/littles-law");
        var again = await Transfer.OfAsync(visit, "/lessons/littles-law");
        Assert.True(again.Bytes < 2_000, again.ToString());
    }

    [Fact]
    public void Every_text_asset_of_ours_is_compressed_once_and_kept_for_a_year_under_its_fingerprint()
    {
        var manifest = Path.ChangeExtension(RunningApp.Assembly, "staticwebassets.endpoints.json");
        using var document = JsonDocument.Parse(File.ReadAllText(manifest));
        var endpoints = document.RootElement.GetProperty("Endpoints").EnumerateArray().Select(Endpoint.Of).ToList();
        var ours = endpoints.Where(e => !e.Route.StartsWith('_') && e.Extension is ".css" or ".js" or ".svg").ToList();
        Assert.NotEmpty(ours);
        Assert.Empty(ours.GroupBy(e => e.Route).Where(g => g.All(e => e.Encoding != "br")).Select(g => g.Key));
        Assert.Empty(endpoints.Where(e => e.Fingerprint is not null && !e.CacheControl.Contains("immutable", StringComparison.Ordinal)).Select(e => e.Route));
    }

    [Fact]
    public async Task Assets_of_a_lesson_come_compressed_and_immutable()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli }) { BaseAddress = site.Address };
        await using var visit = await browser.VisitAsync(site);
        var transfer = await Transfer.OfAsync(visit, "/lessons/littles-law");
        foreach (var file in transfer.Files.Keys.Where(f => Path.HasExtension(new Uri(f).AbsolutePath)))
        {
            using var response = await client.GetAsync(new Uri(file), HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);
            Assert.Equal("max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!file.EndsWith("woff2", StringComparison.Ordinal)) Assert.DoesNotContain('\uFFFD', text);
            using var raw = new HttpClient();
            raw.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
            using var compressed = await raw.GetAsync(new Uri(file), TestContext.Current.CancellationToken);
            Assert.Equal(file.EndsWith("woff2", StringComparison.Ordinal) ? [] : ["br"], compressed.Content.Headers.ContentEncoding);
        }
    }

    private sealed record Endpoint(string Route, string Extension, string Encoding, string? Fingerprint, string CacheControl)
    {
        public static Endpoint Of(JsonElement e)
        {
            var route = e.GetProperty(nameof(Route)).GetString()!;
            return new Endpoint(
                route,
                Path.GetExtension(route),
                Pairs(e, "Selectors").Where(s => s.Name == "Content-Encoding").Select(s => s.Value).SingleOrDefault(""),
                Pairs(e, "EndpointProperties").Where(p => p.Name == "fingerprint").Select(p => p.Value).SingleOrDefault(),
                Pairs(e, "ResponseHeaders").Where(h => h.Name == "Cache-Control").Select(h => h.Value).Single());
        }

        private static IEnumerable<(string Name, string Value)> Pairs(JsonElement endpoint, string list) =>
            endpoint.GetProperty(list).EnumerateArray().Select(p => (p.GetProperty("Name").GetString()!, p.GetProperty("Value").GetString()!));
    }
}
