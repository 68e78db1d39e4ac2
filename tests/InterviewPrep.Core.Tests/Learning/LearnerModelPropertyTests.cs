using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Learning;

/// <summary>However a model came about, the same answers give the same model: histories with jumps of the clock, deleted questions, corrections, drills.</summary>
public sealed class LearnerModelPropertyTests
{
    private static readonly Course Course = Histories.Course();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Adding_one_by_one_with_saves_and_copies_in_between_equals_a_rebuild(int seed)
    {
        var random = new SplitMix64(seed);
        var answers = Histories.Answers(seed, 20 + random.Next(200));
        var model = new LearnerModel(Course, Histories.Days, FsrsParameters.Default);
        var before = new List<(LearnerModel Model, byte[] Bytes)>();
        foreach (var answer in answers)
        {
            switch (random.Next(6))
            {
                case 0:
                    model = LearnerModel.Restore(model.Save(), Course, Histories.Days, FsrsParameters.Default)!;
                    break;
                case 1:
                    before.Add((model, model.Save()));
                    model = model.Copy();
                    break;
                case 2:
                    _ = model.Misconceptions; // From now on it is kept up to date.
                    break;
            }

            model.Add(answer);
        }

        Same(Histories.Model(Course, answers), model);
        Assert.All(before, b => Assert.Equal(b.Bytes, b.Model.Save())); // What was published has not changed.
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Correcting_afterwards_equals_having_known_it(int seed)
    {
        var random = new SplitMix64(seed);
        var answers = Histories.Answers(seed, 20 + random.Next(150));
        var model = new LearnerModel(Course, Histories.Days, FsrsParameters.Default);
        var waiting = new List<LoggedAnswer>();
        foreach (var answer in answers)
        {
            model.Add(answer with { Correction = random.Next(3) == 0 ? new(Rating.Easy, false) : default });
            waiting.Add(answer);
            while (random.Next(3) == 0 && waiting.Count > 0)
            {
                var next = waiting[random.Next(waiting.Count)];
                waiting.Remove(next);
                Assert.True(model.Correct(next.Id, next.Correction));
            }
        }

        foreach (var answer in waiting) model.Correct(answer.Id, answer.Correction);
        Same(Histories.Model(Course, answers), model);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Another_course_other_days_and_parameters_equal_a_rebuild_under_them(int seed)
    {
        var answers = Histories.Answers(seed, 150);
        var course = Histories.Course(questions: 18, concepts: 5);
        var days = new StudyDay(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
        var parameters = FsrsParameters.Create([.. FsrsParameters.Default.Weights.Select(w => w * 1.1)]);
        var model = Histories.Model(Course, answers);
        var rebuilt = Histories.Model(course, answers, days, parameters);
        Same(rebuilt, model.Over(course, days, parameters, LearnerModel.DefaultRetention));
        Same(rebuilt, LearnerModel.Restore(model.Save(), course, days, parameters)!);
        Same(model, rebuilt.Over(Course, Histories.Days, FsrsParameters.Default, LearnerModel.DefaultRetention)); // Questions that come back bring their answers.
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_guests_answers_between_those_of_an_account_are_folded_in_the_order_of_time(int seed)
    {
        var (account, guest) = (Histories.Answers(seed, 80), Histories.Answers(seed + 1000, 40));
        var all = Histories.InOrder(account.Concat(guest)).ToList();
        var model = Histories.Model(Course, account);
        Assert.Contains(guest, g => !model.CanAdd(g.Time, g.Id));
        Assert.Throws<ArgumentException>(() => model.Add(guest[0]));
        Assert.Equal(account.Count, model.Count);
        var merged = Histories.Model(Course, all);
        Assert.Equal(120, merged.Count);
        Assert.NotEqual(model.Save(), merged.Save());
    }

    /// <summary>Field by field first, so that a difference says where it is; then every byte.</summary>
    private static void Same(LearnerModel expected, LearnerModel actual)
    {
        var now = Histories.Start.AddDays(40);
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Last, actual.Last);
        Assert.Equal(expected.Answers, actual.Answers);
        Assert.Equal(expected.Cards.OrderBy(c => c.Key), actual.Cards.OrderBy(c => c.Key));
        Assert.Equal(expected.ConfidentlyWrong.Order(), actual.ConfidentlyWrong.Order());
        Assert.Equal(expected.Mastery.Ability, actual.Mastery.Ability);
        Assert.Equal(expected.Mastery.LastConcept, actual.Mastery.LastConcept);
        Assert.Equal(expected.Mastery.Concepts.OrderBy(c => c.Key), actual.Mastery.Concepts.OrderBy(c => c.Key));
        Assert.Equal(expected.Mastery.Difficulties.OrderBy(c => c.Key), actual.Mastery.Difficulties.OrderBy(c => c.Key));
        Assert.Equal(expected.Mastery.Memories.OrderBy(c => c.Key), actual.Mastery.Memories.OrderBy(c => c.Key));
        Assert.Equivalent(expected.Misconceptions.Held, actual.Misconceptions.Held, strict: true);
        Assert.Equivalent(expected.Misconceptions.GivenUp, actual.Misconceptions.GivenUp, strict: true);
        Assert.Equal(expected.Days(), actual.Days());
        Assert.Equal(expected.Retention(), actual.Retention());
        Assert.Equal(expected.QueueAt(now, 20).Reviews.Select(r => r.Item.QuestionId), actual.QueueAt(now, 20).Reviews.Select(r => r.Item.QuestionId));
        Assert.Equal(expected.WeakAreas(now).Select(w => (w.Report.Concept, w.Cost)), actual.WeakAreas(now).Select(w => (w.Report.Concept, w.Cost)));
        Assert.Equal(expected.Save(), actual.Save());
    }
}
