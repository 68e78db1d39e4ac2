using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Markdown.Typography;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>Builds the concepts and holds their prerequisites to be known and without a cycle.</summary>
internal static class ConceptGraph
{
    public static ImmutableArray<Concept> Build(IReadOnlyCollection<ConceptDocument> documents, ReferenceCheck references, DiagnosticBag diagnostics)
    {
        var ids = documents.Select(d => d.Id.Value).ToHashSet(StringComparer.Ordinal);
        var known = documents.Select(d => KeyValuePair.Create(
            d.Id.Value,
            d.Needs.Where(n => references.Holds(n, ids, DiagnosticRules.UnknownConcept, "concept")).ToList())).ToList();
        var needs = Prerequisites.WithoutCycles(known, diagnostics);
        return [.. documents.Select(d => new Concept(d.Id.Value, TypographicMarks.Apostrophes(d.Title.Value), d.Definition.Value, d.Lesson is { } place ? SectionReference.Parse(place.Value) : null, [.. needs[d.Id.Value]]))];
    }
}
