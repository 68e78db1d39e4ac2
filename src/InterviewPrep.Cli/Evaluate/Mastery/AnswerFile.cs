using System.Collections.Immutable;
using System.Globalization;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Answers as CSV, one a line in the order of time. The heading names the columns: who (<c>learner</c> or <c>student</c>), when
/// (<c>day</c>, or <c>t</c> in seconds), <c>topic</c>, <c>item</c>, <c>correct</c> (1, 0, or -1 for a solution shown without a question) and,
/// where there is a test after practice, <c>phase</c> (0 or 1). Other columns are passed over.
/// </summary>
internal sealed class AnswerFile
{
    private const double SecondsPerDay = 86_400;

    /// <summary>The answers.</summary>
    public required ImmutableArray<AnswerRow> Rows { get; init; }

    /// <summary>Whether there is a column that tells practice from test.</summary>
    public required bool HasPhases { get; init; }

    /// <exception cref="DataFileException">A column is missing or a value is none.</exception>
    public static AnswerFile Read(string file)
    {
        using var lines = DataFile.Lines(file).GetEnumerator();
        if (!lines.MoveNext()) throw new DataFileException(file, "The file is empty.");
        var heading = lines.Current.Text.Split(',');
        int Column(params string[] names)
        {
            var at = Array.FindIndex(heading, h => names.Contains(h.Trim(), StringComparer.Ordinal));
            return at >= 0 ? at : throw new DataFileException(file, 1, $"There is no column {string.Join(" or ", names)}.");
        }

        var who = Column("learner", "student");
        var when = Column("day", "t");
        var perDay = heading[when].Trim() == "t" ? SecondsPerDay : 1;
        var (topic, item, correct) = (Column("topic"), Column("item"), Column("correct"));
        var phase = Array.FindIndex(heading, h => h.Trim() == "phase");
        var rows = ImmutableArray.CreateBuilder<AnswerRow>();
        while (lines.MoveNext())
        {
            var (number, text) = lines.Current;
            var cells = text.Split(',');
            double Number(int column) =>
                column < cells.Length && double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
                    ? value
                    : throw new DataFileException(file, number, $"'{(column < cells.Length ? cells[column] : "")}' in column {heading[column].Trim()} is not a number.");
            int Whole(int column) => Number(column) is var value && value == Math.Floor(value) && Math.Abs(value) < int.MaxValue
                ? (int)value
                : throw new DataFileException(file, number, $"'{cells[column]}' in column {heading[column].Trim()} is not a whole number.");
            bool? right = Whole(correct) switch
            {
                1 => true,
                0 => false,
                -1 => null,
                _ => throw new DataFileException(file, number, $"'{cells[correct]}' in column correct is not 1, 0 or -1."),
            };
            rows.Add(new(rows.Count, Whole(who), Number(when) / perDay, Whole(topic), Whole(item), right, phase >= 0 && Whole(phase) == 1));
        }

        return new AnswerFile { Rows = rows.ToImmutable(), HasPhases = phase >= 0 };
    }
}
