namespace InterviewPrep.Core.Learning;

/// <summary>How many answers something has had, and what came of them.</summary>
/// <param name="Answers">How many.</param>
/// <param name="Right">How many were right.</param>
/// <param name="Score">Sum of their marks, 0 to <paramref name="Answers"/>.</param>
/// <param name="Minutes">Time spent, an answer counting for ten minutes at most.</param>
public readonly record struct StudyTotals(int Answers, int Right, double Score, double Minutes)
{
    /// <summary>Share right, 0 to 1; NaN without answers.</summary>
    public double ShareRight => (double)Right / Answers;

    /// <summary>Mean mark, 0 to 1; NaN without answers.</summary>
    public double MeanScore => Score / Answers;

    internal StudyTotals Plus(in AnswerRecord record, TimeSpan spent) =>
        new(Answers + 1, Right + (record.IsRight ? 1 : 0), Score + record.Score, Minutes + spent.TotalMinutes);
}

/// <summary>The totals of one study day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Totals">What was done on it.</param>
public readonly record struct DayTotals(DateOnly Day, StudyTotals Totals);

/// <summary>How well due cards were recalled.</summary>
/// <param name="Reviews">Answers in review to cards whose interval of days was over.</param>
/// <param name="Recalled">How many of them were not rated <see cref="Memory.Rating.Again"/>.</param>
/// <param name="Predicted">How many the memory model expected.</param>
public readonly record struct RetentionRecord(int Reviews, int Recalled, double Predicted)
{
    /// <summary>The true retention, 0 to 1; NaN without reviews.</summary>
    public double Share => (double)Recalled / Reviews;

    /// <summary>The retention that was expected, 0 to 1; NaN without reviews.</summary>
    public double PredictedShare => Predicted / Reviews;
}
