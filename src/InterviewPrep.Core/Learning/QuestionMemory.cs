using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>What a learner's answers to one question have come to. The default value is a question never answered.</summary>
internal record struct QuestionMemory
{
    private int _lastPlaceAnd1;

    /// <summary>The card; <see langword="null"/> when nothing has moved its schedule.</summary>
    public Card? Card { get; set; }

    /// <summary>Study day of the last answer that moved the schedule.</summary>
    public int LastDate { get; set; }

    /// <summary>Study day of the last answer that was certain and wrong and not made good since; 0 for none.</summary>
    public int ConfidentlyWrongDate { get; set; }

    /// <summary>Place of the last answer in the log; -1 for none.</summary>
    public int LastPlace
    {
        readonly get => _lastPlaceAnd1 - 1;
        set => _lastPlaceAnd1 = value + 1;
    }
}
