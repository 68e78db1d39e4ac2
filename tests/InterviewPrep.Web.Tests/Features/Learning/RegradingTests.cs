using System.Threading.Channels;
using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learning;
using InterviewPrep.Web.Features.Progress;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Features.Review;
using InterviewPrep.Web.Features.Today;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewPrep.Web.Tests.Features.Learning;

/// <summary>A key that is mended while the application runs marks the past again, once, and says so wherever the answer is shown.</summary>
public sealed class RegradingTests : LearnerTest
{
    private readonly Said _log = new();

    [Fact]
    public async Task A_mended_key_changes_what_is_known_of_the_learner()
    {
        await ChoseAsync("newest", 0, Certainty.Certain);
        Assert.Equal(["q-single"], (await ModelAsync()).ConfidentlyWrong);
        var before = (await ModelAsync()).Report("queue.order", Now);
        using var regrading = await StartAsync();
        Assert.Equal("Edition 1: nothing to mark again; 0 answers say nothing to the new version.", await _log.NextAsync());
        MendKey();
        Assert.StartsWith("Edition 2: 1 answers were marked again because keys were mended; 1 marks changed", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone)).Score);
        var model = await ModelAsync();
        var after = model.Report("queue.order", Now);
        Assert.Empty(model.ConfidentlyWrong);
        Assert.Equal((0, 1), (before.Right, after.Right));
        Assert.True(after.Mastery > before.Mastery);
        await regrading.StopAsync(Gone);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await ChoseAsync("newest", 0);
        using (var first = await StartAsync())
        {
            await _log.NextAsync();
            MendKey();
            await _log.NextAsync();
            await first.StopAsync(Gone);
        }

        var kept = await Services.GetRequiredService<RegradeStore>().UnseenAsync(Learner, Gone);
        using var second = await StartAsync();
        Assert.Equal("Edition 2: nothing to mark again; 0 answers say nothing to the new version.", await _log.NextAsync());
        Assert.Equal(kept, await Services.GetRequiredService<RegradeStore>().UnseenAsync(Learner, Gone));
        Assert.Equal(Now, Assert.Single(kept).Regraded);
        await second.StopAsync(Gone);
    }

    [Fact]
    public async Task A_database_that_fails_is_tried_again_and_nothing_is_lost()
    {
        await ChoseAsync("newest", 0);
        MendKey();
        var failing = new Failing(Database) { Failures = 2 };
        using var database = new Database(failing, Database.Settings);
        using var regrading = await StartAsync(new RegradeStore(database));
        Assert.EndsWith("it is tried again in 1 minutes.", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone)).Score);
        await WaitedAsync(Regrading.FirstWait);
        Assert.EndsWith("it is tried again in 2 minutes.", await _log.NextAsync(), StringComparison.Ordinal);
        await WaitedAsync(Regrading.FirstWait * 2);
        Assert.StartsWith("Edition 2: 1 answers were marked again", await _log.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone)).Score);
        Assert.Single(await Services.GetRequiredService<RegradeStore>().UnseenAsync(Learner, Gone));
        await regrading.StopAsync(Gone);
    }

    [Fact]
    public async Task A_result_shows_the_mended_key_with_the_mark_that_counts()
    {
        var id = await SatAsync();
        MendKey();
        var old = Result(id); // Not marked again yet: the key that was explains the mark that is.
        Assert.Contains("0 %", old.Find(".big-score").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not right.", old.Find(".verdict").TextContent, StringComparison.Ordinal);
        await RegradeAsync();
        var page = Result(id);
        Assert.Contains("100 %", page.Find(".big-score").TextContent, StringComparison.Ordinal);
        Assert.Contains("changed since you answered it", page.Find(".answered summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("its key was wrong and is mended", page.Find(".answered .problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("Right.", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form[action='/quiz/retry']"));
    }

    [Fact]
    public async Task Today_progress_and_the_review_say_that_it_changed()
    {
        await ChoseAsync("right-zzsecret", 1);
        MendKey();
        await RegradeAsync();
        Assert.Contains("1 question got a mended key since you answered.", Render<TodayPage>().Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("100 % became 0 %", Render<ProgressPage>().Find("#regraded + .note + .near").TextContent, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromDays(1));
        var review = Render<ReviewView>();
        review.WaitForElement("[data-question]");
        Assert.Equal("Changed since you answered it: its key was wrong and is mended. Your last answer counts 0 % now, not 100 %.", review.Find("[data-regraded]").TextContent);
    }

    [Fact]
    public async Task A_review_says_nothing_of_marks_that_stand()
    {
        await ChoseAsync("any", 0);
        MendKey();
        await RegradeAsync(changed: 0);
        Time.Advance(TimeSpan.FromDays(1));
        var review = Render<ReviewView>();
        review.WaitForElement("[data-question]");
        Assert.Empty(review.FindAll("[data-regraded]"));
    }

    private async Task<Regrading> StartAsync(RegradeStore? store = null)
    {
        var regrading = new Regrading(Catalog, store ?? Services.GetRequiredService<RegradeStore>(), Time, _log);
        await regrading.StartAsync(Gone);
        return regrading;
    }

    private async Task RegradeAsync(int changed = 1) =>
        Assert.Equal((1, changed), await Services.GetRequiredService<RegradeStore>().RegradeAsync(Catalog.Current.Course, Now, Gone) is var sum ? (sum.Marked, sum.Changed) : default);

    /// <summary>The timer is set after the line is logged: time goes on until it has rung.</summary>
    private async Task WaitedAsync(TimeSpan wait)
    {
        var said = _log.Waiting();
        while (!said.IsCompleted)
        {
            Time.Advance(wait);
            await Task.Yield();
        }
    }

    /// <summary>The newest comes out first after all.</summary>
    private void MendKey()
    {
        var quiz = Path.Combine(Folder.Path, "basics/queues.quiz.yaml");
        var text = File.ReadAllText(quiz);
        text = text.Replace("correct: true, text: The oldest", "text: The oldest", StringComparison.Ordinal)
            .Replace("{ id: newest, text: The newest, why: \"zzsecret why.\", misconception: queue-is-stack }", "{ id: newest, correct: true, text: The newest, why: \"zzsecret why.\" }", StringComparison.Ordinal);
        var place = text.IndexOf("version: 1", StringComparison.Ordinal);
        Folder.Write("basics/queues.quiz.yaml", string.Concat(text.AsSpan(0, place), "version: 2\n    regrade: 1", text.AsSpan(place + "version: 1".Length)));
        Assert.True(Catalog.Reload(), string.Join('\n', Catalog.Rejected));
    }

    private async Task ChoseAsync(string option, double score, Certainty? certainty = null)
    {
        var question = Catalog.Current.Course.FindQuestion("q-single")!;
        var time = Now.AddDays(-1);
        await Database.Answers.RecordAsync(
            new Answer
            {
                Id = Guid.CreateVersion7(time),
                Learner = Learner,
                Step = Guid.CreateVersion7(),
                Question = question.Id,
                Version = question.Version,
                Seed = 1,
                Response = new ChoiceResponse([option]),
                Certainty = certainty,
                Score = score,
                Mode = AnswerMode.Quiz,
                Time = time,
            },
            question,
            Gone);
    }

    private async Task<Guid> SatAsync()
    {
        var id = await Database.Attempts.StartAsync(Learner, new QuizSpec { Title = "t" }, [new DrawnQuestion(Catalog.Current.Course.FindQuestion("q-single")!, 7)], Now, Gone);
        var sitting = await Sitting.OpenAsync(Learner, id, new(), Catalog.Current, Database.Attempts, Services.GetRequiredService<Web.Features.Questions.Answering>(), Gone);
        sitting!.Draft.Options.Add("newest");
        await sitting.SubmitAsync(Gone);
        await sitting.EndAsync(false, Gone);
        return id;
    }

    private IRenderedComponent<ResultPage> Result(Guid id)
    {
        SetRendererInfo(new RendererInfo("Static", false));
        return Render<ResultPage>(p => p.Add(r => r.Id, id));
    }

    /// <summary>What is logged, line by line.</summary>
    private sealed class Said : ILogger<Regrading>
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Writer.TryWrite(formatter(state, exception));

        public Task<string> NextAsync() => _lines.Reader.ReadAsync(Gone).AsTask();

        public Task<bool> Waiting() => _lines.Reader.WaitToReadAsync(Gone).AsTask();
    }

    /// <summary>A database that is busy for the first few times.</summary>
    private sealed class Failing(LearnerDatabase database) : IDbContextFactory<InterviewPrepContext>
    {
        public int Failures { get; set; }

        public InterviewPrepContext CreateDbContext() => Failures-- > 0 ? throw new SqliteException("busy", 5) : database.CreateDbContext();
    }
}
