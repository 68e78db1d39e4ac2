using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>Takes an answer into the schedule of its question.</summary>
internal sealed class CardFold(Scheduler scheduler, StudyClock clock)
{
    private const ulong FuzzSeed = 0x9E3779B97F4A7C15;

    /// <summary>Moves the card as the answer says, and notes in the record what it did. Drills outside the schedule and undone grades move nothing.</summary>
    public void Move(ref QuestionMemory memory, ref AnswerRecord answer, CourseItem item)
    {
        answer.Rating = 0;
        answer.WasDue = 0;
        answer.Recall = float.NaN;
        if (!answer.Schedules) return;
        var card = memory.Card ?? Card.New;
        var (date, moment) = (answer.Date, answer.Moment);
        if (card.State != CardState.New)
        {
            answer.Recall = (float)scheduler.Retrievability(card, moment);
            answer.WasDue = card.State == CardState.Review && (int)Math.Floor(clock.Of(card.Due)) <= date ? (byte)1 : (byte)0;
        }

        var rating = answer.OwnRating != 0 ? (Rating)answer.OwnRating : Derived(memory, answer, item);
        answer.Rating = (byte)rating;
        memory.Card = scheduler.Review(card, rating, moment, ElapsedDays(memory, date), SeedOf(item, card));
        memory.LastDate = date;
        if (answer is { Certainty: (byte)Certainty.Certain, IsRight: false }) memory.ConfidentlyWrongDate = date;
        else if (answer.IsRight && date > memory.ConfidentlyWrongDate) memory.ConfidentlyWrongDate = 0;
    }

    /// <summary>What each rating would make of a card now.</summary>
    public CardPreview Preview(in QuestionMemory memory, CourseItem item, DateTime now)
    {
        var card = memory.Card ?? Card.New;
        return scheduler.Preview(card, now, ElapsedDays(memory, (int)Math.Floor(clock.Of(now))), SeedOf(item, card));
    }

    private static Rating Derived(in QuestionMemory memory, in AnswerRecord answer, CourseItem item) => AnswerRating.Of(
        answer.Score,
        answer.Certainty == 0 ? null : answer.Certainty,
        answer.Hints,
        TimeSpan.FromMilliseconds(answer.Duration),
        item.Expected,
        item.Prior.Guess,
        isFirstTry: memory.Card is null || memory.LastDate != answer.Date);

    private static int ElapsedDays(in QuestionMemory memory, int date) => memory.Card is null ? 0 : Math.Max(0, date - memory.LastDate);

    /// <summary>Cards made together come back on different days; the same answers give the same days.</summary>
    private static ulong SeedOf(CourseItem item, Card card)
    {
        var hash = FuzzSeed ^ (uint)card.Reps;
        foreach (var character in item.Id) hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }
}
