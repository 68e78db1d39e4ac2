using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Reporting;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Reporting;

public sealed class CourseReportTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LoadedCourse Loaded => new CourseLoader(_folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken);

    private string Block(string name) => CourseReport.Blocks(Loaded, []).Single(b => b.Key == name).Value;

    [Fact]
    public void Figures_are_those_of_the_course()
    {
        Assert.Contains("| questions of lessons | 8 |\n| questions of decks | 0 |\n", Block("counts"), StringComparison.Ordinal);
        Assert.Contains("| Attention | 2 |", Block("modules"), StringComparison.Ordinal);
        Assert.Contains("| **all** | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 2 | 3 | 2 | 1 |\n", Block("questions"), StringComparison.Ordinal);
        Assert.Contains("| objectives that a question tests | 3 | 3 |\n", Block("objectives"), StringComparison.Ordinal);
        Assert.Contains("| variants of numeric questions, all checked | 4 |  |\n", Block("items"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_and_the_place_of_keys_are_counted()
    {
        _folder.Edit("attention/dot-products.quiz.yaml", "correct: true, text: \"11\"", "correct: true, text: \"11 exactly\"");
        var items = Block("items");
        Assert.Contains("| the key is longer than every other option | 1 | 100.0 % |\n", items, StringComparison.Ordinal);
        Assert.Contains("| expected of either by chance, without ties |  | 33.3 % |\n", items, StringComparison.Ordinal);
        Assert.Contains("| the key is written as A (shown in random order) | 1 | 100.0 % |\n", items, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_that_leads_back_is_counted()
    {
        Assert.Contains("| ladders that lead back to one of their own rungs | 0 |\n", Block("ladders"), StringComparison.Ordinal);
        Assert.Contains("| rungs of the longest ladder | 2 |\n", Block("ladders"), StringComparison.Ordinal);
        _folder.Edit("attention/scaling.quiz.yaml", "    checks: [\"layers < ctx\"]", "    checks: [\"layers < ctx\"]\n    followups: [scale-01]");
        Assert.Contains("| ladders that lead back to one of their own rungs | 1 |\n", Block("ladders"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_gets_its_blocks_and_keeps_the_rest()
    {
        var document = CourseReport.Refresh("Before.\n<!-- report: ladders -->\nold\n<!-- end -->\nBetween.\n<!-- report: counts -->\n<!-- end -->\nAfter.\n", Loaded, []);
        Assert.Equal($"Before.\n<!-- report: ladders -->\n{Block("ladders")}<!-- end -->\nBetween.\n<!-- report: counts -->\n{Block("counts")}<!-- end -->\nAfter.\n", document);
        Assert.Equal(document, CourseReport.Refresh(document, Loaded, []));
    }

    [Theory]
    [InlineData("<!-- report: nothing -->\n<!-- end -->\n", "There is no block 'nothing'")]
    [InlineData("<!-- report: counts -->\n", "has no end")]
    public void A_wrong_mark_is_said(string document, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => CourseReport.Refresh(document, Loaded, [])).Message, StringComparison.Ordinal);
}
