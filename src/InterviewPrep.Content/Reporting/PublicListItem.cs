using System.Collections.Immutable;

namespace InterviewPrep.Content.Reporting;

/// <summary>One item of a public list.</summary>
/// <param name="Id">Its number in the list.</param>
/// <param name="IsInScope">Whether the course means to answer it.</param>
/// <param name="Answer">Lesson, <c>lesson#section</c> or <c>question:id</c> that answers it; <see langword="null"/> for none.</param>
/// <param name="Questions">Ids of the questions that ask for it.</param>
public sealed record PublicListItem(string Id, bool IsInScope, string? Answer, ImmutableArray<string> Questions)
{
    /// <summary>Whether a question asks for it.</summary>
    public bool IsTested => !Questions.IsEmpty;

    /// <summary>Whether a section answers it, or the explanation of a question.</summary>
    public bool IsAnswered => Answer is not null || IsTested;
}
