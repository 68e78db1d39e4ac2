using System.Collections.Immutable;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Reporting;

/// <summary>A list of interview questions that candidates pass around, held item by item against the course.</summary>
/// <param name="Title">Repository, version and how its items were counted.</param>
/// <param name="Items">Its items.</param>
public sealed record PublicList(string Title, ImmutableArray<PublicListItem> Items)
{
    private const string Nothing = "-";
    private const string Explanation = "question:";

    private static readonly string[] Columns = ["item", "topic", "scope", "lesson", "questions"];

    /// <summary>Reads every list of a folder, in the order of the files' names; none when there is no such folder.</summary>
    /// <exception cref="InvalidDataException">A file is not as it should be, or names what the course does not have.</exception>
    public static ImmutableArray<PublicList> ReadAll(string folder, Course course) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).Select(f => Read(Path.GetFileName(f), File.ReadAllLines(f), course))] : [];

    /// <summary>Reads a list: a line <c># title</c>, a line of column names, and a line for each item with a tab between its columns. What answers an item is a lesson, <c>lesson#section</c>, or <c>question:id</c> for that question's explanation.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="course">The course that is named.</param>
    /// <exception cref="InvalidDataException">It is not as it should be, or names what the course does not have.</exception>
    public static PublicList Read(string file, IReadOnlyList<string> lines, Course course)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(course);
        if (lines.Count < 2 || !lines[0].StartsWith("# ", StringComparison.Ordinal) || !lines[1].Split('\t').SequenceEqual(Columns))
            throw new InvalidDataException($"{file}: the first line is '# title', the second '{string.Join("<tab>", Columns)}'.");
        return new PublicList(lines[0][2..], [.. lines.Index().Skip(2).Where(l => l.Item.Length > 0).Select(l => Item(l.Item.Split('\t'), $"{file}:{l.Index + 1}", course))]);
    }

    private static PublicListItem Item(string[] cells, string place, Course course)
    {
        if (cells.Length != Columns.Length) throw new InvalidDataException($"{place}: {Columns.Length} columns are wanted, there are {cells.Length}.");
        var (scope, lesson, questions) = (cells[2], cells[3], cells[4]);
        if (scope != "yes" && !scope.StartsWith("no: ", StringComparison.Ordinal)) throw new InvalidDataException($"{place}: the scope is 'yes' or 'no: reason'.");
        if (lesson.StartsWith(Explanation, StringComparison.Ordinal))
        {
            if (course.FindQuestion(lesson[Explanation.Length..]) is null) throw new InvalidDataException($"{place}: there is no question '{lesson[Explanation.Length..]}'.");
        }
        else if (lesson != Nothing)
        {
            var reference = SectionReference.Parse(lesson);
            var found = course.FindLesson(reference.Lesson);
            if (found is null || (reference.Section is { } section && found.FindSection(section) is null)) throw new InvalidDataException($"{place}: there is no section '{lesson}'.");
        }

        ImmutableArray<string> ids = questions == Nothing ? [] : [.. questions.Split(',', StringSplitOptions.TrimEntries)];
        if (ids.FirstOrDefault(q => course.FindQuestion(q) is null) is { } unknown) throw new InvalidDataException($"{place}: there is no question '{unknown}'.");
        return new PublicListItem(cells[0], scope == "yes", lesson == Nothing ? null : lesson, ids);
    }
}
