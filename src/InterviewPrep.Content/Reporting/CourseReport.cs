using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Reporting;

/// <summary>Figures about a course as blocks of Markdown; a document that has a block's marks can be kept true by <see cref="Refresh"/>.</summary>
public static class CourseReport
{
    /// <summary>Every block by its name, in the order of a report.</summary>
    /// <param name="loaded">The course.</param>
    /// <param name="lists">Public lists that it is held against.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Blocks(LoadedCourse loaded, ImmutableArray<PublicList> lists)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var course = loaded.Course;
        return
        [
            new("counts", Counts(loaded)),
            new("modules", Modules(course)),
            new("questions", Questions(course)),
            new("objectives", Objectives(course)),
            new("items", Items(course)),
            new("ladders", Ladders(course)),
            new("numbers", Numbers(loaded)),
            new("lists", Lists(lists)),
        ];
    }

    /// <summary>The document with each block between its marks, <c>&lt;!-- report: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>, written anew.</summary>
    /// <exception cref="InvalidDataException">A mark names no block, or has no end.</exception>
    public static string Refresh(string document, LoadedCourse loaded, ImmutableArray<PublicList> lists)
    {
        ArgumentNullException.ThrowIfNull(document);
        const string Start = "<!-- report: ";
        var blocks = Blocks(loaded, lists).ToDictionary(StringComparer.Ordinal);
        var output = new StringBuilder();
        var done = 0;
        for (var mark = document.IndexOf(Start, StringComparison.Ordinal); mark >= 0; mark = document.IndexOf(Start, done, StringComparison.Ordinal))
        {
            var line = document.IndexOf('\n', mark) + 1;
            var end = line == 0 ? -1 : document.IndexOf("<!-- end -->", line, StringComparison.Ordinal);
            var name = document[(mark + Start.Length)..(line == 0 ? document.Length : line)].Split(' ')[0];
            if (end < 0) throw new InvalidDataException($"The block '{name}' has no end.");
            if (!blocks.TryGetValue(name, out var block)) throw new InvalidDataException($"There is no block '{name}'; there are {string.Join(", ", blocks.Keys)}.");
            output.Append(document, done, line - done).Append(block);
            done = end;
        }

        return output.Append(document, done, document.Length - done).ToString();
    }

    private static string Lists(ImmutableArray<PublicList> lists)
    {
        string[] Row(string title, IReadOnlyCollection<PublicListItem> items)
        {
            var wanted = items.Where(i => i.IsInScope).ToList();
            return [title, Text(items.Count), Text(wanted.Count), Text(wanted.Count(i => i.IsAnswered)), Share(wanted.Count(i => i.IsAnswered), wanted.Count), Text(wanted.Count(i => i.IsTested)), Share(wanted.Count(i => i.IsTested), wanted.Count)];
        }

        return Table(
            ["list", "items", "in scope", "answered", "share", "tested", "share"],
            [.. lists.Select(l => Row(l.Title, l.Items)), Row("**all**", [.. lists.SelectMany(l => l.Items)])]);
    }

    private static string Counts(LoadedCourse loaded)
    {
        var (course, counts) = (loaded.Course, loaded.Counts);
        var named = Misconceptions(course).ToHashSet(StringComparer.Ordinal);
        return Table(
            ["what", "how many"],
            [
                ["modules", Text(counts.Modules)],
                ["lessons", Text(counts.Lessons)],
                ["words in lessons", Text(counts.Words)],
                ["minutes of reading", Text(course.Lessons.Sum(l => l.Minutes))],
                ["questions of lessons", Text(course.Questions.Count(q => q.Lesson is not null))],
                ["questions of decks", Text(course.Questions.Count(q => q.Deck is not null))],
                ["concepts", Text(counts.Concepts)],
                ["named misconceptions", Text(counts.Misconceptions)],
                ["of these, that a wrong option or slip points to", Text(course.Misconceptions.Count(m => named.Contains(m.Id)))],
                ["sources", Text(counts.Sources)],
                ["checks", Text(counts.Checks)],
                ["key facts", Text(course.Lessons.Sum(l => l.Facts.Length))],
            ]);
    }

    private static string Modules(Course course) => Table(
        ["module", "lessons", "words", "minutes", "questions", "fewest in a lesson"],
        course.Modules.Select(m => (string[])
        [
            m.Title, Text(m.Lessons.Length), Text(m.Lessons.Sum(l => l.Words)), Text(m.Minutes),
            Text(m.Lessons.Sum(l => course.QuestionsOf(l).Length)), Text(m.Lessons.Min(l => course.QuestionsOf(l).Length)),
        ]));

    private static string Questions(Course course)
    {
        var types = Enum.GetValues<QuestionType>();
        string[] Row(string title, IReadOnlyCollection<Question> questions) =>
        [
            title, .. types.Select(t => Text(questions.Count(q => q.Type == t))), .. Enumerable.Range(1, 4).Select(l => Text(questions.Count(q => q.Level == l))),
        ];
        return Table(
            ["where", .. types.Select(t => t.ToString().ToLowerInvariant()), "level 1", "level 2", "level 3", "level 4"],
            [
                .. course.Modules.Select(m => Row(m.Title, [.. m.Lessons.SelectMany(l => course.QuestionsOf(l))])),
                .. course.Decks.Select(d => Row(d.Title, [.. course.Questions.Where(q => q.Deck == d.Id)])),
                Row("**all**", course.Questions),
            ]);
    }

    private static string Objectives(Course course)
    {
        var all = course.Lessons.Sum(l => l.Objectives.Length);
        var tested = course.Lessons.Sum(l => course.QuestionsOf(l).SelectMany(q => q.Objectives).Distinct().Count());
        var reach = course.Concepts.Select(c => course.Questions.Where(q => q.Concepts.Contains(c.Id)).ToList()).ToList();
        return Table(
            ["what", "of", "how many"],
            [
                ["objectives that a question tests", Text(all), Text(tested)],
                ["concepts with at least three questions", Text(reach.Count), Text(reach.Count(q => q.Count >= 3))],
                ["concepts with a question of level 3 or 4", Text(reach.Count), Text(reach.Count(q => q.Exists(x => x.Level >= 3)))],
                ["concepts with questions of two levels or more", Text(reach.Count), Text(reach.Count(q => q.Select(x => x.Level).Distinct().Count() > 1))],
            ]);
    }

    private static string Items(Course course)
    {
        var singles = course.Questions.OfType<SingleQuestion>().ToList();
        var numbers = course.Questions.OfType<NumberQuestion>().ToList();
        var lengths = singles.Select(q => q.Options.Select(o => (o.Correct, Length: PlainText.Of(o.Text).Length)).ToList()).ToList();
        var longest = lengths.Count(o => o.Find(x => x.Correct).Length > o.Where(x => !x.Correct).Max(x => x.Length));
        var shortest = lengths.Count(o => o.Find(x => x.Correct).Length < o.Where(x => !x.Correct).Min(x => x.Length));
        var options = course.Questions.OfType<ChoiceQuestion>().SelectMany(q => q.Options).ToList();
        return Table(
            ["figure", "how many", "share"],
            [
                ["single-choice questions", Text(singles.Count), ""],
                ["the key is longer than every other option", Text(longest), Share(longest, singles.Count)],
                ["the key is shorter than every other option", Text(shortest), Share(shortest, singles.Count)],
                ["expected of either by chance, without ties", "", singles.Count == 0 ? "–" : Invariant($"{100 * singles.Average(q => 1.0 / q.Options.Length):0.0} %")],
                .. "ABCD".Select((letter, i) =>
                {
                    var at = singles.Count(q => q.Options.Length > i && q.Options[i].Correct);
                    return (string[])[$"the key is written as {letter} (shown in random order)", Text(at), Share(at, singles.Count)];
                }),
                ["options with a reason", Text(options.Count(o => o.Why is not null)), Share(options.Count(o => o.Why is not null), options.Count)],
                ["numeric questions", Text(numbers.Count), ""],
                ["numeric questions with variants", Text(numbers.Count(q => q.Variants.Count > 1)), Share(numbers.Count(q => q.Variants.Count > 1), numbers.Count)],
                ["variants of numeric questions, all checked", Text(numbers.Sum(q => q.Variants.Count)), ""],
                ["known slips of numeric questions", Text(numbers.Sum(q => q.Slips.Length)), ""],
            ]);
    }

    private static string Ladders(Course course)
    {
        var (depth, back) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        int Depth(Question question, HashSet<string> path)
        {
            if (depth.TryGetValue(question.Id, out var known)) return known;
            if (!path.Add(question.Id))
            {
                back++;
                return 0;
            }

            var below = question.FollowUps.Select(course.FindQuestion).OfType<Question>().Select(q => Depth(q, path)).DefaultIfEmpty(0).Max();
            path.Remove(question.Id);
            return depth[question.Id] = below + 1;
        }

        var rungs = course.Questions.Select(q => (q.Lesson, Rungs: Depth(q, []))).ToList();
        var longest = rungs.Where(r => r.Lesson is not null).GroupBy(r => r.Lesson, r => r.Rungs).Select(g => g.Max()).ToList();
        return Table(
            ["figure", "how many"],
            [
                ["questions that lead on to another", Text(course.Questions.Count(q => !q.FollowUps.IsEmpty))],
                ["ladders that lead back to one of their own rungs", Text(back)],
                ["lessons from which a ladder of four rungs or more starts", Text(longest.Count(r => r >= 4))],
                ["lessons in all", Text(course.Lessons.Length)],
                ["rungs of the longest ladder", Text(rungs.Select(r => r.Rungs).DefaultIfEmpty(0).Max())],
            ]);
    }

    private static string Numbers(LoadedCourse loaded)
    {
        var coverage = ProseNumbers.Of(loaded);
        string[] Row(string title, IReadOnlyCollection<NumberCoverage> of) =>
            [title, Text(of.Sum(c => c.Computed)), Text(of.Sum(c => c.Checked)), Text(of.Sum(c => c.Sourced)), Text(of.Sum(c => c.Open.Count()))];
        return Table(
            ["lesson", "computed in the text", "typed, held by a check", "typed, in a paragraph with a source", "typed, neither"],
            [.. coverage.Select(c => Row(c.Lesson, [c])), Row("**all**", coverage)]);
    }

    private static IEnumerable<string> Misconceptions(Course course) =>
        course.Questions.OfType<ChoiceQuestion>().SelectMany(q => q.Options).Select(o => o.Misconception)
            .Concat(course.Questions.OfType<NumberQuestion>().SelectMany(q => q.Slips).Select(s => s.Misconception))
            .OfType<string>();

    private static string Table(IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder($"| {string.Join(" | ", head)} |\n|---|{string.Concat(Enumerable.Repeat("--:|", head.Count - 1))}\n");
        foreach (var row in rows) table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return table.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : Invariant($"{100.0 * part / whole:0.0} %");

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
