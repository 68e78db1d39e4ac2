using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Loading;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Courses;

namespace InterviewPrep.Web.Tests.Features;

public sealed partial class ConceptArcsTests
{
    private static ConceptArcs Arcs(ScreenCourse folder) => ConceptArcs.Of(new CourseLoader(folder.Path).Load(new DateOnly(2026, 11, 25)).Course);

    [Fact]
    public void Of_Course_RowsAreModulesWithTheirConceptsInReadingOrder()
    {
        using var folder = ScreenCourse.Miniature();

        Assert.Equal([null, "queue.order", "queue.cost", "stack.order", null, "tree.leaves"], Arcs(folder).Rows.Select(r => r.Concept?.Id));
    }

    [Fact]
    public void Of_Course_ArcsRunFromWhatIsNeededLongestFirst()
    {
        using var folder = ScreenCourse.Miniature();

        Assert.Equal([(1, 3), (1, 2)], Arcs(folder).Arcs.Select(a => (a.From, a.To)));
    }

    [Fact]
    public void Of_ConceptOutsideLessons_StandsLastUnderAHeadingOfItsOwn()
    {
        using var folder = ScreenCourse.Miniature();
        folder.Add("concepts.yaml", "\n- { id: sorting.merge, title: Merge sort, needs: [tree.leaves], definition: It merges. }\n");

        var map = Arcs(folder);

        Assert.Equal([(null, null), (null, "sorting.merge")], map.Rows[^2..].Select(r => (r.Module?.Id, r.Concept?.Id)));
        Assert.Equal(3, map.Arcs.Length);
    }

    [Fact]
    public void Of_ManyConcepts_EveryArcStaysInsideTheDrawing()
    {
        using var folder = new ScreenCourse();
        SyntheticCourse.Write(folder.Path, 40, questionsPerLesson: 1);
        var concepts = string.Concat(Enumerable.Range(0, 40).Select(n =>
            $"- {{ id: topic.c{n}, title: C, lesson: lesson-{n}, definition: D, needs: [{string.Join(", ", Enumerable.Range(0, n).Where(m => (m + n) % 5 == 0).Select(m => $"topic.c{m}"))}] }}\n"));
        folder.Write("concepts.yaml", concepts);

        var map = Arcs(folder);

        Assert.True(map.Arcs.Length > 100);
        Assert.All(map.Arcs, arc =>
        {
            // A cubic reaches three quarters of the way to its control points.
            var control = double.Parse(Control().Match(arc.Path).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.InRange(ConceptArcs.Width - 0.75 * (ConceptArcs.Width - control), 0, ConceptArcs.Width);
        });
    }

    [Fact]
    public void Of_CourseWithoutConcepts_IsEmpty()
    {
        using var folder = ScreenCourse.Miniature();
        folder.Write("concepts.yaml", "[]");

        Assert.Empty(Arcs(folder).Arcs);
    }

    [GeneratedRegex(@"C([\d.-]+) ")]
    private static partial Regex Control();
}
