using System.Text.Json;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Cli.Evaluate;

/// <summary><c>evaluate fsrs</c>: the scheduler, fuzz and forgetting curve against reference vectors, one JSON object a line.</summary>
internal static class FsrsEvaluation
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        if (arguments is not [{ } file] || file.StartsWith('-')) return EvaluateCommand.Misuse(error, "evaluate fsrs is followed by one file of vectors.");
        var begin = clock.GetTimestamp();
        var comparison = new VectorComparison();
        foreach (var (number, line) in DataFile.Lines(file)) Compare(file, number, line, comparison);
        if (comparison.Steps == 0) throw new DataFileException(file, "There is no vector in it.");
        ResultJson.Write(output, new
        {
            algorithm = FsrsParameters.Version,
            steps = comparison.Steps,
            mismatches = comparison.Mismatches,
            largestRelativeError = comparison.LargestRelativeError,
            seconds = clock.GetElapsedTime(begin).TotalSeconds,
            differences = comparison.Shown,
        });
        return comparison.Mismatches == 0 ? Commands.Passed : Commands.Failed;
    }

    private static void Compare(string file, int number, string line, VectorComparison comparison)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("k", out _)) CurveVector.Compare(json.RootElement, comparison, $"{file}:{number}");
            else HistoryVector.Compare(json.RootElement, comparison, $"{file}:{number}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new DataFileException(file, number, $"This is no vector: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
