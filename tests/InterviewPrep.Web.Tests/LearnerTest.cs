using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Learning;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Loops;
using InterviewPrep.Web.Features.Mails;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Features.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Web.Tests;

/// <summary>Pages of one learner, with a database of their own and a clock that stands still.</summary>
public abstract class LearnerTest : PageTest
{
    static LearnerTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(30); // The database answers when the machine has time for it.

    protected LearnerTest()
    {
        JSInterop.Mode = Bunit.JSRuntimeMode.Loose;
        Services.AddSingleton(Database.Learners);
        Services.AddSingleton(Database.Answers);
        Services.AddSingleton(Database.Attempts);
        Services.AddSingleton(Database.Reading);
        Services.AddSingleton(Database.Marks);
        Services.AddSingleton(Database.Database);
        Services.AddSingleton<FoldStore>();
        Services.AddSingleton<LearnerModels>();
        Services.AddSingleton<RegradeStore>();
        Services.AddSingleton<ReviewStore>();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<AuthenticationStateProvider>(new Signed(Learner));
        Services.AddSingleton<CurrentLearner>();
        Services.AddSingleton<Answering>();
        Services.AddSingleton<CheckSessions>();
        Services.AddSingleton<QuizStarter>();
        Services.AddSingleton<RoundStarter>();
        Services.AddSingleton(new LearnerModeSetting(LearnerMode.Multi));
        Services.AddSingleton(new AdministratorSetting([]));
        Services.AddSingleton<IMailbox, NoMailbox>();
        Services.AddSingleton<AdministratorGate>();
        Services.AddMudPages();
        SetRendererInfo(new RendererInfo("Server", true)); // Takes the first service; none can be added after it.
    }

    protected static CancellationToken Gone => Xunit.TestContext.Current.CancellationToken;

    protected LearnerDatabase Database { get; } = new();

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    protected Guid Learner { get; } = Guid.CreateVersion7();

    protected DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <summary>An answer of the learner, as if it had been given some time ago.</summary>
    protected async Task<Answer> AnsweredAsync(string question, double score, Certainty? certainty = null, TimeSpan? ago = null, AnswerMode mode = AnswerMode.Check, Guid? learner = null, int seconds = 0, params string[] misconceptions)
    {
        var found = Catalog.Current.Course.FindQuestion(question)!;
        var time = Now - (ago ?? TimeSpan.FromDays(1));
        var answer = new Answer
        {
            Id = Guid.CreateVersion7(time),
            Learner = learner ?? Learner,
            Step = Guid.CreateVersion7(),
            Question = found.Id,
            Version = found.Version,
            Seed = 1,
            Response = new UnknownResponse(),
            Certainty = certainty,
            Duration = TimeSpan.FromSeconds(seconds),
            Score = score,
            Misconceptions = [.. misconceptions],
            Mode = mode,
            Time = time,
        };
        return await Database.Answers.RecordAsync(answer, found, Gone);
    }

    /// <summary>What is known of the learner now.</summary>
    protected Task<LearnerModel> ModelAsync(LearnerSettings? settings = null) =>
        Services.GetRequiredService<LearnerModels>().OfAsync(Learner, settings ?? new LearnerSettings(), Catalog.Current.Course, Gone);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Database.Dispose();
    }

    private sealed class Signed(Guid learner) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(LearnerClaims.Principal(learner, LearnerAuthentication.Guest)));
    }
}
