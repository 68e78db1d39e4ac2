using System.Globalization;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Predictions of another implementation (CSV with the columns <c>row</c>, counted from 0 in the answer file, and <c>p_hbr</c>) beside
/// those of the app for all learners in the order of time, with shared difficulties.
/// </summary>
internal static class ReferencePredictions
{
    /// <exception cref="DataFileException">The file is none of these.</exception>
    public static Comparison Compare(string file, AnswerFile answers, ModelKind kind)
    {
        var expected = Read(file);
        var family = kind.NewFamily();
        var learners = new Dictionary<int, IKnowledgeModel>();
        var largest = 0.0;
        var compared = 0;
        foreach (var row in answers.Rows)
        {
            if (!learners.TryGetValue(row.Learner, out var learner)) learners[row.Learner] = learner = family();
            if (expected.TryGetValue(row.Row, out var prediction))
            {
                largest = Math.Max(largest, Math.Abs(prediction - learner.Predict(row)));
                compared++;
            }

            learner.Observe(row);
        }

        return new(expected.Count, compared, largest);
    }

    private static Dictionary<int, double> Read(string file)
    {
        var expected = new Dictionary<int, double>();
        string[]? heading = null;
        foreach (var (number, text) in DataFile.Lines(file))
        {
            var cells = text.Split(',');
            if (heading is null)
            {
                heading = cells;
                continue;
            }

            var (row, prediction) = (Array.IndexOf(heading, "row"), Array.IndexOf(heading, "p_hbr"));
            if (row < 0 || prediction < 0) throw new DataFileException(file, 1, "There is no column row or no column p_hbr.");
            if (cells.Length < heading.Length
                || !int.TryParse(cells[row], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                || !double.TryParse(cells[prediction], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new DataFileException(file, number, "This is not a prediction of a row.");
            }

            expected[at] = value;
        }

        return expected;
    }

    /// <param name="Given">Predictions in the file.</param>
    /// <param name="Compared">How many of them are of a row that there is.</param>
    /// <param name="LargestDifference">The largest difference of two probabilities.</param>
    internal sealed record Comparison(int Given, int Compared, double LargestDifference);
}
