using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Reporting;

namespace InterviewPrep.Cli;

/// <summary><c>report</c>: prints figures about a course, or keeps the document that holds them true.</summary>
internal static class ReportCommand
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        string? folder = null, document = null, option = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--write" or "--check" when option is null && i + 1 < arguments.Count:
                    (option, document) = (arguments[i], arguments[++i]);
                    break;
                case "--numbers" when option is null:
                    option = arguments[i];
                    break;
                case var unknown when unknown.StartsWith('-'):
                    return Misuse(error, $"'{unknown}' cannot stand here; one of --write file, --check file, --numbers.");
                case var path when folder is null:
                    folder = path;
                    break;
                case var path:
                    return Misuse(error, $"One folder at a time; '{path}' is a second one.");
            }
        }

        folder = folder is null ? "content" : Path.TrimEndingDirectorySeparator(folder);
        if (!Directory.Exists(folder)) return Misuse(error, $"There is no folder '{folder}'. Name the one that holds course.yaml.");
        if (document is not null && !File.Exists(document)) return Misuse(error, $"There is no file '{document}'.");
        var loaded = new CourseLoader(folder).Load(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (document is not null) return Keep(document, option == "--write", loaded, output, error);
        if (option == "--numbers") PrintNumbers(folder, loaded, output);
        else output.Write(string.Join('\n', CourseReport.Blocks(loaded, []).Select(b => b.Value)));
        return Commands.Passed;
    }

    private static int Keep(string document, bool write, LoadedCourse loaded, TextWriter output, TextWriter error)
    {
        var old = File.ReadAllText(document);
        string text;
        try
        {
            var lists = PublicList.ReadAll(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document))!, "public-lists"), loaded.Course);
            text = CourseReport.Refresh(old, loaded, lists);
        }
        catch (InvalidDataException e)
        {
            error.WriteLine(e.Message);
            return Commands.Failed;
        }

        if (text == old) return Commands.Passed;
        if (write)
        {
            File.WriteAllText(document, text);
            output.WriteLine($"wrote {document}");
            return Commands.Passed;
        }

        error.WriteLine($"{document} is stale; run 'report --write {document}'.");
        return Commands.Failed;
    }

    private static void PrintNumbers(string folder, LoadedCourse loaded, TextWriter output)
    {
        var open = ProseNumbers.Of(loaded).SelectMany(c => c.Open).ToList();
        foreach (var number in open) output.WriteLine($"{folder}/{number.Position.File}:{number.Position.Line}:{number.Position.Column}: {number.Text}: {number.Context}");
        output.WriteLine($"{open.Count} numbers that no check holds and no source is cited for");
    }

    private static int Misuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return Commands.Misused;
    }
}
