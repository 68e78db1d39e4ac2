using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Markdown.Typography;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>Puts parsed files together into a course: resolves every reference, leaves out what cannot be used, reports all of it.</summary>
internal sealed class CourseAssembly
{
    private readonly IReadOnlyDictionary<string, ParsedFile> _parsed;
    private readonly IReadOnlyDictionary<string, FileStamp> _files;
    private readonly FigureLibrary _figures;
    private readonly DateOnly _today;
    private readonly DiagnosticBag _diagnostics;
    private readonly UnloadedIds _unloaded = new();
    private readonly ReferenceCheck _references;
    private HashSet<string> _lessonIds = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly ClaimedIds _ids;
    private readonly Dictionary<string, (LessonDocument Document, LessonText Text)> _lessons = new(StringComparer.Ordinal);

    public CourseAssembly(IReadOnlyDictionary<string, ParsedFile> parsed, IReadOnlyDictionary<string, FileStamp> files, FigureLibrary figures, DateOnly today, DiagnosticBag diagnostics)
    {
        _parsed = parsed;
        _files = files;
        _figures = figures;
        _today = today;
        _diagnostics = diagnostics;
        _references = new ReferenceCheck(_unloaded, diagnostics);
        var retired = Get<IReadOnlyList<RetiredDocument>>("retired.yaml", required: false) ?? [];
        _ids = new ClaimedIds(retired.Select(r => r.Id.Value).ToHashSet(StringComparer.Ordinal), diagnostics);
    }

    public LoadedCourse Assemble()
    {
        foreach (var file in _parsed.Values)
        {
            if (file.Content is not QuizFile quiz) _unloaded.AddRange(file.Unusable);
            else if (quiz.Document.IsDamaged || !file.Unusable.IsEmpty) _unloaded.AddQuestions(quiz.Document.Lesson?.Value, file.Unusable);
        }

        var course = Get<CourseDocument>("course.yaml", required: _files.Count > 0);
        if (course is null) GiveUpOn("");
        else _ids.Claim(course.Id);
        var modules = ReadModules(course);
        var sources = Unique(GetAll<SourceDocument>("sources.yaml", DiagnosticRules.UnknownSource), d => d.Id)
            .Select(d => new Source(d.Id.Value, TypographicMarks.Apostrophes(d.Title.Value), TypographicMarks.Apostrophes(d.Authors.Value), d.Year.Value, d.Url?.Value, d.Note?.Value)).ToImmutableArray();
        ClaimLessons();
        var conceptDocuments = Unique(GetAll<ConceptDocument>("concepts.yaml", DiagnosticRules.UnknownConcept), d => d.Id)
            .Where(d => d.Lesson is null || FindPlace(d.Lesson) || GiveUp(d.Id)).ToList();
        var concepts = ConceptGraph.Build(conceptDocuments, _references, _diagnostics);
        var conceptIds = concepts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var misconceptionDocuments = Unique(GetAll<MisconceptionDocument>("misconceptions.yaml", DiagnosticRules.UnknownMisconception), d => d.Id)
            .Where(d => _references.Holds(d.Concept, conceptIds, DiagnosticRules.UnknownConcept, "concept") || GiveUp(d.Id)).ToList();
        var misconceptions = misconceptionDocuments.Select(d => new Misconception(d.Id.Value, d.Belief.Value, d.Correction.Value, d.Concept.Value)).ToImmutableArray();
        var known = new KnownIds(
            conceptIds,
            sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal),
            misconceptions.Select(m => m.Id).ToHashSet(StringComparer.Ordinal),
            _lessonIds);
        var needs = LessonNeeds(known);
        var coreModules = modules.Select((m, i) => BuildModule(m, i + 1, known, needs)).Where(m => m is not null).Select(m => m!).ToImmutableArray();
        var (decks, questions) = new QuestionAssembly(_lessons, known, _references, _unloaded, _ids.Claim).Assemble(QuizFiles());
        var parts = new CourseParts
        {
            Id = course?.Id.Value ?? "course",
            Title = course?.Title.Value ?? "InterviewPrep",
            Description = TypographicMarks.Apostrophes(course?.Description.Value ?? ""),
            Modules = coreModules,
            Decks = decks,
            Concepts = concepts,
            Misconceptions = misconceptions,
            Sources = sources,
            Questions = [.. questions.Select(q => q.Question)],
        };
        var built = new Course(parts);
        if (Get<LoopDocument>("loop.yaml", required: false) is { } loop) built = new Course(parts with { Loop = new LoopAssembly(built, _references, _unloaded, _ids).Assemble(loop) });
        new CourseLint(built, _lessons.ToDictionary(l => l.Key, l => l.Value.Document, StringComparer.Ordinal), conceptDocuments, _unloaded, _diagnostics).Check(_today);
        CheckLessonExpressions();
        CheckDirectives(built);
        ReportUnlisted();
        return new LoadedCourse(
            built,
            _lessons.ToDictionary(l => l.Key, l => l.Value.Text, StringComparer.Ordinal),
            new CourseSources(
                _lessons.ToDictionary(l => l.Key, l => l.Value.Document, StringComparer.Ordinal),
                questions.ToDictionary(q => q.Question.Id, StringComparer.Ordinal),
                [.. conceptDocuments], [.. misconceptionDocuments], _unloaded),
            _figures, _files, _diagnostics.ToSorted());
    }

    private List<(string Folder, ModuleDocument Document)> ReadModules(CourseDocument? course)
    {
        var modules = new List<(string Folder, ModuleDocument Document)>();
        foreach (var id in course?.Modules ?? [])
        {
            if (modules.Exists(m => m.Folder == id.Value))
                _diagnostics.Report(DiagnosticRules.DuplicateId, id.Position, $"The module '{id.Value}' stands twice.", "Keep one.");
            else if (Get<ModuleDocument>($"{id.Value}/module.yaml", required: true, id.Position, DiagnosticRules.UnknownModule) is { } module && IsModule(module, id.Value))
                modules.Add((id.Value, module));
            else
                GiveUpOn(id.Value + "/", id);
        }

        foreach (var (folder, module) in modules)
        {
            foreach (var lesson in module.Lessons) ReadLesson(folder, lesson);
        }

        return modules;
    }

    private bool IsModule(ModuleDocument module, string folder)
    {
        if (module.Id.Value == folder) return _ids.Claim(module.Id);
        _diagnostics.Report(DiagnosticRules.InvalidId, module.Id.Position, $"The module's id is '{module.Id.Value}', its folder '{folder}'.", "Make them the same.");
        return false;
    }

    private void ReadLesson(string module, Located<string> id)
    {
        if (_lessons.ContainsKey(id.Value))
        {
            _used.Add($"{module}/{id.Value}.md");
            _diagnostics.Report(DiagnosticRules.DuplicateId, id.Position, $"The lesson '{id.Value}' is listed twice.", "Keep one of them; a copy gets another id.");
            return;
        }

        if (Get<LessonFile>($"{module}/{id.Value}.md", required: true, id.Position) is not { Document: { } document } file)
        {
            _unloaded.Add(id.Value);
        }
        else if (document.Id.Value != id.Value)
        {
            _diagnostics.Report(DiagnosticRules.InvalidId, document.Id.Position, $"The lesson's id is '{document.Id.Value}', its file '{id.Value}.md'.", "Make them the same.");
            _unloaded.AddRange([id.Value, document.Id.Value]);
        }
        else
        {
            _lessons.Add(id.Value, (document, file.Text));
        }
    }

    private void ClaimLessons()
    {
        foreach (var (document, _) in _lessons.Values.ToList())
        {
            if (_ids.Claim(document.Id)) continue;
            _lessons.Remove(document.Id.Value);
            _unloaded.Add(document.Id.Value);
        }

        _lessonIds = _lessons.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What lies in a folder whose module, or in a course whose first file, cannot be used: it is there, but not loaded, and that is no further mistake.</summary>
    private void GiveUpOn(string folder, Located<string>? module = null)
    {
        if (module is not null) GiveUp(module);
        foreach (var (path, file) in _parsed.Where(p => p.Key.StartsWith(folder, StringComparison.Ordinal) && p.Key.Contains('/', StringComparison.Ordinal)))
        {
            _used.Add(path);
            if (path.EndsWith(".md", StringComparison.Ordinal)) _unloaded.Add(Path.GetFileNameWithoutExtension(path));
            else if (file.Content is QuizFile quiz) _unloaded.AddQuestions(quiz.Document.Lesson?.Value, quiz.Questions.Select(q => q.Question.Id));
        }
    }

    private bool GiveUp(Located<string> id)
    {
        _unloaded.Add(id.Value);
        return false;
    }

    private Dictionary<string, List<string>> LessonNeeds(KnownIds known) => Prerequisites.WithoutCycles(
        [
            .. _lessons.Values.Select(l => KeyValuePair.Create(
                l.Document.Id.Value,
                l.Document.Needs.Where(n => _references.Holds(n, known.Lessons, DiagnosticRules.UnknownLesson, "lesson")).ToList())),
        ],
        _diagnostics);

    private Module? BuildModule((string Folder, ModuleDocument Document) listed, int number, KnownIds known, Dictionary<string, List<string>> needs)
    {
        var (folder, module) = listed;
        var lessons = ImmutableArray.CreateBuilder<Lesson>();
        foreach (var id in module.Lessons)
        {
            if (_lessons.TryGetValue(id.Value, out var lesson) && lesson.Text.Folder == folder && lessons.All(l => l.Id != id.Value))
                lessons.Add(BuildLesson(folder, $"{number}.{lessons.Count + 1}", lesson.Document, lesson.Text, known, needs[id.Value]));
        }

        if (lessons.Count == 0) _unloaded.Add(folder);
        return lessons.Count == 0 ? null : new Module(folder, number, TypographicMarks.Apostrophes(module.Title.Value), TypographicMarks.Apostrophes(module.Summary.Value), lessons.ToImmutable());
    }

    private Lesson BuildLesson(string module, string number, LessonDocument d, LessonText text, KnownIds known, List<string> needs) => new()
    {
        Id = d.Id.Value,
        Module = module,
        Number = number,
        Title = TypographicMarks.Apostrophes(d.Title.Value),
        Summary = d.Summary.Value,
        Minutes = d.Minutes.Value,
        Objectives = [.. d.Objectives.Select(o => o.Value)],
        Concepts = _references.Known(d.Concepts, known.Concepts, DiagnosticRules.UnknownConcept, "concept"),
        Needs = [.. needs],
        Sources = _references.Known(d.Sources, known.Sources, DiagnosticRules.UnknownSource, "source"),
        Facts = [.. d.Facts.Select(f => f.Value)],
        Sections = text.Outline.Sections,
        Reviewed = d.Reviewed?.Value,
        Words = text.Outline.Words,
    };

    private IEnumerable<QuizFile> QuizFiles()
    {
        foreach (var (path, file) in _parsed.Where(p => p.Key.EndsWith(".quiz.yaml", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (file.Content is not QuizFile quiz)
            {
                _used.Add(path);
                _unloaded.AddAll(DiagnosticRules.UnknownQuestion);
            }
            else if (quiz.Document.Lesson is not { } lesson || _lessons.ContainsKey(lesson.Value) || !IsDraft(path, lesson.Value))
            {
                _used.Add(path);
                yield return quiz;
            }
        }
    }

    /// <summary>Whether a quiz lies beside a lesson that no module lists: neither is in the course yet.</summary>
    private bool IsDraft(string quiz, string lesson) =>
        $"{quiz[..(quiz.LastIndexOf('/') + 1)]}{lesson}.md" is var path && _parsed.ContainsKey(path) && !_used.Contains(path);

    /// <summary>Whether a place exists; a diagnostic when not.</summary>
    private bool FindPlace(Located<string> place)
    {
        var reference = SectionReference.Parse(place.Value);
        if (!_references.Holds(place with { Value = reference.Lesson }, _lessonIds, DiagnosticRules.UnknownLesson, "lesson", "Write it, or mend the id.")) return false;
        var outline = _lessons[reference.Lesson].Text.Outline;
        return reference.Section is not { } section || !outline.IsRead
            || _references.Holds(place with { Value = section }, outline.SectionIds, DiagnosticRules.UnknownSection, $"section in the lesson '{reference.Lesson}' called", "Mend the anchor.");
    }

    private IEnumerable<T> Unique<T>(IReadOnlyList<T>? documents, Func<T, Located<string>> id)
    {
        foreach (var document in documents ?? [])
        {
            if (_ids.Claim(id(document))) yield return document;
            else if (!_ids.Contains(id(document).Value)) GiveUp(id(document));
        }
    }

    private void CheckLessonExpressions()
    {
        foreach (var (expression, position) in _lessons.Values.SelectMany(l => ExpressionCheck.Parse(l.Document.Checks, _diagnostics)))
            ExpressionCheck.Holds(expression, position, null, _diagnostics);
    }

    private void CheckDirectives(Course course)
    {
        var lost = _lessons.Values.SelectMany(l => l.Text.Outline.Directives).Where(p => p.Kind == "check" && course.FindQuestion(p.Id) is null).ToList();
        if (lost.Count == 0) return;
        var questions = course.Questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var place in lost)
            _references.Holds(new(place.Id, place.Position), questions, DiagnosticRules.UnknownQuestion, "question", "Mend the id, or write the question.");
    }

    private void ReportUnlisted()
    {
        foreach (var path in _parsed.Keys.Where(p => !_used.Contains(p)).Order(StringComparer.Ordinal))
        {
            _diagnostics.Report(DiagnosticRules.NotListed, SourcePosition.StartOf(path), "Nothing in the course names this file.",
                "List the lesson in module.yaml or the module in course.yaml, or take the file away.");
        }
    }

    private IReadOnlyList<T> GetAll<T>(string path, DiagnosticRule unknown)
        where T : Document
    {
        var documents = Get<IReadOnlyList<T>>(path, required: false);
        if (documents is null && _parsed.ContainsKey(path)) _unloaded.AddAll(unknown);
        return documents ?? [];
    }

    private T? Get<T>(string path, bool required, SourcePosition? namedAt = null, DiagnosticRule? missing = null)
        where T : class
    {
        _used.Add(path);
        if (_parsed.TryGetValue(path, out var file)) return file.Content as T;
        if (required)
            _diagnostics.Report(missing ?? DiagnosticRules.FileMissing, namedAt ?? SourcePosition.StartOf(path), $"The file '{path}' is missing.", "Write it, or take its name out of the list.");
        return null;
    }
}
