using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Planning;

/// <summary>Chooses what to do today: what raises the readiness on the interview day most for each minute.</summary>
/// <remarks>
/// Values are estimates by the same models that the screens show; how well the choice works is measured on simulated learners by
/// <c>evaluate plan</c>. Remembering a card helps only where its answer could not be worked out as that of a new question: that is why its
/// gain in recall counts times the chance to miss a new one. Without this a long horizon is spent on reviews.
/// </remarks>
public sealed record TodayPolicy
{
    /// <summary>The policy of the app.</summary>
    public static TodayPolicy Default { get; } = new();

    /// <summary>What reading a lesson for the first time brings to its concepts, in logits.</summary>
    public double ReadingGain { get; init; } = 0.8;

    /// <summary>What an answer with its feedback brings to the concept, in logits, times the chance of being wrong.</summary>
    public double DrillGain { get; init; } = 0.15;

    /// <summary>Minutes to review a card.</summary>
    public double ReviewMinutes { get; init; } = 0.5;

    /// <summary>Minutes to answer a new question and read its explanation.</summary>
    public double DrillMinutes { get; init; } = 1;

    /// <summary>
    /// Everything that could be done today, the best for its minutes first. An activity's gain counts on top of what is before it in the list on
    /// the same concept, so that a list cut anywhere is the choice for that many minutes.
    /// </summary>
    public ImmutableArray<StudyActivity> Rank(StudySituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return [.. InOrder(situation)];
    }

    /// <summary>The same one by one: who wants a few does not pay for thousands.</summary>
    private IEnumerable<StudyActivity> InOrder(StudySituation situation)
    {
        var working = situation.Concepts.ToDictionary(c => c.Report.Concept, c => new Working(c), StringComparer.Ordinal);
        var lessons = situation.Lessons.ToList();
        while (Best(working, lessons, situation.RecallOfNewCard) is { } best)
        {
            Apply(best, working, lessons);
            yield return best;
        }
    }

    /// <summary>The choice for today's minutes: the ranked activities that fit, never more than the minutes.</summary>
    public ImmutableArray<StudyActivity> Choose(StudySituation situation, double minutes)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var shortest = situation.Lessons.Select(l => l.Minutes).Append(ReviewMinutes).Append(DrillMinutes).Min();
        var chosen = ImmutableArray.CreateBuilder<StudyActivity>();
        foreach (var activity in InOrder(situation))
        {
            if (shortest > minutes + 1e-9) break;
            if (activity.Minutes > minutes + 1e-9) continue;
            minutes -= activity.Minutes;
            chosen.Add(activity);
        }

        return chosen.ToImmutable();
    }

    private StudyActivity? Best(Dictionary<string, Working> concepts, List<LessonOutlook> lessons, double recallOfNewCard)
    {
        StudyActivity? best = null;
        void Consider(StudyActivity activity)
        {
            if (activity.Gain > 1e-9 && (best is null || activity.GainPerMinute > best.GainPerMinute + 1e-12)) best = activity;
        }

        foreach (var concept in concepts.Values)
        {
            if (concept.NextCard is { } card)
                Consider(new ReviewCard(card.Question, concept.Id, ReviewMinutes, concept.Weight * concept.ReviewValue(card)));
            if (concept.NextQuestion is { } question)
                Consider(new DrillQuestion(question, concept.Id, DrillMinutes, concept.Weight * concept.DrillValue(recallOfNewCard, DrillGain)));
        }

        foreach (var lesson in lessons)
        {
            var gain = lesson.Concepts.Sum(c => concepts.TryGetValue(c, out var concept) ? concept.Weight * concept.RiseOf(ReadingGain) : 0);
            Consider(new ReadLesson(lesson.Lesson, lesson.Concepts, lesson.Minutes, gain));
        }

        return best;
    }

    private void Apply(StudyActivity activity, Dictionary<string, Working> concepts, List<LessonOutlook> lessons)
    {
        switch (activity)
        {
            case ReviewCard review:
                concepts[review.Concept].TakeCard();
                break;
            case DrillQuestion drill:
                concepts[drill.Concept].TakeQuestion(DrillGain);
                break;
            case ReadLesson read:
                lessons.RemoveAll(l => l.Lesson == read.Lesson);
                foreach (var id in read.Concepts)
                {
                    if (concepts.TryGetValue(id, out var concept)) concept.Raise(ReadingGain);
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown activity {activity}.");
        }
    }

    /// <summary>A concept while a list is made.</summary>
    private sealed class Working(ConceptOutlook outlook)
    {
        private readonly Queue<CardOutlook> _cards = new(outlook.Cards.OrderByDescending(c => c.RecallThenIfReviewed - c.RecallThen));
        private readonly Queue<string> _unseen = new(outlook.Unseen);
        private double _mean = outlook.Report.Ability.Mean;

        public string Id => outlook.Report.Concept;

        public double Weight => outlook.Weight;

        public int Questions { get; } = Math.Max(1, outlook.Cards.Length + outlook.Unseen.Length);

        public CardOutlook? NextCard => _cards.TryPeek(out var card) ? card : null;

        public string? NextQuestion => _unseen.TryPeek(out var question) ? question : null;

        /// <summary>How much a gain in ability raises the chance to answer something new.</summary>
        public double RiseOf(double gain) => Chance(_mean + gain) - Chance(_mean);

        public double ReviewValue(CardOutlook card) => (card.RecallThenIfReviewed - card.RecallThen) * (1 - Chance(_mean)) / Questions;

        /// <summary>A question becomes a card that may be recalled, and teaches a little about the rest.</summary>
        public double DrillValue(double recallOfNewCard, double gain) =>
            (recallOfNewCard * (1 - Chance(_mean)) / Questions) + RiseOf(gain * (1 - Chance(_mean)));

        public void TakeCard() => _cards.Dequeue();

        public void TakeQuestion(double gain)
        {
            _unseen.Dequeue();
            Raise(gain * (1 - Chance(_mean)));
        }

        public void Raise(double gain) => _mean += gain;

        private double Chance(double mean) => NormalDistribution.MeanLogistic(mean - Difficulty.Medium, outlook.Report.Ability.Variance);
    }
}
