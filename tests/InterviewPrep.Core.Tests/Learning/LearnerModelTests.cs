using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Tests.Learning;

/// <summary>What the model says about a learner.</summary>
public sealed class LearnerModelTests
{
    private static readonly Core.Courses.Course Course = Histories.Course();

    private static LoggedAnswer Give(int question, double day, double score = 1, AnswerMode mode = AnswerMode.Review, Certainty? certainty = null, params string[] beliefs) => new()
    {
        Id = Guid.CreateVersion7(),
        Question = Histories.Id(question),
        Score = score,
        Mode = mode,
        Certainty = certainty,
        Duration = TimeSpan.FromSeconds(30),
        Misconceptions = [.. beliefs],
        Time = Histories.Start.AddDays(day),
    };

    [Fact]
    public void A_drill_leaves_the_schedule_as_it_is_and_counts_for_all_else()
    {
        var model = Histories.Model(Course, [Give(0, 0)]);
        var card = model.CardOf(Histories.Id(0));
        model.Add(Give(0, 1, score: 0, mode: AnswerMode.Cram));
        model.Add(Give(1, 1.01, mode: AnswerMode.Cram));
        Assert.Same(card, model.CardOf(Histories.Id(0)));
        Assert.Null(model.CardOf(Histories.Id(1)));
        Assert.Equal(3, model.Totals().Answers);
        Assert.Equal((2, 1), (model.Mastery.Concepts["concept-0"].Answers, model.Mastery.Concepts["concept-0"].Right));
    }

    [Fact]
    public void A_voided_answer_leaves_the_card_as_it_was_and_taking_that_back_moves_it_again()
    {
        var (first, second) = (Give(0, 0), Give(0, 3, score: 0, certainty: Certainty.Certain));
        var model = Histories.Model(Course, [first]);
        var card = model.CardOf(Histories.Id(0));
        model.Add(second);
        var failed = model.CardOf(Histories.Id(0));
        Assert.Contains(Histories.Id(0), model.ConfidentlyWrong);
        model.Correct(second.Id, new(null, true));
        Assert.Equal(card, model.CardOf(Histories.Id(0)));
        Assert.Empty(model.ConfidentlyWrong);
        Assert.Equal(2, model.Totals().Answers);
        model.Correct(second.Id, default);
        Assert.Equal(failed, model.CardOf(Histories.Id(0)));
    }

    [Fact]
    public void An_own_rating_takes_the_place_of_the_derived_one()
    {
        var answer = Give(3, 0);
        var model = Histories.Model(Course, [answer]);
        var preview = new LearnerModel(Course, Histories.Days, FsrsParameters.Default).PreviewOf(Histories.Id(3), answer.Time)!;
        Assert.Equal(preview.Good, model.CardOf(Histories.Id(3)));
        model.Correct(answer.Id, new(Rating.Easy, false));
        Assert.Equal(preview.Easy, model.CardOf(Histories.Id(3)));
        Assert.Equal(Rating.Easy, model.FindAnswer(answer.Id)!.Value.Rating);
        Assert.False(model.Correct(Guid.NewGuid(), default));
    }

    [Fact]
    public void Certain_and_wrong_comes_back_until_it_is_right_on_another_day()
    {
        var model = Histories.Model(Course, [Give(0, 0, score: 0, certainty: Certainty.Certain)]);
        model.Add(Give(0, 0.01));
        Assert.Equal([Histories.Id(0)], model.ConfidentlyWrong);
        var next = Histories.Start.AddDays(1);
        Assert.Equal(ReviewReason.ConfidentlyWrong, Assert.Single(model.QueueAt(next, 20).Reviews).Reason);
        model.Add(Give(0, 1));
        Assert.Empty(model.ConfidentlyWrong);
    }

    [Fact]
    public void Answers_to_a_question_that_left_the_course_count_in_totals_only()
    {
        var model = Histories.Model(Course, [Give(0, 0), Give(99, 1)]);
        Assert.Equal(2, model.Count);
        Assert.Equal([1, 1], model.Days().Select(d => d.Totals.Answers));
        Assert.Single(model.Cards);
        Assert.Equal(1, model.ByModule()["module"].Answers);
        Assert.Equal(Histories.Id(99), model.Answers.Last().Question);
        Assert.Null(model.CardOf(Histories.Id(99)));
    }

    [Fact]
    public void True_retention_counts_reviews_of_due_cards()
    {
        var model = Histories.Model(Course, [Give(0, 0, certainty: Certainty.Certain), Give(0, 0.02), Give(0, 0.04)]);
        Assert.Equal(0, model.Retention().Reviews);
        model.Add(Give(0, 30));
        model.Add(Give(0, 200, score: 0));
        var retention = model.Retention();
        Assert.Equal((2, 1), (retention.Reviews, retention.Recalled));
        Assert.InRange(retention.PredictedShare, 0.01, 0.99);
        Assert.Equal(1, model.Retention(DateOnly.FromDateTime(Histories.Start.AddDays(100))).Reviews);
    }

    [Fact]
    public void A_study_day_ends_at_night_where_the_learner_lives()
    {
        var model = Histories.Model(Course, [Give(0, 0.7), Give(1, 0.75)]); // 2:48 and 4:00 in Berlin, where the day ends at 4:00.
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)], model.Days().Select(d => d.Day));
    }

    [Fact]
    public void A_streak_is_of_days_in_a_row_and_today_is_not_missed_yet()
    {
        var model = Histories.Model(Course, [Give(0, 0), Give(1, 2), Give(2, 3), Give(3, 3.01), Give(4, 4)]);
        Assert.Equal(3, model.StreakAt(Histories.Start.AddDays(4.2)));
        Assert.Equal(3, model.StreakAt(Histories.Start.AddDays(5)));
        Assert.Equal(0, model.StreakAt(Histories.Start.AddDays(6)));
    }

    [Fact]
    public void Weak_areas_name_their_answers_and_the_beliefs_held()
    {
        var wrong = Give(0, 0, score: 0, certainty: Certainty.Certain, beliefs: "belief");
        var model = Histories.Model(Course, [wrong, Give(4, 0.1, score: 0), Give(8, 0.2, score: 0), Give(1, 0.3), Give(5, 1), Give(13, 2)]);
        var areas = model.WeakAreas(Histories.Start.AddDays(3));
        Assert.Equal(["concept-0", "concept-1"], areas.Select(a => a.Report.Concept));
        Assert.Contains(wrong.Id.ToString(), areas[0].EvidenceFor);
        Assert.Equal("belief", Assert.Single(areas[0].Misconceptions).Misconception);
        Assert.Equal(3, model.AnswersOf("concept-0").Length);
        Assert.Equal(model.AnswersOf("concept-0").Select(a => a.Id).Reverse(), model.EntriesOf("concept-0").Select(e => e.Id.ToString()));
        Assert.Equal(areas[1].Reasons, model.WeakAreaOf("concept-1", Histories.Start.AddDays(3))!.Reasons);
        Assert.Null(model.WeakAreaOf("concept-2", Histories.Start.AddDays(3)));
        Assert.Equal("concept-0", Assert.Single(model.WeakAreas(Histories.Start.AddDays(3), most: 1)).Report.Concept);
        Assert.Equal(areas[0].Report.Mastery, model.Report("concept-0", Histories.Start.AddDays(3)).Mastery);
    }

    [Fact]
    public void Every_concept_with_questions_is_reported_the_costliest_first_and_the_unanswered_last()
    {
        var model = Histories.Model(Course, [Give(1, 0, score: 0), Give(0, 0.1), Give(4, 0.2)]);
        var (now, reports) = (Histories.Start.AddDays(3), model.ReportsByCost(Histories.Start.AddDays(3)));
        Assert.Equal(model.Concepts.Order(StringComparer.Ordinal), reports.Select(r => r.Concept).Order(StringComparer.Ordinal));
        var answered = reports.TakeWhile(r => r.LastDay is not null).Select(r => r.Concept).ToList();
        Assert.Equal(model.WeakAreas(now).Select(a => a.Report.Concept), answered);
        Assert.All(reports.Skip(answered.Count), r => Assert.Equal((0, null), (r.Answers, r.LastDay)));
        Assert.Equal(model.Report(answered[0], now).Mastery, reports[0].Mastery);
    }

    [Fact]
    public void A_card_recalled_on_a_later_day_makes_readier_than_two_right_answers_on_one()
    {
        var now = Histories.Start.AddDays(6);
        double Ready(params double[] days) => Histories.Model(Course, [.. days.Select(d => Give(0, d))]).ReadinessOn(new DateOnly(2026, 3, 10), now).Concepts[0].Chance;
        Assert.True(Ready(0, 5) > Ready(4.9, 5));
    }

    [Fact]
    public void Readiness_fades_towards_the_day_and_covers_every_concept_with_questions()
    {
        var model = Histories.Model(Course, [.. Enumerable.Range(0, 24).Select(i => Give(i, i / 1000.0, certainty: Certainty.Certain))]);
        var now = Histories.Start.AddDays(1);
        var (soon, late) = (model.ReadinessOn(new DateOnly(2026, 3, 3), now), model.ReadinessOn(new DateOnly(2027, 3, 3), now));
        Assert.Equal(4, soon.Concepts.Length);
        Assert.True(late.Overall < soon.Overall);
    }

    [Fact]
    public void What_could_be_done_today_leaves_out_what_is_put_aside_and_lessons_whose_prerequisites_are_unread()
    {
        var model = Histories.Model(Course, [Give(0, 0), Give(4, 0.01)]);
        var situation = model.SituationFor(new DateOnly(2026, 4, 1), Histories.Start.AddDays(1), new HashSet<string> { "lesson-0" }, new HashSet<string> { Histories.Id(4) });
        Assert.Equal(["lesson-1"], situation.Lessons.Select(l => l.Lesson));
        Assert.Equal([Histories.Id(0)], situation.Concepts.SelectMany(c => c.Cards).Select(c => c.Question));
        Assert.DoesNotContain(Histories.Id(4), situation.Concepts.SelectMany(c => c.Unseen));
        Assert.Equal(22, situation.Concepts.Sum(c => c.Unseen.Length));
    }

    [Fact]
    public void A_diagnostic_asks_about_all_concepts_in_turn() =>
        Assert.Equal(4, new LearnerModel(Course, Histories.Days, FsrsParameters.Default).DiagnosticAt(Histories.Start).Select(id => Course.FindQuestion(id)!.Concepts[0]).Take(4).Distinct().Count());

    [Fact]
    public void Weights_are_shares_of_the_questions_and_average_to_one()
    {
        var model = new LearnerModel(Histories.Course(questions: 25), Histories.Days, FsrsParameters.Default);
        Assert.Equal(7 / 6.25, model.WeightOf("concept-0"));
        Assert.Equal(1, model.WeightOf("unknown"));
        Assert.Equal(4, model.Concepts.Sum(model.WeightOf), 9);
    }

    [Fact]
    public void The_pace_is_told_by_the_answers_once_there_are_enough()
    {
        var model = Histories.Model(Course, [.. Enumerable.Range(0, 19).Select(i => Give(0, i / 100.0) with { Duration = TimeSpan.FromSeconds(5) })]);
        Assert.Equal(1, model.Pace);
        model = model.Copy();
        model.Add(Give(0, 1) with { Duration = TimeSpan.FromSeconds(5) });
        Assert.Equal(0.25, model.Pace);
    }

    [Theory]
    [InlineData(QuestionType.Single, 2, 30)]
    [InlineData(QuestionType.Number, 4, 180)]
    [InlineData(QuestionType.Open, 4, 180)]
    public void Expected_times_are_as_stated(QuestionType type, int level, int seconds) =>
        Assert.Equal(seconds, ExpectedTime.Of(Answers.Asked.All.Single(q => q.Type == type) with { Level = level }).TotalSeconds);

    [Fact]
    public void Damaged_foreign_and_cut_bytes_are_refused()
    {
        var bytes = Histories.Model(Course, Histories.Answers(1, 30)).Save();
        LearnerModel? Read(byte[] b) => LearnerModel.Restore(b, Course, Histories.Days, FsrsParameters.Default);
        Assert.NotNull(Read(bytes));
        for (var i = 0; i < bytes.Length; i += 37) Assert.Null(Read([.. bytes.Select((b, at) => at == i ? (byte)(b ^ 1) : b)]));
        for (var length = 0; length < bytes.Length; length += 101) Assert.Null(Read(bytes[..length]));
    }

    [Fact]
    public void A_mark_that_is_no_number_counts_as_nothing() => Assert.Equal(0, Histories.Model(Course, [Give(0, 0, score: double.NaN)]).Totals().Score);
}
