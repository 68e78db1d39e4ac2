using System.Collections.Immutable;

namespace InterviewPrep.Core.Courses;

/// <summary>One node of the concept graph: the grain at which everything about a learner is measured.</summary>
/// <param name="Id">Permanent dotted id, such as <c>attention.scaling</c>.</param>
/// <param name="Title">Name in plain text.</param>
/// <param name="Definition">One or two sentences of inline Markdown for the glossary.</param>
/// <param name="Place">Where it is taught; <see langword="null"/> when only decks ask for it.</param>
/// <param name="Needs">Ids of the concepts to know before; the graph has no cycle.</param>
public sealed record Concept(
    string Id, string Title, string Definition, SectionReference? Place, ImmutableArray<string> Needs);
