namespace InterviewPrep.Content.Loading;

/// <summary>Every id that a reference may name.</summary>
internal sealed record KnownIds(IReadOnlySet<string> Concepts, IReadOnlySet<string> Sources, IReadOnlySet<string> Misconceptions, IReadOnlySet<string> Lessons);
