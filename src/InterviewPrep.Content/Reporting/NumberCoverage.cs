using System.Collections.Immutable;

namespace InterviewPrep.Content.Reporting;

/// <summary>How the numbers in a lesson's text are held.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Computed">Numbers that the text computes, <c>{{= … }}</c>.</param>
/// <param name="Checked">Typed numbers that a check or a computed number of the lesson holds.</param>
/// <param name="Left">Typed numbers that nothing holds, in the order of the text.</param>
public sealed record NumberCoverage(string Lesson, int Computed, int Checked, ImmutableArray<ProseNumber> Left)
{
    /// <summary>Those of <see cref="Left"/> whose paragraph cites a source.</summary>
    public int Sourced => Left.Count(n => n.IsSourced);

    /// <summary>Those of <see cref="Left"/> that rest on nothing but the author.</summary>
    public IEnumerable<ProseNumber> Open => Left.Where(n => !n.IsSourced);
}
