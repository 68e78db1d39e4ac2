namespace InterviewPrep.Core.Mastery;

/// <summary>What is known about one learner and one concept.</summary>
public sealed record ConceptTrace
{
    /// <summary>How far the concept lies above or below the learner's overall ability, in logits.</summary>
    public required Belief Offset { get; init; }

    /// <summary>Answers to questions whose primary concept it is.</summary>
    public int Answers { get; init; }

    /// <summary>How many of them were right.</summary>
    public int Right { get; init; }

    /// <summary>When it was last answered or looked at, in days.</summary>
    public double LastDay { get; init; }

    /// <summary>The question of the first right answer.</summary>
    public string? FirstRightQuestion { get; init; }

    /// <summary>Whether another question was answered right too.</summary>
    public bool SeveralRightQuestions { get; init; }

    /// <summary>The day of the first right answer.</summary>
    public int? FirstRightDate { get; init; }

    /// <summary>The day of the last right answer.</summary>
    public int? LastRightDate { get; init; }

    /// <summary>The day of the last wrong answer.</summary>
    public int? LastWrongDate { get; init; }

    /// <summary>The highest level answered right; 0 for none.</summary>
    public int HighestRightLevel { get; init; }

    /// <summary>Whether a right answer came straight after a question on another concept, so that the topic was not given away.</summary>
    public bool RightWhenMixed { get; init; }

    /// <summary>
    /// Whether the answers carry the top standing: right on two days and two questions, one of them hard and one of them mixed in with
    /// other concepts, and every miss made good on a later day.
    /// </summary>
    /// <param name="questions">How many questions the concept has: one cannot ask for two where there is one.</param>
    /// <param name="hardest">The highest level among them; level 3 is enough where there is more.</param>
    public bool CarriesTop(int questions, int hardest) =>
        LastRightDate > FirstRightDate
        && (SeveralRightQuestions || questions < 2)
        && HighestRightLevel >= Math.Min(3, hardest)
        && RightWhenMixed
        && (LastWrongDate is null || LastRightDate > LastWrongDate);

    /// <summary>The counts after one more answer; the belief is the model's business.</summary>
    internal ConceptTrace Count(ConceptAnswer answer, bool mixed)
    {
        if (answer.IsWrong) return this with { Answers = Answers + 1, LastDay = answer.Day, LastWrongDate = answer.Date };
        if (!answer.IsRight) return this with { LastDay = answer.Day };
        return this with
        {
            Answers = Answers + 1,
            Right = Right + 1,
            LastDay = answer.Day,
            FirstRightQuestion = FirstRightQuestion ?? answer.Question,
            SeveralRightQuestions = SeveralRightQuestions || (FirstRightQuestion is not null && FirstRightQuestion != answer.Question),
            FirstRightDate = FirstRightDate ?? answer.Date,
            LastRightDate = answer.Date,
            HighestRightLevel = Math.Max(HighestRightLevel, answer.Level),
            RightWhenMixed = RightWhenMixed || mixed,
        };
    }
}
