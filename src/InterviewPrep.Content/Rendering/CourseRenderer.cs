using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Rendering;

/// <summary>Renders the lessons and questions of one loaded course. Thread-safe; keeps nothing.</summary>
public sealed class CourseRenderer
{
    private readonly LoadedCourse _loaded;
    private readonly RenderEngines _engines;

    /// <summary>For one course.</summary>
    public CourseRenderer(LoadedCourse loaded, RenderEngines engines)
    {
        _loaded = loaded;
        _engines = engines;
    }

    /// <summary>Renders a lesson.</summary>
    /// <exception cref="KeyNotFoundException">The lesson is not of this course.</exception>
    public RenderedLesson Render(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var text = _loaded.Texts[lesson.Id];
        var diagnostics = new DiagnosticBag();
        var scopes = new List<RenderScope>();
        RenderScope Scope(SourcePosition origin)
        {
            var scope = new RenderScope(_loaded, _engines, origin, diagnostics) { Lesson = lesson, Folder = text.Folder };
            scopes.Add(scope);
            return scope;
        }

        var front = _loaded.Sources.Lessons[lesson.Id];
        string Inline(Located<string> field) => MarkdownHtml.RenderInline(field.Value, Scope(field.Position));
        var parts = MarkdownHtml.RenderParts(text.Body, Scope(text.Origin));
        var summary = Inline(front.Summary);
        ImmutableArray<string> objectives = [.. front.Objectives.Select(Inline)];
        ImmutableArray<string> facts = [.. front.Facts.Select(Inline)];
        ImmutableArray<Source> cited = [.. scopes.SelectMany(s => s.Cited).Concat(lesson.Sources).Distinct(StringComparer.Ordinal).Select(s => _loaded.Course.FindSource(s)!)];
        return new RenderedLesson(lesson, summary, objectives, facts, parts, cited, scopes.Exists(s => s.HasMath), diagnostics.ToSorted());
    }

    /// <summary>Renders short Markdown that belongs to no lesson: a definition, a belief, a summary.</summary>
    public string RenderInline(string markdown) =>
        RenderInline(new Located<string>(markdown, SourcePosition.StartOf("concepts.yaml")), new DiagnosticBag());

    internal string RenderInline(Located<string> text, DiagnosticBag diagnostics) =>
        MarkdownHtml.RenderInline(text.Value, new RenderScope(_loaded, _engines, text.Position, diagnostics));

    /// <summary>Renders what of a variant may be shown before the answer.</summary>
    public RenderedPrompt RenderPrompt(Question question, IReadOnlyDictionary<string, double> parameters) =>
        RenderPrompt(question, parameters, new DiagnosticBag());

    internal RenderedPrompt RenderPrompt(Question question, IReadOnlyDictionary<string, double> parameters, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(question);
        var document = _loaded.Sources.Questions[question.Id].Document;
        var pen = new Pen(this, question, parameters, diagnostics);
        var prompt = pen.Block(document.Prompt);
        ImmutableArray<string> choices = question switch
        {
            ChoiceQuestion => [.. document.Options.Select(o => pen.Inline(o.Text))],
            OrderQuestion => [.. document.Steps.Select(pen.Inline)],
            MatchQuestion => [.. document.Pairs.Select(p => pen.Inline(p.Left))],
            _ => [],
        };
        ImmutableArray<string> targets = question is MatchQuestion
            ? [.. document.Pairs.Select(p => p.Right).Concat(document.Distractors).OrderBy(t => t.Value, StringComparer.Ordinal).Select(pen.Inline)]
            : [];
        return new RenderedPrompt(question, prompt, choices, targets);
    }

    /// <summary>Renders what of a variant is shown after the answer.</summary>
    public RenderedFeedback RenderFeedback(Question question, IReadOnlyDictionary<string, double> parameters) =>
        RenderFeedback(question, parameters, new DiagnosticBag());

    internal RenderedFeedback RenderFeedback(Question question, IReadOnlyDictionary<string, double> parameters, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(question);
        var document = _loaded.Sources.Questions[question.Id].Document;
        var pen = new Pen(this, question, parameters, diagnostics);
        IEnumerable<Located<string>?> whys = question switch
        {
            ChoiceQuestion => document.Options.Select(o => o.Why),
            NumberQuestion => document.Wrong.Select(w => w.Why),
            MatchQuestion => document.Pairs.Select(p => p.Why),
            _ => [],
        };
        return new RenderedFeedback(
            pen.Block(document.Explain),
            [.. whys.Select(w => w is null ? null : pen.Inline(w))],
            [.. document.Hints.Select(pen.Inline)],
            document.Model is { } model ? pen.Block(model) : null,
            [.. document.Keypoints.Select(k => pen.Inline(k.Text))],
            [.. document.Redflags.Select(pen.Inline)]);
    }

    /// <summary>Renders the fields of one variant of one question.</summary>
    private sealed class Pen
    {
        private readonly CourseRenderer _renderer;
        private readonly Question _question;
        private readonly IReadOnlyDictionary<string, double> _parameters;
        private readonly DiagnosticBag _diagnostics;
        private readonly ImmutableArray<string> _blanks;
        private readonly Lesson? _lesson;
        private readonly string? _folder;

        public Pen(CourseRenderer renderer, Question question, IReadOnlyDictionary<string, double> parameters, DiagnosticBag diagnostics)
        {
            _renderer = renderer;
            _question = question;
            _parameters = parameters;
            _diagnostics = diagnostics;
            _blanks = question is ClozeQuestion cloze ? [.. cloze.Blanks.Select(b => b.Name)] : [];
            _lesson = question.Lesson is { } id ? renderer._loaded.Course.FindLesson(id) : null;
            _folder = _lesson?.Module ?? (question.Deck is null ? null : "decks");
        }

        public string Block(Located<string> text) => MarkdownHtml.Render(text.Value, Scope(text));

        public string Inline(Located<string> text) => MarkdownHtml.RenderInline(text.Value, Scope(text));

        private RenderScope Scope(Located<string> text) =>
            new(_renderer._loaded, _renderer._engines, text.Position, _diagnostics)
            {
                IsQuestion = true,
                Lesson = _lesson,
                Folder = _folder,
                Parameters = _parameters,
                Blanks = _question is ClozeQuestion ? _blanks : [],
            };
    }
}
