using InterviewPrep.Content.Tests.Scripting;

namespace InterviewPrep.Content.Tests.Markdown.CommonMark;

/// <summary>The examples of the CommonMark specification, from the package that publishes it.</summary>
public sealed class CommonMarkTests
{
    private const string Folder = "tests/InterviewPrep.Content.Tests/";

    // The specification shows tabs as arrows.
    private static readonly IReadOnlyList<SpecExample> Examples =
        SpecExample.Read("CommonMark", File.ReadAllText(Repository.Path(Folder + "node_modules/commonmark-spec/spec.txt")).Replace('→', '\t'));

    private static readonly ILookup<int, string> Listed = Differences.Read(Repository.Path(Folder + "Markdown/CommonMark/differences.md"));

    public static TheoryData<int> Numbers => [.. Examples.Select(e => e.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_renders_as_specified_unless_it_is_listed(int number)
    {
        var example = Examples[number - 1];
        var html = Rendered.Lesson(example.Markdown).Html.Trim('\n');
        var specified = example.Html.Trim('\n');
        if (!Listed[number].Any())
        {
            Assert.Equal(specified, html);
            return;
        }

        Assert.NotEqual(specified, html);
        if (Differences.Apply(Listed[number], specified) is { } expected) Assert.Equal(Differences.Typed(expected.Trim('\n')), Differences.Typed(html));
    }

    [Fact]
    public void The_whole_specification_is_there_and_only_its_examples_are_listed()
    {
        Assert.Equal(652, Examples.Count);
        Assert.All(Listed, l => Assert.InRange(l.Key, 1, Examples.Count));
        Assert.All(Listed, l => Assert.Distinct(l));
    }
}
