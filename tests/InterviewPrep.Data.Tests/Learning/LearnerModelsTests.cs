using InterviewPrep.Core;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Learning;

/// <summary>Whatever has happened in between, the model that is handed out is the one that all answers make.</summary>
public sealed class LearnerModelsTests
{
    private static readonly LearnerSettings Berlin = new() { TimeZone = "Europe/Berlin" };

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static Question Question(int number, int version = 1) => Asked.Question($"q-{number}", version: version) with { Concepts = [$"concept-{number % 3}"], Level = 1 + (number % 4) };

    private static Course Course(int questions = 8, Func<Question, Question>? change = null) => new(new CourseParts
    {
        Id = "c",
        Title = "c",
        Description = "c",
        Misconceptions = [new Misconception("adds-all", "b", "c", "concept-1")],
        Questions = [.. Enumerable.Range(0, questions).Select(i => Question(i)).Select(change ?? (q => q))],
    });

    [Theory]
    [DatabaseData]
    public async Task It_equals_a_rebuild_whatever_happens_in_between(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new SplitMix64(seed);
            await using var models = new LearnerModels(database.Folds);
            await using var elsewhere = new LearnerModels(database.Folds); // Another process over the same database.
            var learner = await database.AccountAsync();
            var (course, settings, given) = (Course(), Berlin, new List<Guid>());
            for (var step = 0; step < 40; step++)
            {
                switch (random.Next(12))
                {
                    case 0:
                        var guest = Guid.CreateVersion7();
                        await AnswerAsync(database, guest, random.Next(9), Asked.Now.AddMinutes(random.Next(60 * 24)));
                        Assert.True(await database.Learners.ClaimAsync(guest, learner, None));
                        break;
                    case 1 when given.Count > 0:
                        await database.Reviews.CorrectAsync(learner, given[random.Next(given.Count)], random.Next(2) == 0 ? new(null, true) : new(Rating.Easy, false), Asked.Now, None);
                        break;
                    case 2:
                        course = Course(5 + random.Next(4));
                        break;
                    case 3:
                        settings = settings with { TimeZone = random.Next(2) == 0 ? "America/New_York" : "Asia/Tokyo" };
                        break;
                    case 4:
                        await database.Regrades.RegradeAsync(Course(8, q => Mended(q, step + 2)), Asked.Now, None);
                        break;
                    case 5:
                        await database.Reviews.KeepParametersAsync(learner, new(FsrsParameters.Create([.. FsrsParameters.Default.Weights.Select(w => w * (1 + (step / 200.0)))]), random.Next(2) == 0, 500, 100, 0.4, 0.39), Asked.Now, None);
                        break;
                    case 6:
                        models.Forget(learner);
                        break;
                    default:
                        // Every fourth time the clock was put back.
                        given.Add(await AnswerAsync(database, learner, random.Next(9), Asked.Now.AddMinutes(random.Next(4) == 0 ? random.Next(100) : step * 60)));
                        break;
                }

                if (random.Next(3) > 0) await SameAsync(database, models, learner, settings, course);
                if (random.Next(5) == 0) await SameAsync(database, elsewhere, learner, settings, course);
            }
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_model_that_was_handed_out_stays_as_it_was_while_many_ask_at_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var models = new LearnerModels(database.Folds);
        var (learner, course) = (Guid.CreateVersion7(), Course());
        await AnswerAsync(database, learner, 0, Asked.Now);
        var first = await models.OfAsync(learner, Berlin, course, None);
        var bytes = first.Save();
        Assert.Same(first, await models.OfAsync(learner, Berlin, course, None));
        await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(
            async () =>
            {
                await AnswerAsync(database, learner, i % 8, Asked.Now.AddMinutes(i));
                Assert.InRange((await models.OfAsync(learner, Berlin, course, None)).Count, 2, 13);
            },
            None)));
        Assert.Equal(bytes, first.Save());
        await SameAsync(database, models, learner, Berlin, course);
    }

    [Theory]
    [DatabaseData]
    public async Task A_long_history_is_kept_carried_on_and_thrown_away_when_it_is_doubtful(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, course) = (Guid.CreateVersion7(), Course());
        await FillAsync(database, learner, LearnerModels.LeastKept + 10);
        await using (var models = new LearnerModels(database.Folds))
        {
            await models.OfAsync(learner, Berlin, course, None);
            await models.SavedAsync();
        }

        var kept = await database.Folds.FindAsync(learner, None);
        Assert.Equal((LearnerModels.LeastKept + 10, LearnerModel.FoldVersion), (kept!.Answers, kept.Version));
        await AnswerAsync(database, learner, 1, Asked.Now.AddDays(30));
        var carried = await LearnerModels.CarryOnAsync(database.Folds, learner, Berlin, course, None);
        Assert.Equal(LearnerModels.LeastKept + 11, carried!.Value.Model.Count);
        await using var fresh = new LearnerModels(database.Folds);
        await SameAsync(database, fresh, learner, Berlin, course);
        await AnswerAsync(database, learner, 1, Asked.Now.AddSeconds(-1)); // In between.
        Assert.Null(await LearnerModels.CarryOnAsync(database.Folds, learner, Berlin, course, None));
        await SameAsync(database, fresh, learner, Berlin, course);
        kept.State[^1] ^= 1;
        await database.Folds.SaveAsync(learner, new(kept.Answers, kept.Through, 0, 0), kept.State, None);
        Assert.Null(await LearnerModels.CarryOnAsync(database.Folds, learner, Berlin, course, None));
        fresh.Forget(learner);
        await SameAsync(database, fresh, learner, Berlin, course);
        await fresh.SavedAsync();
        await database.Learners.DeleteAsync(learner, Asked.Now, None);
        Assert.False(await database.Folds.SaveAsync(learner, FoldMark.None, [1], None));
    }

    [Fact]
    public async Task What_was_not_asked_for_longest_is_forgotten()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var models = new LearnerModels(database.Folds);
        var course = Course();
        var first = await models.OfAsync(Guid.Empty, Berlin, course, None);
        Assert.Same(first, await models.OfAsync(Guid.Empty, Berlin, course, None));
        for (var i = 0; i < LearnerModels.MostAnswers / 400; i++) await models.OfAsync(Guid.CreateVersion7(), Berlin, course, None);
        Assert.NotSame(first, await models.OfAsync(Guid.Empty, Berlin, course, None));
    }

    private static Question Mended(Question question, int version)
    {
        var single = (SingleQuestion)question;
        return single with { Version = version, RegradeFrom = 1, Options = [.. single.Options.Select(o => o with { Correct = !o.Correct })] };
    }

    private static async Task SameAsync(TestDatabase database, LearnerModels models, Guid learner, LearnerSettings settings, Course course)
    {
        var model = await models.OfAsync(learner, settings, course, None);
        var (rebuilt, _) = await LearnerModels.RebuildAsync(database.Folds, learner, settings, course, None);
        Assert.Equal(rebuilt.Answers, model.Answers);
        Assert.Equal(rebuilt.Cards.OrderBy(c => c.Key), model.Cards.OrderBy(c => c.Key));
        Assert.Equal(rebuilt.Mastery.Concepts.OrderBy(c => c.Key), model.Mastery.Concepts.OrderBy(c => c.Key));
        Assert.Equal(rebuilt.Save(), model.Save());
    }

    private static async Task<Guid> AnswerAsync(TestDatabase database, Guid learner, int number, DateTime time)
    {
        var question = Question(number);
        return (await database.Answers.RecordAsync(Asked.Answer(learner, question: question, score: number % 2, time: time), question, None)).Id;
    }

    private static async Task FillAsync(TestDatabase database, Guid learner, int count)
    {
        await AnswerAsync(database, learner, 0, Asked.Now);
        var snapshot = QuestionSnapshot.Of(Question(0)).Id;
        await database.Database.WriteAsync(
            context =>
            {
                for (var i = 1; i < count; i++) context.Answers.Add(new AnswerRow(Asked.Answer(learner, question: Question(i % 8), score: i % 3 / 2.0, time: Asked.Now.AddMinutes(i)), snapshot));
                return Task.CompletedTask;
            },
            None);
    }
}
