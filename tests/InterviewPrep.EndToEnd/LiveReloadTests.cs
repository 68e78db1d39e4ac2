using InterviewPrep.Testing;

namespace InterviewPrep.EndToEnd;

/// <summary>An edit comes to the page by itself; a broken one does not, and says why.</summary>
public sealed class LiveReloadTests(Browser browser) : IAsyncLifetime
{
    private const int Patience = 120_000;

    private static readonly Uri Address = new("/lessons/first-come", UriKind.Relative);

    private readonly string _folder = Directory.CreateTempSubdirectory("edited").FullName;
    private RunningApp? _app;
    private EditedSite? _site;

    private string Lesson => Path.Combine(_folder, "queues", "first-come.md");

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(MiniatureSite.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(MiniatureSite.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _site = new EditedSite(_folder);
        await _site.InitializeAsync();
        _app = _site.App;
    }

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = Patience)]
    public async Task An_edit_is_on_the_page_by_itself()
    {
        using var client = new HttpClient { BaseAddress = _site!.Address };
        await client.GetStringAsync(Address, TestContext.Current.CancellationToken);
        foreach (var word in new[] { "Quokka", "Wombat", "Numbat", "Bilby", "Potoroo" })
        {
            await File.AppendAllTextAsync(Lesson, $"\n{word} was here.\n", TestContext.Current.CancellationToken);
            while (!(await client.GetStringAsync(Address, TestContext.Current.CancellationToken)).Contains(word, StringComparison.Ordinal))
            {
                // Asked again until it is there; the test's patience ends it, and tests/load/scale.sh measures how long it takes.
            }
        }

        await using var visit = await browser.VisitAsync(_site);
        await visit.OpenAsync("/lessons/first-come");
        Assert.Contains("Potoroo was here.", await visit.Page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_broken_edit_keeps_the_last_good_page_and_is_explained()
    {
        await using var visit = await browser.VisitAsync(_site!);
        var good = await File.ReadAllTextAsync(Lesson, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Lesson, good.Replace("minutes: 5", "minuets: 5", StringComparison.Ordinal) + "\nBroken $\\frac{$ edit.\n", TestContext.Current.CancellationToken);
        await UntilAsync(visit, "/diagnostics", "The last edit is not served.");
        var explained = await visit.Page.Locator("main").InnerTextAsync();
        Assert.Contains("queues/first-come.md", explained, StringComparison.Ordinal);
        Assert.Contains("minuets", explained, StringComparison.Ordinal);
        Assert.Contains("last good edition stays", _app!.Log, StringComparison.Ordinal);
        Assert.Equal(200, await visit.OpenAsync("/lessons/first-come"));
        Assert.DoesNotContain("Broken", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("First come, first served?", await visit.Page.Locator("h1").InnerTextAsync());

        await File.WriteAllTextAsync(Lesson, good + "\nMended now.\n", TestContext.Current.CancellationToken);
        await UntilAsync(visit, "/lessons/first-come", "Mended now.");
        await visit.OpenAsync("/diagnostics");
        Assert.DoesNotContain("not served", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_new_lesson_a_new_figure_and_a_new_title_appear_everywhere()
    {
        await using var visit = await browser.VisitAsync(_site!);
        var module = Path.Combine(_folder, "growth", "module.yaml");
        await File.WriteAllTextAsync(Path.Combine(_folder, "growth", "fresh.md"), (await File.ReadAllTextAsync(Lesson, TestContext.Current.CancellationToken))
            .Replace("id: first-come", "id: fresh", StringComparison.Ordinal).Replace("title: First come, first served?", "title: Fresh bread", StringComparison.Ordinal)
            .Replace("concepts: [queues.order]", "concepts: [growth.order]", StringComparison.Ordinal).Replace(":::check order-0", "Not order ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(module, (await File.ReadAllTextAsync(module, TestContext.Current.CancellationToken)).Replace("plain-words]", "plain-words, fresh]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await UntilAsync(visit, "/course", "Fresh bread");
        Assert.Equal(200, await visit.OpenAsync("/lessons/fresh"));
        await visit.OpenAsync("/search?q=fresh+bread");
        Assert.Contains("Fresh bread", await visit.Page.Locator("#results").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Visit visit, string address, string text)
    {
        do
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await visit.OpenAsync(address);
        }
        while (!(await visit.Page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal));
    }
}
