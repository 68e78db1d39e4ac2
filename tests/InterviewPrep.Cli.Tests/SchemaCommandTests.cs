using System.Text.Json;

namespace InterviewPrep.Cli.Tests;

public sealed class SchemaCommandTests
{
    [Fact]
    public void The_published_schemas_are_those_of_the_code()
    {
        var run = CommandLine.Run("schema", Path.Combine(Repository.Root, "docs/schemas"), "--check");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Checking_writes_nothing_and_writing_is_done_once()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var missing = CommandLine.Run("schema", folder.FullName, "--check");
            Assert.Equal(1, missing.ExitCode);
            Assert.Equal(9, missing.Error.Split("is stale").Length - 1);
            Assert.Empty(folder.GetFiles());
            var written = CommandLine.Run("schema", folder.FullName);
            Assert.Equal(0, written.ExitCode);
            Assert.Equal(9, folder.GetFiles().Length);
            Assert.Equal(9, written.Output.Split("wrote ").Length - 1);
            Assert.Equal((0, ""), (CommandLine.Run("schema", "--check", folder.FullName).ExitCode, CommandLine.Run("schema", folder.FullName).Output));
            File.AppendAllText(Path.Combine(folder.FullName, "quiz.schema.json"), " ");
            var stale = CommandLine.Run("schema", folder.FullName, "--check");
            Assert.Equal(1, stale.ExitCode);
            Assert.Contains("quiz.schema.json is stale", stale.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_schema_says_what_a_question_must_and_may_have()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/schemas/quiz.schema.json")));
        var question = schema.RootElement.GetProperty("$defs").GetProperty("Question");
        Assert.Equal(["id", "version", "type", "concepts", "level", "prompt", "explain"], question.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
        Assert.False(question.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(8, question.GetProperty("allOf").GetArrayLength());
        Assert.Equal(4, question.GetProperty("properties").GetProperty("level").GetProperty("maximum").GetInt32());
        Assert.All(question.GetProperty("properties").EnumerateObject(), p => Assert.True(p.Value.GetProperty("description").GetString()!.Length > 5));
    }
}
