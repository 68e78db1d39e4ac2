using System.Collections.Immutable;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Web.Features.Courses;

/// <summary>
/// The concept graph as an arc diagram: one row a concept, in reading order below its module's heading, and an arc for each
/// prerequisite. It grows by rows only, so that it fits a phone as it fits a wall.
/// </summary>
public sealed class ConceptArcs
{
    /// <summary>Width of the drawing in its own units; a row is one unit high.</summary>
    public const int Width = 200;

    /// <summary>How far the control points of the shortest and the longest arc reach; a curve reaches three quarters of it.</summary>
    private const double Shortest = 26;

    private const double Longest = 262;

    private ConceptArcs(ImmutableArray<ConceptRow> rows, ImmutableArray<ConceptArc> arcs)
    {
        Rows = rows;
        Arcs = arcs;
    }

    /// <summary>Headings and concepts from top to bottom.</summary>
    public ImmutableArray<ConceptRow> Rows { get; }

    /// <summary>One for each prerequisite, the longest first, so that short ones lie on top.</summary>
    public ImmutableArray<ConceptArc> Arcs { get; }

    /// <summary>Lays out a course's concepts.</summary>
    public static ConceptArcs Of(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var rows = ImmutableArray.CreateBuilder<ConceptRow>();
        foreach (var module in course.Modules) Add(module, [.. module.Lessons.SelectMany(l => course.ConceptsOf(l))]);
        Add(null, course.ConceptsOutsideLessons);

        var places = rows.Index().Where(r => r.Item.Concept is not null).ToDictionary(r => r.Item.Concept!.Id, r => r.Index, StringComparer.Ordinal);
        var spans = rows.Index()
            .SelectMany(r => r.Item.Needs.Where(n => places.ContainsKey(n.Id)).Select(n => (From: places[n.Id], To: r.Index)))
            .OrderByDescending(s => Math.Abs(s.To - s.From))
            .ToArray();
        var longest = spans.Length == 0 ? 1 : Math.Max(1, Math.Abs(spans[0].To - spans[0].From));
        return new ConceptArcs(rows.ToImmutable(), [.. spans.Select(s => Arc(s.From, s.To, longest, rows[s.From].Module == rows[s.To].Module))]);

        void Add(Module? module, ImmutableArray<Concept> concepts)
        {
            if (concepts.IsEmpty) return;
            rows.Add(new ConceptRow(module, null, []));
            foreach (var concept in concepts)
                rows.Add(new ConceptRow(module, concept, [.. concept.Needs.Select(course.FindConcept).OfType<Concept>()]));
        }
    }

    private static ConceptArc Arc(int from, int to, int longest, bool isWithinModule)
    {
        var reach = Shortest + (Longest - Shortest) * Math.Sqrt((Math.Abs(to - from) - 1.0) / Math.Max(1, longest - 1));
        var x = Math.Round(Width - reach, 1);
        var top = Math.Round(100 - reach / Longest * 130, 1);
        return new ConceptArc(
            from, to, isWithinModule,
            FormattableString.Invariant($"M{Width} {from + 0.5}C{x} {from + 0.5} {x} {to + 0.5} {Width} {to + 0.5}"),
            FormattableString.Invariant($"M{from + 0.5} 100C{from + 0.5} {top} {to + 0.5} {top} {to + 0.5} 100"));
    }
}

/// <summary>A row of the diagram.</summary>
/// <param name="Module">The module it belongs to; <see langword="null"/> when no lesson teaches it.</param>
/// <param name="Concept">The concept; <see langword="null"/> for the module's heading.</param>
/// <param name="Needs">What it builds on.</param>
public sealed record ConceptRow(Module? Module, Concept? Concept, ImmutableArray<Concept> Needs);

/// <summary>One prerequisite.</summary>
/// <param name="From">Row of what is needed.</param>
/// <param name="To">Row of what needs it.</param>
/// <param name="IsWithinModule">Whether both are of one module.</param>
/// <param name="Path">The curve beside the rows, as SVG path data.</param>
/// <param name="Skyline">The same with the rows from left to right, 100 units high.</param>
public sealed record ConceptArc(int From, int To, bool IsWithinModule, string Path, string Skyline);
