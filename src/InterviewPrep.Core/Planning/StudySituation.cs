using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Planning;

/// <summary>What could be done today, as far as it matters for the interview day.</summary>
public sealed record StudySituation
{
    /// <summary>The concepts that count.</summary>
    public required ImmutableArray<ConceptOutlook> Concepts { get; init; }

    /// <summary>The lessons not read yet whose prerequisites are read.</summary>
    public ImmutableArray<LessonOutlook> Lessons { get; init; } = [];

    /// <summary>The chance to recall on the interview day a card that is made today.</summary>
    public required double RecallOfNewCard { get; init; }
}

/// <summary>One concept on the interview day, if nothing more is done.</summary>
/// <param name="Report">The estimate, made for the interview day.</param>
/// <param name="Weight">How much it counts; 1 is average.</param>
/// <param name="Cards">Its questions that have been seen.</param>
/// <param name="Unseen">Ids of its questions that have not, in the order in which to ask them.</param>
public sealed record ConceptOutlook(ConceptReport Report, double Weight, ImmutableArray<CardOutlook> Cards, ImmutableArray<string> Unseen);

/// <summary>One card.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="RecallNow">The chance to recall it today.</param>
/// <param name="RecallThen">The chance to recall it on the interview day.</param>
/// <param name="RecallThenIfReviewed">The same if it is reviewed today.</param>
public readonly record struct CardOutlook(string Question, double RecallNow, double RecallThen, double RecallThenIfReviewed)
{
    /// <summary>Looks ahead with the memory model: a review is as likely to succeed as the card is to be recalled.</summary>
    /// <param name="question">Id of the question.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="memory">The card's memory; not new.</param>
    /// <param name="daysSince">Whole days since its last review, at least 0.</param>
    /// <param name="daysLeft">Whole days to the interview, at least 0.</param>
    public static CardOutlook Of(string question, MemoryModel model, MemoryState memory, int daysSince, int daysLeft)
    {
        ArgumentNullException.ThrowIfNull(model);
        var now = model.Retrievability(daysSince, memory.Stability);
        double Then(Rating rating) => model.Retrievability(daysLeft, model.Next(memory, rating, daysSince).Stability);
        return new(question, now, model.Retrievability(daysSince + daysLeft, memory.Stability), (now * Then(Rating.Good)) + ((1 - now) * Then(Rating.Again)));
    }

    /// <summary>The chance to recall on the interview day a card that is made today, if a new question is right so often.</summary>
    public static double RecallOfNew(MemoryModel model, double chance, int daysLeft)
    {
        ArgumentNullException.ThrowIfNull(model);
        double Then(Rating rating) => model.Retrievability(daysLeft, model.Next(default, rating, 0).Stability);
        return (chance * Then(Rating.Good)) + ((1 - chance) * Then(Rating.Again));
    }
}

/// <summary>One lesson that can be read now.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Minutes">Reading time.</param>
/// <param name="Concepts">Ids of the concepts that it teaches.</param>
public sealed record LessonOutlook(string Lesson, double Minutes, ImmutableArray<string> Concepts);
