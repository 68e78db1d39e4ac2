using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Reporting;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Reporting;

public sealed class ProseNumbersTests
{
    private static NumberCoverage Coverage(string text)
    {
        using var folder = new CourseFolder();
        folder.Edit("attention/scaling.md", "A cache of {{= 2 * 32 * 8 * 128 * 4096 * 2 | GiB }} is not small.", text);
        return ProseNumbers.Of(new CourseLoader(folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken)).Single(c => c.Lesson == "scaling");
    }

    private static IEnumerable<string> Left(string text) => Coverage(text).Left.Select(n => n.Text);

    [Fact]
    public void A_number_that_nothing_holds_is_found_at_its_place()
    {
        var number = Assert.Single(Coverage("A cache of 37 GiB.").Left);
        Assert.Equal(("37", "attention/scaling.md", 31, 12, false, "A cache of 37 GiB."), (number.Text, number.Position.File, number.Position.Line, number.Position.Column, number.IsSourced, number.Context));
    }

    [Theory]
    [InlineData("The weight is 0.6652, to three digits 0.665, or 66.52 %.")]
    [InlineData("Computed from {{= 40_000 * 3 }}: 40,000 times 3 is 120,000, or $120{,}000$, 120k for short.")]
    [InlineData("A share of {{= 7 / 19 }} is 0.368.")]
    public void A_check_or_a_computed_number_holds_it_however_it_is_written(string text) => Assert.Empty(Left(text));

    [Theory]
    [InlineData("0.6653")]
    [InlineData("0.3 of it")]
    [InlineData("8.03B")]
    public void Another_number_is_not_held(string text) => Assert.NotEmpty(Left(text));

    [Theory]
    [InlineData("Twelve is 12, the year is 2017.")]
    [InlineData("GPT-35, Llama-3.1 and a 70B model are names, `code 37` and [a link](https://example.org/37) are not prose.")]
    [InlineData("```python\nx = 37\n```")]
    [InlineData("As they say [@vaswani2017, §37].")]
    public void What_is_small_a_year_a_name_or_no_prose_is_not_counted(string text) => Assert.Empty(Left(text));

    [Fact]
    public void A_paragraph_with_a_citation_sources_its_numbers_and_no_others()
    {
        var coverage = Coverage("It took 37 days [@vaswani2017].\n\nAnd 41 nights.");
        Assert.Equal((1, "41"), (coverage.Sourced, Assert.Single(coverage.Open).Text));
    }

    [Fact]
    public void Numbers_of_a_text_are_counted_by_how_they_are_held()
    {
        var coverage = Coverage("{{= 20 * 20 }} or 400, and 37.");
        Assert.Equal((1, 1, 1), (coverage.Computed, coverage.Checked, coverage.Left.Length));
    }
}
