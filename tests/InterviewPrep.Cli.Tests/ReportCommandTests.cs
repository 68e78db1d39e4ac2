using InterviewPrep.Testing;

namespace InterviewPrep.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_figures_in_the_documentation_are_those_of_the_course()
    {
        var run = CommandLine.Run("report", Path.Combine(Repository.Root, "content"), "--check", Path.Combine(Repository.Root, "docs/content.md"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_stale_document_is_found_and_written()
    {
        var document = _folder.PathOf("report.txt");
        File.WriteAllText(document, "<!-- report: counts -->\n<!-- end -->\n");

        var stale = CommandLine.Run("report", _folder.Root, "--check", document);
        Assert.Equal(1, stale.ExitCode);
        Assert.Contains("is stale", stale.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("report", _folder.Root, "--write", document).ExitCode);
        Assert.Contains("| lessons | 2 |", File.ReadAllText(document), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("report", _folder.Root, "--check", document).ExitCode);
    }

    [Fact]
    public void A_public_list_that_names_what_is_gone_is_said()
    {
        var document = _folder.PathOf("report.txt");
        File.WriteAllText(document, "<!-- report: lists -->\n<!-- end -->\n");
        var lists = Directory.CreateDirectory(_folder.PathOf("public-lists")).FullName;
        File.WriteAllText(Path.Combine(lists, "a.tsv"), "# a list\nitem\ttopic\tscope\tlesson\tquestions\n1\tscaling\tyes\tscaling\tscale-01\n");
        Assert.Equal(0, CommandLine.Run("report", _folder.Root, "--write", document).ExitCode);
        Assert.Contains("| a list | 1 | 1 | 1 |", File.ReadAllText(document), StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(lists, "a.tsv"), "2\tx\tyes\tscaling\tgone-01\n");
        var run = CommandLine.Run("report", _folder.Root, "--check", document);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("a.tsv:4: there is no question 'gone-01'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_block_is_printed()
    {
        var run = CommandLine.Run("report", _folder.Root);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("| named misconceptions | 1 |", run.Output, StringComparison.Ordinal);
        Assert.Contains("| scaling |", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_nothing_holds_are_listed_with_their_place()
    {
        _folder.Edit("attention/scaling.md", "is not small.", "is not small, 37 times.");
        var run = CommandLine.Run("report", _folder.Root, "--numbers");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"{_folder.Root}/attention/scaling.md:31:", run.Output, StringComparison.Ordinal);
        Assert.EndsWith($"1 numbers that no check holds and no source is cited for{Environment.NewLine}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("--nonsense")]
    [InlineData("--check", "no-such-file")]
    [InlineData("--numbers", "--write", "x")]
    [InlineData(".", "..")]
    public void A_wrong_call_is_said(params string[] arguments)
    {
        var run = CommandLine.Run(["report", .. arguments[0] == "--check" ? [_folder.Root, .. arguments] : arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }
}
