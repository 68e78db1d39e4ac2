using System.Collections.Immutable;
using System.Text.Json;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>What simulated learners really know at some points of their history: one JSON object a line (<c>l</c>, <c>n</c>, <c>day</c>, <c>M</c>).</summary>
internal static class TruthFile
{
    /// <summary>The truth about one learner.</summary>
    /// <param name="Learner">Whom it is about.</param>
    /// <param name="After">After how many answers.</param>
    /// <param name="Day">On which day.</param>
    /// <param name="Mastery">The share of each topic's questions that would be right then, by topic.</param>
    internal sealed record Truth(int Learner, int After, double Day, ImmutableArray<double> Mastery);

    /// <exception cref="DataFileException">A line is not such an object.</exception>
    public static ImmutableArray<Truth> Read(string file) =>
        [.. DataFile.Lines(file).Select(line => Parse(file, line.Number, line.Text))];

    private static Truth Parse(string file, int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new Truth(
                root.GetProperty("l").GetInt32(), root.GetProperty("n").GetInt32(), root.GetProperty("day").GetDouble(),
                [.. root.GetProperty("M").EnumerateArray().Select(m => m.GetDouble())]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(file, number, $"This is not a truth: {e.Message}");
        }
    }
}
