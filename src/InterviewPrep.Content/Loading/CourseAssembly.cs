using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Files;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Puts parsed files together into a course: resolves every reference, leaves out what cannot be used, reports all of it.</summary>
internal sealed class CourseAssembly
{
    private readonly IReadOnlyDictionary<string, ParsedFile> _parsed;
    private readonly IReadOnlyDictionary<string, FileStamp> _files;
    private readonly FigureLibrary _figures;
    private readonly DateOnly _today;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePosition> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LessonDocument Document, LessonText Text)> _lessons = new(StringComparer.Ordinal);

    public CourseAssembly(IReadOnlyDictionary<string, ParsedFile> parsed, IReadOnlyDictionary<string, FileStamp> files, FigureLibrary figures, DateOnly today, DiagnosticBag diagnostics)
    {
        _parsed = parsed;
        _files = files;
        _figures = figures;
        _today = today;
        _diagnostics = diagnostics;
    }

    public LoadedCourse Assemble()
    {
        var course = Get<CourseDocument>("course.yaml", required: _files.Count > 0);
        var retired = (Get<IReadOnlyList<RetiredDocument>>("retired.yaml", required: false) ?? [])
            .Select(r => r.Id.Value).ToHashSet(StringComparer.Ordinal);
        var modules = ReadModules(course);
        var sources = Unique(Get<IReadOnlyList<SourceDocument>>("sources.yaml", required: false), d => d.Id, retired)
            .Select(d => new Source(d.Id.Value, d.Title.Value, d.Authors.Value, d.Year.Value, d.Url?.Value, d.Note?.Value)).ToImmutableArray();
        foreach (var (document, _) in _lessons.Values) Claim(document.Id, retired);
        var concepts = ConceptGraph.Build(
            Unique(Get<IReadOnlyList<ConceptDocument>>("concepts.yaml", required: false), d => d.Id, retired),
            place => FindPlace(place), _diagnostics);
        var conceptIds = concepts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var misconceptions = Unique(Get<IReadOnlyList<MisconceptionDocument>>("misconceptions.yaml", required: false), d => d.Id, retired)
            .Where(d => Known(d.Concept, conceptIds, DiagnosticRules.UnknownConcept, "concept"))
            .Select(d => new Misconception(d.Id.Value, d.Belief.Value, d.Correction.Value, d.Concept.Value)).ToImmutableArray();
        var references = new References(
            conceptIds,
            sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal),
            misconceptions.Select(m => m.Id).ToHashSet(StringComparer.Ordinal),
            _lessons.Keys.ToHashSet(StringComparer.Ordinal));
        var coreModules = modules.Select((m, i) => BuildModule(m, i + 1, references)).Where(m => m is not null).Select(m => m!).ToImmutableArray();
        var (decks, questions) = new QuestionAssembly(_lessons, references, _diagnostics, id => Claim(id, retired)).Assemble(QuizFiles());
        var built = new Course(new CourseParts
        {
            Id = course?.Id.Value ?? "course",
            Title = course?.Title.Value ?? "InterviewPrep",
            Description = course?.Description.Value ?? "",
            Modules = coreModules,
            Decks = decks,
            Concepts = concepts,
            Misconceptions = misconceptions,
            Sources = sources,
            Questions = [.. questions.Select(q => q.Question)],
        });
        CourseLint.Check(built, _lessons.ToDictionary(l => l.Key, l => l.Value.Document, StringComparer.Ordinal), _today, _diagnostics);
        CheckLessonExpressions();
        CheckDirectives(built);
        ReportUnlisted();
        return new LoadedCourse(
            built,
            _lessons.ToDictionary(l => l.Key, l => l.Value.Text, StringComparer.Ordinal),
            questions.ToDictionary(q => q.Question.Id, StringComparer.Ordinal),
            _figures, _files, Count(built, questions), _diagnostics.ToSorted());
    }

    private List<ModuleDocument> ReadModules(CourseDocument? course)
    {
        var modules = new List<ModuleDocument>();
        foreach (var id in course?.Modules ?? [])
        {
            if (Get<ModuleDocument>($"{id.Value}/module.yaml", required: true, id.Position) is not { } module) continue;
            if (module.Id.Value != id.Value)
                _diagnostics.Report(DiagnosticRules.InvalidId, module.Id.Position, $"The module's id is '{module.Id.Value}', its folder '{id.Value}'.", "Make them the same.");
            if (modules.Any(m => m.Id.Value == id.Value))
            {
                _diagnostics.Report(DiagnosticRules.DuplicateId, id.Position, $"The module '{id.Value}' stands twice.", "Keep one.");
                continue;
            }

            modules.Add(module);
            foreach (var lesson in module.Lessons) ReadLesson(id.Value, lesson);
        }

        return modules;
    }

    private void ReadLesson(string module, Located<string> id)
    {
        if (Get<LessonFile>($"{module}/{id.Value}.md", required: true, id.Position) is not { Document: { } document } file) return;
        if (document.Id.Value != id.Value)
            _diagnostics.Report(DiagnosticRules.InvalidId, document.Id.Position, $"The lesson's id is '{document.Id.Value}', its file '{id.Value}.md'.", "Make them the same.");
        else if (!_lessons.TryAdd(id.Value, (document, file.Text)))
            _diagnostics.Report(DiagnosticRules.DuplicateId, document.Id.Position, $"The lesson '{id.Value}' stands twice.", "Give one of them another id.");
    }

    private Module? BuildModule(ModuleDocument module, int number, References references)
    {
        var lessons = ImmutableArray.CreateBuilder<Lesson>();
        foreach (var id in module.Lessons)
        {
            if (_lessons.TryGetValue(id.Value, out var lesson) && lesson.Text.Folder == module.Id.Value)
                lessons.Add(BuildLesson(module.Id.Value, $"{number}.{lessons.Count + 1}", lesson.Document, lesson.Text, references));
        }

        return lessons.Count == 0 ? null : new Module(module.Id.Value, number, module.Title.Value, module.Summary.Value, lessons.ToImmutable());
    }

    private Lesson BuildLesson(string module, string number, LessonDocument d, LessonText text, References references) => new()
    {
        Id = d.Id.Value,
        Module = module,
        Number = number,
        Title = d.Title.Value,
        Summary = d.Summary.Value,
        Minutes = d.Minutes.Value,
        Objectives = [.. d.Objectives.Select(o => o.Value)],
        Concepts = KnownOnes(d.Concepts, references.Concepts, DiagnosticRules.UnknownConcept, "concept"),
        Needs = KnownOnes(d.Needs, references.Lessons, DiagnosticRules.UnknownLesson, "lesson"),
        Sources = KnownOnes(d.Sources, references.Sources, DiagnosticRules.UnknownSource, "source"),
        Facts = [.. d.Facts.Select(f => f.Value)],
        Sections = text.Outline.Sections,
        Reviewed = d.Reviewed?.Value,
        Words = text.Outline.Words,
    };

    private IEnumerable<QuizFile> QuizFiles()
    {
        foreach (var (path, file) in _parsed.Where(p => p.Key.EndsWith(".quiz.yaml", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            _used.Add(path);
            if (file.Content is QuizFile quiz) yield return quiz;
        }
    }

    /// <summary>Whether a place exists; a diagnostic when not.</summary>
    private bool FindPlace(Located<string> place)
    {
        var reference = SectionReference.Parse(place.Value);
        if (!_lessons.TryGetValue(reference.Lesson, out var lesson))
        {
            _diagnostics.Report(DiagnosticRules.UnknownLesson, place.Position, $"There is no lesson '{reference.Lesson}'.", Suggestion.DidYouMean(reference.Lesson, _lessons.Keys, "Write it, or mend the id."));
            return false;
        }

        if (reference.Section is { } section && lesson.Text.Outline.Sections.All(s => s.Id != section))
        {
            _diagnostics.Report(DiagnosticRules.UnknownSection, place.Position, $"The lesson '{reference.Lesson}' has no section '{section}'.",
                Suggestion.DidYouMean(section, lesson.Text.Outline.Sections.Select(s => s.Id), "Mend the anchor."));
            return false;
        }

        return true;
    }

    private bool Known(Located<string> id, IReadOnlySet<string> known, DiagnosticRule rule, string what)
    {
        if (known.Contains(id.Value)) return true;
        _diagnostics.Report(rule, id.Position, $"There is no {what} '{id.Value}'.", Suggestion.DidYouMean(id.Value, known, "Mend the id, or add it."));
        return false;
    }

    private ImmutableArray<string> KnownOnes(IEnumerable<Located<string>> ids, IReadOnlySet<string> known, DiagnosticRule rule, string what) =>
        [.. ids.Where(id => Known(id, known, rule, what)).Select(id => id.Value)];

    private IEnumerable<T> Unique<T>(IReadOnlyList<T>? documents, Func<T, Located<string>> id, IReadOnlySet<string> retired)
    {
        foreach (var document in documents ?? [])
        {
            if (Claim(id(document), retired)) yield return document;
        }
    }

    private bool Claim(Located<string> id, IReadOnlySet<string> retired)
    {
        if (retired.Contains(id.Value))
        {
            _diagnostics.Report(DiagnosticRules.RetiredId, id.Position, $"The id '{id.Value}' is retired.", "Choose a new one; retired.yaml says why.");
            return false;
        }

        if (_ids.TryAdd(id.Value, id.Position)) return true;
        var first = _ids[id.Value];
        _diagnostics.Report(DiagnosticRules.DuplicateId, id.Position, $"The id '{id.Value}' is taken at {first.File}:{first.Line}.", "Choose another; a copy gets a new id.");
        return false;
    }

    private void CheckLessonExpressions()
    {
        foreach (var (document, _) in _lessons.Values)
        {
            foreach (var (expression, position) in ExpressionCheck.Parse(document.Checks, _diagnostics)) ExpressionCheck.Holds(expression, position, null, _diagnostics);
        }
    }

    private void CheckDirectives(Course course)
    {
        foreach (var place in _lessons.Values.SelectMany(l => l.Text.Outline.Directives).Where(p => p.Kind == "check" && course.FindQuestion(p.Id) is null))
        {
            _diagnostics.Report(DiagnosticRules.UnknownQuestion, place.Position, $"There is no question '{place.Id}'.",
                Suggestion.DidYouMean(place.Id, course.Questions.Select(q => q.Id), "Mend the id, or write the question."));
        }
    }

    private void ReportUnlisted()
    {
        foreach (var path in _parsed.Keys.Where(p => !_used.Contains(p)))
        {
            _diagnostics.Report(DiagnosticRules.NotListed, SourcePosition.StartOf(path), "Nothing in the course names this file.",
                "List the lesson in module.yaml or the module in course.yaml, or take the file away.");
        }
    }

    private T? Get<T>(string path, bool required, SourcePosition? namedAt = null)
        where T : class
    {
        _used.Add(path);
        if (_parsed.TryGetValue(path, out var file)) return file.Content as T;
        if (required)
            _diagnostics.Report(DiagnosticRules.FileMissing, namedAt ?? SourcePosition.StartOf(path), $"The file '{path}' is missing.", "Write it, or take its name out of the list.");
        return null;
    }

    private ContentCounts Count(Course course, IReadOnlyCollection<QuestionSource> questions) => new()
    {
        Modules = course.Modules.Length,
        Lessons = course.Lessons.Length,
        Questions = course.Questions.Length,
        QuestionsByType = Enum.GetValues<QuestionType>().ToImmutableSortedDictionary(t => t.ToString().ToLowerInvariant(), t => course.Questions.Count(q => q.Type == t)),
        QuestionsByLevel = Enumerable.Range(1, 4).ToImmutableSortedDictionary(l => l.ToString(System.Globalization.CultureInfo.InvariantCulture), l => course.Questions.Count(q => q.Level == l)),
        Concepts = course.Concepts.Length,
        Misconceptions = course.Misconceptions.Length,
        Sources = course.Sources.Length,
        Words = course.Lessons.Sum(l => l.Words),
        Checks = _lessons.Values.Sum(l => l.Document.Checks.Count) + questions.Sum(q => q.Document.Checks.Count),
    };
}

/// <summary>Every id that a reference may name.</summary>
internal sealed record References(IReadOnlySet<string> Concepts, IReadOnlySet<string> Sources, IReadOnlySet<string> Misconceptions, IReadOnlySet<string> Lessons);
