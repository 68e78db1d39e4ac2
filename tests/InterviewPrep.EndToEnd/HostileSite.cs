using System.Globalization;
using System.Text.Json;
using InterviewPrep.Testing.Hostile;

namespace InterviewPrep.EndToEnd;

/// <summary>The application in development, over a course that attacks its readers.</summary>
public sealed class HostileSite : Site
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hostile").FullName;

    protected override string Content => _folder;

    protected override string Environment => "Development";

    public override async ValueTask InitializeAsync()
    {
        Write(_folder);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
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
