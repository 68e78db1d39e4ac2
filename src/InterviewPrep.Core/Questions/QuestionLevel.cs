namespace InterviewPrep.Core.Questions;

/// <summary>What the levels of questions are called.</summary>
public static class QuestionLevel
{
    /// <summary>What sort of thinking a level, 1 to 4, asks for, in lower case.</summary>
    public static string Name(int level) => level switch
    {
        1 => "recall",
        2 => "explain",
        3 => "compute or apply",
        _ => "trade-off or debug",
    };
}
