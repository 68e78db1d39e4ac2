using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>Questions and answers to test with.</summary>
internal static class Asked
{
    /// <summary>A time with more digits than a database keeps.</summary>
    public static readonly DateTime Now = new DateTime(2026, 11, 26, 8, 30, 15, 123, DateTimeKind.Utc).AddTicks(4567);

    /// <summary>The same as it is kept.</summary>
    public static readonly DateTime Kept = new DateTime(2026, 11, 26, 8, 30, 15, 123, DateTimeKind.Utc).AddTicks(4560);

    public static QuizSpec Spec { get; } = new() { Title = "Two questions", Kind = QuizKind.Lesson, Lessons = ["dot-products"], Minutes = 30, AskCertainty = true };

    public static SingleQuestion Question(string id = "dot-01", string prompt = "What is (1, 2)·(3, 4)?", int version = 1) => new()
    {
        Id = id,
        Version = version,
        Lesson = "dot-products",
        Section = "alignment",
        Concepts = ["attention.dot-products"],
        Level = 1,
        Prompt = prompt,
        Explanation = "Multiply in pairs, then “add” – 3 + 8 < 12.",
        Options = [new("eleven", "11", true, "3 + 8.", null), new("ten", "10", false, "That adds all four.", "adds-all")],
    };

    public static Answer Answer(Guid learner, Guid? step = null, Question? question = null, double score = 1, DateTime? time = null, Guid? attempt = null)
    {
        question ??= Question();
        return new Answer
        {
            Id = Guid.CreateVersion7(),
            Learner = learner,
            Step = step ?? Guid.CreateVersion7(),
            Attempt = attempt,
            Question = question.Id,
            Version = question.Version,
            Seed = long.MinValue + 7,
            Response = new ChoiceResponse([score < 1 ? "ten" : "eleven"]),
            Certainty = Certainty.FairlySure,
            Hints = 2,
            Duration = TimeSpan.FromMilliseconds(4_321),
            Score = score,
            Misconceptions = score < 1 ? ["adds-all", "scale-by-length"] : [],
            Mode = attempt is null ? AnswerMode.Check : AnswerMode.Quiz,
            Time = time ?? Now,
        };
    }

    public static async Task<Attempt> StartAsync(this TestDatabase database, Guid learner, params Question[] questions)
    {
        if (questions.Length == 0) questions = [Question(), Question("dot-02", "And (0, 1)·(1, 0)?")];
        var id = await database.Attempts.StartAsync(learner, Spec, [.. questions.Select((q, i) => new DrawnQuestion(q, i - 1))], Now, CancellationToken.None);
        return (await database.Attempts.FindAsync(learner, id, CancellationToken.None))!;
    }

    /// <summary>Somebody who has used everything that can be kept.</summary>
    public static async Task<(Guid Learner, Attempt Open, Attempt Ended)> BusyLearnerAsync(this TestDatabase database)
    {
        var learner = Guid.CreateVersion7();
        var none = CancellationToken.None;
        await database.Learners.SaveSettingsAsync(learner, new() { DisplayName = "Ada", TimeZone = "Europe/Paris", DailyMinutes = 20, ShowStreak = true, KnownConcepts = ["attention.dot-products"], InterviewDay = new DateOnly(2027, 1, 15) }, Now, none);
        var first = await database.Answers.RecordAsync(Answer(learner, score: 0.5), Question(), none);
        await database.Reviews.CorrectAsync(learner, first.Id, new(Rating.Hard, false), Now, none);
        await database.Reviews.CorrectAsync(learner, first.Id, new(null, true), Now, none);
        await database.Reviews.SuspendAsync(learner, "dot-02", true, Now, none);
        await database.Reviews.KeepParametersAsync(learner, new ParameterProposal(FsrsParameters.Create([.. FsrsParameters.Default.Weights.Select(w => w * 1.05)]), true, 500, 100, 0.4, 0.39), Now, none);
        var open = await database.StartAsync(learner);
        await database.Attempts.ShowAsync(learner, open.Id, 1, Now, none);
        await database.Attempts.FlagAsync(learner, open.Id, 1, true, none);
        await database.Attempts.HintAsync(learner, open.Id, 1, 1, none);
        await database.Attempts.DraftAsync(learner, open.Id, 1, new ChoiceResponse(["ten"]), Certainty.NotSure, Now, none);
        var ended = await database.StartAsync(learner, Question("dot-03"));
        await database.Attempts.EndAsync(learner, ended.Id, [Answer(learner, ended.Steps[0].Id, ended.Steps[0].Question, 0, attempt: ended.Id)], false, Now, none);
        await database.Reading.MarkAsync(learner, "dot-products", ["alignment", "orthogonality"], false, Now, none);
        await database.Reading.PlaceAsync(learner, "dot-products", "alignment", Now, none);
        await database.Marks.BookmarkAsync(learner, "dot-01", true, Now, none);
        await database.Marks.NoteAsync(learner, "dot-01", "Mine: <b>add</b>.", Now, none);
        await database.Marks.ReportAsync(learner, "dot-01", 1, "The prompt has a typo.", Now, none);
        return (learner, (await database.Attempts.FindAsync(learner, open.Id, none))!, (await database.Attempts.FindAsync(learner, ended.Id, none))!);
    }
}
