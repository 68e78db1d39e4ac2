using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Storage;
using InterviewPrep.Testing;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Cli.Tests;

/// <summary>What is derived from answers is made anew, and what is kept is held against it.</summary>
public sealed class RebuildCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rebuild");
    private readonly CourseFolder _course = new();

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "learners.db")};Pooling=False";

    public void Dispose()
    {
        _course.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_long_history_is_kept_compared_and_found_out_when_it_is_not_what_the_answers_say()
    {
        await AnswerAsync();
        Repeat(LearnerModels.LeastKept);
        var rebuilt = Run();
        Assert.Equal((0, ""), (rebuilt.ExitCode, rebuilt.Error));
        Assert.Contains("1 learners, 2,001 answers, 1 cards, 1 concept estimates", rebuilt.Output, StringComparison.Ordinal);
        Assert.Contains("1 models kept", rebuilt.Output, StringComparison.Ordinal);
        var check = Run("--check");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains("1 kept models compared, 0 differ", check.Output, StringComparison.Ordinal);

        Execute("UPDATE Answers SET Score = 0 WHERE Id = (SELECT MIN(Id) FROM Answers)");
        var different = Run("--check");
        Assert.Equal(1, different.ExitCode);
        Assert.Contains("is not what its answers come to", different.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run().ExitCode);
        Assert.Equal(0, Run("--check").ExitCode);
    }

    [Fact]
    public async Task A_short_history_is_counted_and_not_kept()
    {
        var learner = await AnswerAsync();
        Assert.Contains("0 models kept", Run().Output, StringComparison.Ordinal);
        Assert.Contains("1 learners, 1 answers", Run("--learner", learner.ToString()).Output, StringComparison.Ordinal);
        Assert.Contains("0 kept models compared", Run("--check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_folder_that_is_not_there_is_said()
    {
        var run = CommandLine.Run("rebuild", "--content", "nowhere", $"--Database:ConnectionString={ConnectionString}");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--content", run.Error, StringComparison.Ordinal);
    }

    private CommandLine Run(params string[] arguments) => CommandLine.Run(["rebuild", .. arguments, "--content", _course.Root, $"--Database:ConnectionString={ConnectionString}"]);

    private async Task<Guid> AnswerAsync()
    {
        CommandLine.Run("migrate", $"--Database:ConnectionString={ConnectionString}");
        var settings = new DatabaseSettings("Sqlite", ConnectionString);
        using var database = new Database(DatabaseArguments.Contexts(settings), settings);
        var question = new TextQuestion { Id = "scale-03", Version = 1, Concepts = ["c"], Level = 1, Prompt = "?", Explanation = "!", Accept = ["a"] };
        var answer = new Answer
        {
            Id = Guid.CreateVersion7(),
            Learner = Guid.CreateVersion7(),
            Step = Guid.CreateVersion7(),
            Question = question.Id,
            Version = 1,
            Seed = 1,
            Response = new TextResponse("a"),
            Score = 1,
            Mode = AnswerMode.Check,
            Time = new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc),
        };
        return (await new AnswerStore(database).RecordAsync(answer, question, TestContext.Current.CancellationToken)).Learner;
    }

    /// <summary>The answer that is there, so many times more.</summary>
    private void Repeat(int times) => Execute(
        $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})
        INSERT INTO Answers (Id, LearnerId, StepId, AttemptId, QuestionId, QuestionVersion, SnapshotId, Seed, Response, Certainty, Hints, Duration, Score, Misconceptions, Mode, Time)
        SELECT printf('0198C5F2-0000-7000-8000-%012X', i), LearnerId, printf('0198C5F2-0001-7000-8000-%012X', i), AttemptId, QuestionId, QuestionVersion, SnapshotId, Seed, Response, Certainty, Hints, Duration,
            Score, Misconceptions, Mode, Time FROM Answers, n
        """);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and a number.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
