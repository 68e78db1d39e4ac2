using System.Collections.Immutable;

namespace InterviewPrep.Core.Planning;

/// <summary>Which lessons a plan holds, and in which order.</summary>
internal static class LessonChoice
{
    /// <summary>Chooses lessons for so many minutes of reading; prerequisites come first.</summary>
    /// <exception cref="ArgumentException">Lessons need each other in a circle.</exception>
    public static (ImmutableArray<PlanLesson> Chosen, ImmutableArray<string> LeftOut) Choose(PlanRequest request, int minutes)
    {
        var lessons = InOrder(request.Lessons);
        var open = lessons.Where(l => !IsDone(request, l)).ToDictionary(l => l.Id, StringComparer.Ordinal);
        var wanted = open.Values.Where(l => IsWanted(request, l)).SelectMany(l => Closure(l, open)).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lesson in lessons.Where(l => wanted.Contains(l.Id)).OrderByDescending(l => l.Weight / l.Minutes).ToList())
        {
            ImmutableArray<PlanLesson> missing = [.. Closure(lesson, open).Where(l => !chosen.Contains(l.Id)).DistinctBy(l => l.Id)];
            var cost = missing.Sum(l => l.Minutes);
            if (cost > minutes) continue;
            minutes -= cost;
            chosen.UnionWith(missing.Select(l => l.Id));
        }

        return (
            [.. lessons.Where(l => chosen.Contains(l.Id))],
            [.. request.Lessons.Where(l => wanted.Contains(l.Id) && !chosen.Contains(l.Id)).Select(l => l.Id)]);
    }

    /// <summary>Read, or about nothing that is not known.</summary>
    private static bool IsDone(PlanRequest request, PlanLesson lesson) =>
        request.ReadLessons.Contains(lesson.Id) || (!lesson.Concepts.IsEmpty && lesson.Concepts.All(request.KnownConcepts.Contains));

    private static bool IsWanted(PlanRequest request, PlanLesson lesson) =>
        request.Rounds.IsEmpty || lesson.Rounds.IsEmpty || lesson.Rounds.Any(r => request.Rounds.Contains(r));

    /// <summary>A lesson and what has to be read before it.</summary>
    private static IEnumerable<PlanLesson> Closure(PlanLesson lesson, Dictionary<string, PlanLesson> open)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<PlanLesson>([lesson]);
        while (waiting.TryPop(out var next))
        {
            if (!found.Add(next.Id)) continue;
            yield return next;
            foreach (var need in next.Needs)
            {
                if (open.TryGetValue(need, out var before)) waiting.Push(before);
            }
        }
    }

    /// <summary>The order of the course, each lesson after its prerequisites.</summary>
    private static ImmutableArray<PlanLesson> InOrder(ImmutableArray<PlanLesson> lessons)
    {
        var byId = lessons.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<PlanLesson>(lessons.Length);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var remaining = lessons.ToList();
        while (remaining.Count > 0)
        {
            var next = remaining.FindIndex(l => l.Needs.All(n => done.Contains(n) || !byId.ContainsKey(n)));
            if (next < 0) throw new ArgumentException($"The lessons {string.Join(", ", remaining.Select(l => l.Id))} need each other in a circle.", nameof(lessons));
            ordered.Add(remaining[next]);
            done.Add(remaining[next].Id);
            remaining.RemoveAt(next);
        }

        return ordered.ToImmutable();
    }
}
