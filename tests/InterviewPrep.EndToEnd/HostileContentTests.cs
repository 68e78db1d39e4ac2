using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InterviewPrep.EndToEnd;

/// <summary>Nothing that stands in a course or comes in a query runs in a reader's browser.</summary>
public sealed class HostileContentTests(Browser browser, MiniatureSite site) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hostile").FullName;
    private HostileSite? _hostile;

    public async ValueTask InitializeAsync()
    {
        Write(_folder);
        _hostile = new HostileSite(_folder);
        await _hostile.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _hostile!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_in_a_course_runs()
    {
        await using var visit = await browser.VisitAsync(_hostile!);
        var seen = new StringBuilder();
        foreach (var page in _hostile!.Pages.Concat(["/search?q=attack", "/search?q=onerror", "/diagnostics"]))
        {
            Assert.Equal(200, await visit.OpenAsync(page));
            await visit.SettleAsync();
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await AssertHarmlessAsync(visit, page);
            seen.Append(await visit.Page.Locator("main").InnerTextAsync());
        }

        Assert.True(_hostile.Lessons.Count() > Attacks.All.Count / 2, "Most attacks leave a lesson that can be read.");
        Assert.Contains("onerror", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_query_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var attack in Attacks.All)
        {
            await visit.OpenAsync("/search?q=" + Uri.EscapeDataString(attack));
            await AssertHarmlessAsync(visit, attack);
            var typed = await visit.Page.Locator("main input[type=search]").InputValueAsync();
            Assert.Equal(Normal(attack)[..Math.Min(20, Normal(attack).Length)], Normal(typed)[..Math.Min(20, Normal(typed).Length)]);
        }
    }

    [Fact]
    public async Task Nothing_in_an_address_or_an_anchor_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var attack in Attacks.All)
        {
            await visit.OpenAsync("/lessons/" + Uri.EscapeDataString(attack));
            await AssertHarmlessAsync(visit, attack);
            await visit.OpenAsync("/lessons/littles-law#" + Uri.EscapeDataString(attack));
            await AssertHarmlessAsync(visit, attack);
        }
    }

    [Fact]
    public async Task Nothing_typed_into_search_runs()
    {
        await using var visit = await browser.VisitAsync(_hostile!);
        await visit.OpenAsync("/search");
        foreach (var attack in Attacks.All.Where(a => !a.Contains('\n', StringComparison.Ordinal)).Take(12))
        {
            var answer = visit.Page.WaitForResponseAsync(r => r.Url.Contains("/search?", StringComparison.Ordinal));
            await visit.Page.Locator("main input[type=search]").FillAsync(attack);
            await answer;
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('#results .status')");
            await AssertHarmlessAsync(visit, attack);
        }
    }

    private static string Normal(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static async Task AssertHarmlessAsync(Visit visit, string attack)
    {
        var found = await visit.AskAsync<string[]>("""
            () => {
              const found = window.__ran ? ["it ran"] : [];
              for (const e of document.querySelectorAll("*")) {
                for (const { name, value } of e.attributes) {
                  if (name.startsWith("on") || name === "style" || name === "srcdoc" || name === "formaction") found.push(`${e.localName} ${name}=${value}`);
                  if (/^(href|src|action|data|xlink:href)$/.test(name) && !/^(https?:\/\/|\/(?!\/)|#)/.test(value)) found.push(`${e.localName} ${name}=${value}`);
                  if (/^(src|srcset|data)$/.test(name) && /attack\.example/.test(value)) found.push(`${e.localName} ${name}=${value}`);
                }
                if (/^(script|style|iframe|object|embed|base|foreignobject|animate|set)$/i.test(e.localName) && !(e.localName === "script" && e.src.startsWith(location.origin))) found.push(e.localName);
                if (e.localName === "meta" && e.httpEquiv) found.push("meta " + e.httpEquiv);
              }
              return found;
            }
            """);
        Assert.True(found.Length == 0, $"{attack}\n{string.Join('\n', found)}");
        await visit.AssertCleanAsync();
    }

    // One lesson for each attack, since an error leaves out what holds it; each field of the course holds some too.
    private static void Write(string folder)
    {
        var lessons = Attacks.All.Select((_, i) => Name(i)).ToList();
        var module = Directory.CreateDirectory(Path.Combine(folder, "module")).FullName;
        var figures = Directory.CreateDirectory(Path.Combine(module, "figures")).FullName;
        File.WriteAllText(Path.Combine(folder, "course.yaml"), $"id: hostile\ntitle: {Quote(Attacks.All[0])}\ndescription: {Quote(Attacks.All[5])}\nmodules: [module]\n");
        File.WriteAllText(Path.Combine(module, "module.yaml"), $"id: module\ntitle: {Quote(Attacks.All[6])}\nsummary: {Quote(Attacks.All[7])}\nlessons: [{string.Join(", ", lessons)}]\n");
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), string.Concat(Attacks.All.Select((a, i) => $"- {{ id: source-{i}, title: {Quote(a)}, authors: {Quote(a)}, year: 2026, note: {Quote(a)} }}\n")) + $"- {{ id: link, title: Link, authors: Nobody, year: 2026, url: \"javascript:window.__ran=1\" }}\n");
        File.WriteAllText(Path.Combine(folder, "concepts.yaml"), string.Concat(Attacks.All.Select((a, i) => $"- {{ id: topic.c{i}, title: {Quote(a)}, lesson: {Name(i)}#section, definition: {Quote(a)} }}\n")));
        File.WriteAllText(Path.Combine(folder, "misconceptions.yaml"), string.Concat(Attacks.All.Select((a, i) => $"- {{ id: belief-{i}, belief: {Quote(a)}, correction: {Quote(a)}, concept: topic.c{i} }}\n")));
        foreach (var (i, attack) in Attacks.All.Index())
        {
            File.WriteAllText(Path.Combine(module, $"{Name(i)}.md"), $"---\nid: {Name(i)}\ntitle: {Quote(attack)}\nsummary: {Quote(attack)}\nminutes: 5\nobjectives: [{Quote(attack)}]\nfacts: [{Quote(attack)}]\nconcepts: [topic.c{i}]\nsources: [source-{i}]\nreviewed: 2026-11-25\n---\n\nThis is attack {i}.\n\n## Section {{#section}}\n\n{attack}\n\nInline {attack.ReplaceLineEndings(" ")} too [@source-{i}].\n\n:::check q-{i}\n\n![figure](figures/f{i}.svg)\n");
            File.WriteAllText(Path.Combine(module, $"{Name(i)}.quiz.yaml"), $"lesson: {Name(i)}\nquestions:\n  - id: q-{i}\n    version: 1\n    type: single\n    concepts: [topic.c{i}]\n    level: 1\n    section: section\n    prompt: {Quote(attack)}\n    options:\n      - {{ id: a, correct: true, text: {Quote(attack)}, why: {Quote(attack)} }}\n      - {{ id: b, text: {Quote("Other " + attack)}, why: {Quote(attack)} }}\n    explain: {Quote(attack)}\n    sources: [source-{i}]\n");
            File.WriteAllText(Path.Combine(figures, $"f{i}.svg"), $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" role=\"img\"><title>x</title>{(attack.StartsWith('<') ? attack : "<a href=\"javascript:window.__ran=1\"><text>x</text></a>")}</svg>");
        }
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"attack-{index}");

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}

/// <summary>The application in development, over a course that attacks its readers.</summary>
public sealed class HostileSite(string folder) : Site
{
    protected override string Content => folder;

    protected override string Environment => "Development";
}
