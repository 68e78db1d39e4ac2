using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewPrep.Testing;

namespace InterviewPrep.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_valid_course_passes_and_is_counted()
    {
        var run = CommandLine.Run("check", _folder.Root);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split(Environment.NewLine);
        Assert.Matches(@"^1 modules, 2 lessons \(\d+ words\), 8 questions, 2 concepts, 1 misconceptions, 1 sources, 3 checks$", lines[0]);
        Assert.Equal("questions by type: cloze 1, match 1, multi 1, number 1, open 1, order 1, single 1, text 1; by level: 1 2, 2 3, 3 2, 4 1", lines[1]);
        Assert.Equal("0 errors, 0 warnings", lines[2]);
    }

    [Fact]
    public void An_error_fails_and_is_said_as_compilers_say_it()
    {
        _folder.Edit("attention/scaling.md", "needs: [dot-products]", "needs: [dot-product]");
        var run = CommandLine.Run("check", _folder.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{_folder.Root}/attention/scaling.md:10:9: error unknown-lesson: There is no lesson 'dot-product'. Mend: Did you mean 'dot-products'?", run.Output.Split(Environment.NewLine)[0]);
        Assert.Contains("1 errors, 0 warnings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_rendering_finds_fails_too()
    {
        _folder.Edit("attention/scaling.md", "is not small.", "is $\\sqroot{x}$.");
        Assert.Contains("tex-invalid", CommandLine.Run("check", _folder.Root).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_passes_unless_warnings_are_errors()
    {
        _folder.Edit("attention/scaling.md", "reviewed: 2026-11-01", "reviewed: 2020-01-01");
        Assert.Equal(0, CommandLine.Run("check", _folder.Root).ExitCode);
        Assert.Equal(1, CommandLine.Run("check", _folder.Root, "--warnings-as-errors").ExitCode);
        Assert.Equal(1, CommandLine.Run("check", "--warnings-as-errors", _folder.Root).ExitCode);
    }

    [Fact]
    public void Json_has_the_documented_shape()
    {
        _folder.Edit("attention/scaling.md", "needs: [dot-products]", "needs: [dot-product]");
        _folder.Edit("attention/scaling.md", "reviewed: 2026-11-01", "reviewed: 2020-01-01");
        var run = CommandLine.Run("check", _folder.Root, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        using var documented = JsonDocument.Parse(Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "docs/content-format.md")), "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal(Shape(documented.RootElement), Shape(json.RootElement));
        Assert.Equal(
            """
            {"modules":1,"lessons":2,"questions":8,"questionsByType":{"cloze":1,"match":1,"multi":1,"number":1,"open":1,"order":1,"single":1,"text":1},"questionsByLevel":{"1":2,"2":3,"3":2,"4":1},"concepts":2,"misconceptions":1,"sources":1,"words":W,"checks":3}
            """,
            Regex.Replace(JsonSerializer.Serialize(json.RootElement.GetProperty("counts")), "\"words\":\\d+", "\"words\":W"));
        var diagnostics = json.RootElement.GetProperty("diagnostics");
        Assert.Equal(2, diagnostics.GetArrayLength());
        Assert.Equal(["code", "severity", "file", "line", "column", "message", "mend"], diagnostics[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("unknown-lesson", "error", "attention/scaling.md", 10, 9), (
            diagnostics[0].GetProperty("code").GetString(), diagnostics[0].GetProperty("severity").GetString(), diagnostics[0].GetProperty("file").GetString(),
            diagnostics[0].GetProperty("line").GetInt32(), diagnostics[0].GetProperty("column").GetInt32()));
        Assert.Equal("warning", diagnostics[1].GetProperty("severity").GetString());
    }

    [Fact]
    public void Json_of_an_empty_folder_has_the_shape_too()
    {
        var empty = Directory.CreateTempSubdirectory();
        var run = CommandLine.Run("check", empty.FullName, "--format", "json");
        empty.Delete();
        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(8, json.RootElement.GetProperty("counts").GetProperty("questionsByType").EnumerateObject().Count());
        Assert.Equal(0, json.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void Github_gets_workflow_commands()
    {
        _folder.Write("attention/a,b:c%.yaml", "x: 1");
        _folder.Edit("course.yaml", "[attention]", "[attention, \"A\\nB\"]");
        var run = CommandLine.Run("check", _folder.Root, "--format", "github");
        Assert.Equal(
            [
                $"::warning file={_folder.Root}/attention/a%2Cb%3Ac%25.yaml,line=1,col=1,title=not-listed::Nothing in the course names this file. List the lesson in module.yaml or the module in course.yaml, or take the file away.",
                $"::error file={_folder.Root}/course.yaml,line=4,col=22,title=invalid-id::'A B' is not written as 'modules' wants it. It is: Ids of the modules in reading order; each is a folder.",
                "",
            ],
            run.Output.Split(Environment.NewLine));
    }

    [Fact]
    public void A_slash_at_the_end_of_the_folder_makes_no_difference()
    {
        _folder.Edit("attention/scaling.md", "needs: [dot-products]", "needs: [dot-product]");
        Assert.Equal(CommandLine.Run("check", _folder.Root).Output, CommandLine.Run("check", _folder.Root + "/").Output);
    }

    [Theory]
    [InlineData("check", "/no/such/folder")]
    [InlineData("check", "a", "b")]
    [InlineData("check", "--format")]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--loud")]
    [InlineData("schema", "--loud")]
    [InlineData("schema", "a", "b")]
    [InlineData("chekc")]
    [InlineData]
    public void A_wrong_call_is_code_two_and_one_clear_line(params string[] arguments)
    {
        var run = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_is_no_mistake(string argument)
    {
        var run = CommandLine.Run(argument);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("--warnings-as-errors", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Names and kinds, however many there are.</summary>
    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", element.EnumerateObject().Select(p => $"{p.Name}: {Shape(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", element.EnumerateArray().Select(Shape).Distinct()) + "]",
        var kind => kind.ToString(),
    };
}
