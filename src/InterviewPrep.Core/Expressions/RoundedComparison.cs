namespace InterviewPrep.Core.Expressions;

/// <summary>The rule of <c>a ≈ b</c>: a rounds to b as b is written.</summary>
internal static class RoundedComparison
{
    /// <summary>What is allowed when the right side is computed and so has no last written digit.</summary>
    private const double RelativeTolerance = 0.005;

    /// <summary>A hair on the tolerance, and a few last bits of the right side, for what floating point loses.</summary>
    private const double Slack = 1e-9;
    private const double LastBits = 1e-15;

    /// <summary>The allowed difference: half a unit of the last digit of a literal, 0.5 % of anything else.</summary>
    public static double Tolerance(ExpressionNode right, double value) =>
        right is ExpressionNode.Literal literal ? literal.HalfUnit : RelativeTolerance * Math.Abs(value);

    /// <summary>Whether the two differ by no more than is allowed.</summary>
    public static bool Holds(double left, double right, double tolerance) =>
        Math.Abs(left - right) <= (tolerance * (1 + Slack)) + (LastBits * Math.Abs(right));
}
