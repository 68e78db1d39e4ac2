namespace InterviewPrep.Core.Questions;

/// <summary>How far a number may be from the key. The wider of the two holds.</summary>
/// <param name="Relative">Share of the key's size, 0 to 1.</param>
/// <param name="Absolute">Distance in the key's base units, at least 0.</param>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>Two percent.</summary>
    public static Tolerance Default => new(0.02, 0);

    /// <summary>Whether a value counts as the key. Not finite never does.</summary>
    public bool Accepts(double key, double value) =>
        double.IsFinite(key) && double.IsFinite(value)
        && Math.Abs(value - key) <= Math.Max(Absolute, Relative * Math.Abs(key)) + RoundingError * Math.Abs(key);

    /// <summary>What double arithmetic may lose on the way to an exact count.</summary>
    private const double RoundingError = 1e-12;
}
