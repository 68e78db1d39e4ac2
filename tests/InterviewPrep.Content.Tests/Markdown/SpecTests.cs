using InterviewPrep.Content.Tests.Scripting;

namespace InterviewPrep.Content.Tests.Markdown;

/// <summary>The files beside this one are the manual of the course's Markdown; each of their examples is a test.</summary>
public sealed class SpecTests
{
    private static readonly IReadOnlyList<SpecExample> Examples =
    [
        .. Directory.GetFiles(Repository.Path("tests/InterviewPrep.Content.Tests/Markdown/Specs"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(f => SpecExample.Read(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))),
    ];

    public static TheoryData<string> Names => [.. Examples.Select(e => e.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_renders_as_the_manual_says(string name)
    {
        var example = Examples.Single(e => e.ToString() == name);
        var rendered = Rendered.Of(example);
        Assert.Equal(example.Html.Trim('\n'), rendered.Html.Trim('\n'));
        Assert.Equal(example.Diagnostics.Trim(), rendered.Places);
    }

    [Fact]
    public void Every_kind_of_syntax_has_its_file() => Assert.Equal(
        ["alerts", "citations", "code", "computed", "directives", "figures", "footnotes", "headings", "links", "lists", "math", "refused", "tables", "typography"],
        Examples.Select(e => e.File).Distinct());
}
