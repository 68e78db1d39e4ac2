using System.Collections.Immutable;
using System.Text;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Marks;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Somebody whose every text and id can be told from everybody else's.</summary>
/// <param name="Surfer">Their browser.</param>
/// <param name="Id">Who they are.</param>
/// <param name="Open">A quiz that is open.</param>
/// <param name="Ended">One that is over.</param>
/// <param name="Step">A step of the open one.</param>
/// <param name="Ticket">Of a check that they have on screen.</param>
public sealed record Neighbour(Surfer Surfer, Guid Id, Guid Open, Guid Ended, Guid Step, string Ticket)
{
    /// <summary>A word in all that they have written or that is named after them.</summary>
    public const string Word = "zzneighbour";

    /// <summary>What no page of somebody else may hold.</summary>
    public IEnumerable<string> Traces => [Word, Id.ToString(), Id.ToString("N")[^12..], Open.ToString(), Ended.ToString(), Step.ToString(), Ticket];

    /// <summary>Moves in.</summary>
    public static async Task<Neighbour> OfAsync(AccountSite site)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (surfer, learner) = await site.GuestAsync(3);
        var now = site.Time.GetUtcNow().UtcDateTime;
        var questions = site.Services.GetRequiredService<CourseCatalog>().Current.Course.Questions;
        var attempts = site.Services.GetRequiredService<AttemptStore>();
        ImmutableArray<DrawnQuestion> drawn = [new(questions[0], 1), new(questions[1], 2)];
        var open = await attempts.StartAsync(learner, new QuizSpec { Title = Word + " open" }, drawn, now, cancellation);
        var ended = await attempts.StartAsync(learner, new QuizSpec { Title = Word + " ended" }, drawn, now, cancellation);
        await attempts.EndAsync(learner, ended, [], givenUp: false, now, cancellation);
        var marks = site.Services.GetRequiredService<MarkStore>();
        foreach (var question in questions) await marks.NoteAsync(learner, question.Id, Word + " note", now, cancellation);
        var settings = new LearnerSettings { DisplayName = Word, DailyMinutes = 30, InterviewDay = DateOnly.FromDateTime(now).AddDays(30) };
        await site.Services.GetRequiredService<LearnerStore>().SaveSettingsAsync(learner, settings, now, cancellation);
        var step = (await attempts.FindAsync(learner, open, cancellation))!.Steps[0].Id;
        var check = await surfer.OpenAsync("/checks/q-single");
        return new Neighbour(surfer, learner, open, ended, step, check.Document.QuerySelector("input[name=ticket]")!.GetAttribute("value")!);
    }

    /// <summary>All that is kept of them, as one text.</summary>
    public async Task<string> KeptAsync(AccountSite site)
    {
        using var file = new MemoryStream();
        Assert.True(await site.Services.GetRequiredService<LearnerExport>().WriteAsync(Id, file, withOpenQuestions: true, DateTime.UnixEpoch, TestContext.Current.CancellationToken));
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
