using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Web.Tests;

/// <summary>Pages of one learner, with a database of their own and a clock that stands still.</summary>
public abstract class LearnerTest : PageTest
{
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
        SetRendererInfo(new RendererInfo("Server", true)); // Takes the first service; none can be added after it.
    }

    protected static CancellationToken Gone => Xunit.TestContext.Current.CancellationToken;

    protected LearnerDatabase Database { get; } = new();

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    protected Guid Learner { get; } = Guid.CreateVersion7();

    protected DateTime Now => Time.GetUtcNow().UtcDateTime;

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
