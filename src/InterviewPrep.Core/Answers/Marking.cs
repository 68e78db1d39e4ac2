using System.Collections.Immutable;

namespace InterviewPrep.Core.Answers;

/// <summary>What a response is worth, and what it shows.</summary>
/// <param name="Score">Share of the mark, 0 to 1.</param>
/// <param name="Parts">
/// For each option, step, left side, blank or key point in the author's order whether the learner had it right: an option
/// ticked or rightly left, a step at its place. Empty for one text or number.
/// </param>
/// <param name="Misconceptions">Ids of the wrong beliefs that it shows.</param>
/// <param name="Slip">Index of the known wrong number that it is; <see langword="null"/> for none.</param>
/// <param name="Understood">How a typed number was read, such as "16.0 GiB"; else <see langword="null"/>.</param>
public sealed record Marking(double Score, ImmutableArray<bool> Parts, ImmutableArray<string> Misconceptions, int? Slip = null, string? Understood = null)
{
    /// <summary>
    /// From here on an answer is right, everywhere: in results, statistics, history, what is reviewed and every model. All, or all but a minor
    /// point: nine of ten blanks are, three of four are not.
    /// </summary>
    public const double Right = 0.9;

    /// <summary>From here on all of it is right; between this and 1 lies what division makes of it.</summary>
    public const double Full = 1 - 1e-9;

    /// <summary>Whether it is right (see <see cref="Right"/>).</summary>
    public bool IsRight => Score >= Right;

    /// <summary>Whether some of it is right, and not all.</summary>
    public bool IsPartlyRight => Score > 0 && !IsRight;
}
