using System.Collections.Concurrent;
using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Yaml;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Reads a content folder into a <see cref="LoadedCourse"/> with every diagnostic at once. Files that have not changed since
/// the last load are not read again, so that one edit costs one file. Not thread-safe: one load at a time.
/// </summary>
public sealed class CourseLoader
{
    private readonly ContentFolder _folder;
    private Dictionary<string, ParsedFile> _parsed = new(StringComparer.Ordinal);
    private FigureLibrary? _figures;

    /// <summary>For one folder.</summary>
    public CourseLoader(string root)
        : this(new ContentFolder(root))
    {
    }

    internal CourseLoader(ContentFolder folder) => _folder = folder;

    /// <summary>Full path of the folder.</summary>
    public string Root => _folder.Root;

    /// <summary>Reads the folder.</summary>
    /// <param name="today">The day that overdue reviews are judged by.</param>
    /// <param name="cancellation">Stops between files.</param>
    public LoadedCourse Load(DateOnly today, CancellationToken cancellation = default)
    {
        var diagnostics = new DiagnosticBag();
        var files = _folder.List(diagnostics);
        var parsed = new ConcurrentDictionary<string, ParsedFile>(StringComparer.Ordinal);
        var sources = files.Where(f => !f.Key.EndsWith(".svg", StringComparison.Ordinal)).ToArray();
        Parallel.ForEach(
            Partitioner.Create(sources, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { CancellationToken = cancellation },
            file => parsed[file.Key] = _parsed.TryGetValue(file.Key, out var known) && known.Stamp == file.Value ? known : Parse(file.Key, file.Value));
        _parsed = new(parsed, StringComparer.Ordinal);
        foreach (var file in _parsed.Values) diagnostics.AddRange(file.Diagnostics);
        _figures = new FigureLibrary(_folder, files, _figures);
        return new CourseAssembly(_parsed, files, _figures, today, diagnostics).Assemble();
    }

    private ParsedFile Parse(string path, FileStamp stamp)
    {
        var diagnostics = new DiagnosticBag();
        var binder = new DocumentBinder(diagnostics);
        var unusable = new List<string>();
        var file = _folder.Read(path, stamp, diagnostics);
        var content = file is null ? null : Parse(file, binder, unusable, diagnostics);
        return new ParsedFile(stamp, content, [.. binder.Unusable, .. unusable], diagnostics.ToSorted());
    }

    private static object? Parse(ContentFile file, DocumentBinder binder, List<string> unusable, DiagnosticBag diagnostics)
    {
        if (file.Path.EndsWith(".md", StringComparison.Ordinal)) return LessonFile.Read(file, binder, diagnostics);
        if (!YamlReader.TryRead(file.Text, SourcePosition.StartOf(file.Path), diagnostics, out var root)) return null;
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        return name switch
        {
            _ when name.EndsWith(".quiz.yaml", StringComparison.Ordinal) => ParseQuiz(binder.Bind<QuizDocument>(root, file.Path), unusable, diagnostics),
            "module.yaml" => binder.Bind<ModuleDocument>(root, file.Path),
            "course.yaml" => binder.Bind<CourseDocument>(root, file.Path),
            "loop.yaml" => binder.Bind<LoopDocument>(root, file.Path),
            "concepts.yaml" => binder.BindList<ConceptDocument>(root),
            "misconceptions.yaml" => binder.BindList<MisconceptionDocument>(root),
            "sources.yaml" => binder.BindList<SourceDocument>(root),
            "retired.yaml" => binder.BindList<RetiredDocument>(root),
            _ => null,
        };
    }

    private static QuizFile? ParseQuiz(QuizDocument? quiz, List<string> unusable, DiagnosticBag diagnostics)
    {
        if (quiz is null) return null;
        if ((quiz.Lesson is null) == (quiz.Deck is null))
        {
            if (!quiz.IsDamaged) diagnostics.Report(DiagnosticRules.MissingKey, quiz.Position, "A quiz file names either its lesson or its deck.", "Add lesson: id (or deck: id with title and description).");
            return null;
        }

        var questions = new List<QuestionSource>(quiz.Questions.Count);
        foreach (var document in quiz.Questions)
        {
            if (QuestionBuilder.Build(document, quiz, diagnostics) is { } question) questions.Add(new QuestionSource(question, document));
            else unusable.Add(document.Id.Value);
        }

        return new QuizFile(quiz, questions);
    }
}

/// <summary>What one file turned out to be.</summary>
/// <param name="Stamp">Of the file that was read.</param>
/// <param name="Content">The document; <see langword="null"/> when it cannot be used.</param>
/// <param name="Unusable">Ids of the parts that cannot be used.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ParsedFile(FileStamp Stamp, object? Content, ImmutableArray<string> Unusable, ImmutableArray<Diagnostic> Diagnostics);
