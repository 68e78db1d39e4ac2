using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Serving;

/// <summary>What an edit touched: the files that changed, and those whose pages change with them.</summary>
internal static class ContentChanges
{
    /// <summary>The files that were added, written or taken away.</summary>
    public static HashSet<string> Between(LoadedCourse before, LoadedCourse after)
    {
        var changed = after.Files.Where(f => !before.Files.TryGetValue(f.Key, out var stamp) || stamp != f.Value).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        changed.UnionWith(before.Files.Keys.Where(f => !after.Files.ContainsKey(f)));
        return changed;
    }

    /// <summary>
    /// The changed files and those that must be rendered again to find out whether the edit is sound: texts that show a changed
    /// figure or name something that is gone.
    /// </summary>
    public static HashSet<string> Touched(HashSet<string> changed, LoadedCourse before, LoadedCourse after)
    {
        var names = changed.Where(f => f.EndsWith(".svg", StringComparison.Ordinal)).Select(f => f[(f.IndexOf('/', StringComparison.Ordinal) + 1)..])
            .Concat(Gone(before.Course, after.Course)).ToList();
        var touched = changed.ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0) return touched;
        bool NamesAny(string text) => names.Exists(n => text.Contains(n, StringComparison.Ordinal));
        touched.UnionWith(after.Texts.Values.Where(t => NamesAny(t.Body)).Select(t => t.Origin.File));
        touched.UnionWith(after.Sources.Questions.Values.Select(q => q.Document).Where(d => NamesAny(d.Prompt.Value) || NamesAny(d.Explain.Value)).Select(d => d.Position.File));
        return touched;
    }

    /// <summary>Sources, concepts, lessons and sections that are not there any more.</summary>
    private static IEnumerable<string> Gone(Course before, Course after) =>
        before.Sources.Select(s => s.Id).Where(id => after.FindSource(id) is null)
            .Concat(before.Concepts.Select(c => c.Id).Where(id => after.FindConcept(id) is null))
            .Concat(before.Lessons.SelectMany(l => Gone(l, after.FindLesson(l.Id))));

    private static IEnumerable<string> Gone(Lesson before, Lesson? after)
    {
        if (after is null) return before.Sections.Select(s => $"{before.Id}#{s.Id}").Prepend(before.Id);
        if (before.Sections == after.Sections) return [];
        return before.Sections.Select(s => s.Id).Except(after.Sections.Select(s => s.Id), StringComparer.Ordinal).Select(id => $"{before.Id}#{id}");
    }
}
