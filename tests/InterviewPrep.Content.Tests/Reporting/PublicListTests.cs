using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Reporting;
using InterviewPrep.Core.Courses;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Reporting;

/// <summary>Public lists are held against what the course has, and counted.</summary>
public sealed class PublicListTests : IDisposable
{
    private const string Columns = "item\ttopic\tscope\tlesson\tquestions";

    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LoadedCourse Loaded => new CourseLoader(_folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken);

    private Course Course => Loaded.Course;

    [Fact]
    public void Items_are_counted_by_what_answers_and_what_tests_them()
    {
        var loaded = Loaded;
        var list = PublicList.Read(
            "a.tsv",
            ["# somebody/list, 2026", Columns, "1\tscaling\tyes\tscaling\tscale-01,scale-02", "2\tdot products\tyes\tdot-products\t-", "3\tin an explanation\tyes\tquestion:scale-02\t-", "4\tnothing\tyes\t-\t-", "5\tads\tno: recommenders\t-\t-", ""],
            loaded.Course);
        Assert.Equal("somebody/list, 2026", list.Title);
        Assert.Equal([("1", true, true, true), ("2", true, true, false), ("3", true, true, false), ("4", true, false, false), ("5", false, false, false)], list.Items.Select(i => (i.Id, i.IsInScope, i.IsAnswered, i.IsTested)));
        var block = CourseReport.Blocks(loaded, [list]).Single(b => b.Key == "lists").Value;
        Assert.Contains("| somebody/list, 2026 | 5 | 4 | 3 | 75.0 % | 1 | 25.0 % |\n| **all** | 5 | 4 | 3 | 75.0 % | 1 | 25.0 % |\n", block, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\tx\tyes\tno-such-lesson\t-", "a.tsv:3: there is no section 'no-such-lesson'")]
    [InlineData("1\tx\tyes\tscaling#no-such-section\t-", "a.tsv:3: there is no section 'scaling#no-such-section'")]
    [InlineData("1\tx\tyes\tscaling\tscale-01, no-such-question", "a.tsv:3: there is no question 'no-such-question'")]
    [InlineData("1\tx\tyes\tquestion:gone-01\t-", "a.tsv:3: there is no question 'gone-01'")]
    [InlineData("1\tx\tperhaps\tscaling\t-", "a.tsv:3: the scope is 'yes' or 'no: reason'")]
    [InlineData("1\tx\tyes\tscaling", "a.tsv:3: 5 columns are wanted, there are 4")]
    public void What_the_course_does_not_have_is_said_with_its_place(string line, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => PublicList.Read("a.tsv", ["# a", Columns, line], Course)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData()]
    [InlineData("# title")]
    [InlineData("title", Columns)]
    [InlineData("# title", "item\ttopic")]
    public void A_list_begins_with_its_title_and_its_columns(params string[] lines) =>
        Assert.Contains("first line", Assert.Throws<InvalidDataException>(() => PublicList.Read("a.tsv", lines, Course)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_folder_there_are_no_lists() => Assert.Empty(PublicList.ReadAll(Path.Combine(_folder.Root, "none"), Course));
}
