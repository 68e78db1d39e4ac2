namespace InterviewPrep.Cli.Evaluate;

/// <summary>Counts what was compared with reference vectors and what differs.</summary>
internal sealed class VectorComparison
{
    /// <summary>Real numbers may differ by this share of themselves, or by the last of the eight decimals that references are printed with.</summary>
    public const double Tolerance = 1e-6;

    private const double LastDecimal = 1e-8;
    private const int MostShown = 20;
    private bool _differs;

    /// <summary>How many results were compared.</summary>
    public int Steps { get; private set; }

    /// <summary>How many of them differ in any respect.</summary>
    public int Mismatches { get; private set; }

    /// <summary>The largest relative difference of a real number.</summary>
    public double LargestRelativeError { get; private set; }

    /// <summary>The first mismatches, in words.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>Compares one result; <paramref name="compare"/> calls <see cref="Number"/> and <see cref="Whole"/>.</summary>
    public void Step(Action compare)
    {
        _differs = false;
        compare();
        Steps++;
        if (_differs) Mismatches++;
    }

    /// <summary>Compares real numbers.</summary>
    public void Number(string what, double actual, double expected)
    {
        var difference = Math.Abs(actual - expected);
        if (expected != 0) LargestRelativeError = Math.Max(LargestRelativeError, difference / Math.Abs(expected));
        if (!(difference <= (Tolerance * Math.Abs(expected)) + LastDecimal)) Report(FormattableString.Invariant($"{what} is {actual}, not {expected}"));
    }

    /// <summary>Compares whole numbers.</summary>
    public void Whole(string what, long actual, long expected)
    {
        if (actual != expected) Report(FormattableString.Invariant($"{what} is {actual}, not {expected}"));
    }

    private void Report(string message)
    {
        _differs = true;
        if (Shown.Count < MostShown) Shown.Add(message);
    }
}
