using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Answers;
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
        var pen = new Pen(this, question, parameters, diagnostics);
        var prompt = pen.Block(question.Prompt, d => d.Prompt.Position);
        ImmutableArray<string> choices = question switch
        {
            ChoiceQuestion choice => [.. choice.Options.Select((o, i) => pen.Inline(o.Text, d => d.Options[i].Text.Position))],
            OrderQuestion order => [.. order.Steps.Select((s, i) => pen.Inline(s, d => d.Steps[i].Position))],
            MatchQuestion match => [.. match.Pairs.Select((p, i) => pen.Inline(p.Left, d => d.Pairs[i].Left.Position))],
            _ => [],
        };
        ImmutableArray<string> targets = question is MatchQuestion matching
            ? [.. Presentation.TargetsOf(matching).Select(t => pen.Inline(t, d => d.Pairs.Select(p => p.Right).Concat(d.Distractors).First(r => r.Value == t).Position))]
            : [];
        return new RenderedPrompt(question, prompt, choices, targets);
    }

    /// <summary>Renders what of a variant is shown after the answer.</summary>
    public RenderedFeedback RenderFeedback(Question question, IReadOnlyDictionary<string, double> parameters) =>
        RenderFeedback(question, parameters, new DiagnosticBag());

    internal RenderedFeedback RenderFeedback(Question question, IReadOnlyDictionary<string, double> parameters, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(question);
        var pen = new Pen(this, question, parameters, diagnostics);
        IEnumerable<string?> whys = question switch
        {
            ChoiceQuestion choice => choice.Options.Select((o, i) => pen.InlineOrNull(o.Why, d => d.Options[i].Why!.Position)),
            NumberQuestion number => number.Slips.Select((s, i) => pen.Inline(s.Why, d => d.Wrong[i].Why.Position)),
            MatchQuestion match => match.Pairs.Select((p, i) => pen.InlineOrNull(p.Why, d => d.Pairs[i].Why!.Position)),
            _ => [],
        };
        var open = question as OpenQuestion;
        return new RenderedFeedback(
            pen.Block(question.Explanation, d => d.Explain.Position),
            [.. whys],
            [.. question.Hints.Select((h, i) => pen.Inline(h, d => d.Hints[i].Position))],
            open is null ? null : pen.Block(open.Model, d => d.Model!.Position),
            open is null ? [] : [.. open.KeyPoints.Select((k, i) => pen.Inline(k.Text, d => d.Keypoints[i].Text.Position))],
            open is null ? [] : [.. open.RedFlags.Select((f, i) => pen.Inline(f, d => d.Redflags[i].Position))]);
    }

    /// <summary>Renders the fields of one variant of one question.</summary>
    private sealed class Pen
    {
        // A question as it was asked once is in no file any more.
        private static readonly SourcePosition Elsewhere = SourcePosition.StartOf("asked earlier");

        private readonly CourseRenderer _renderer;
        private readonly Question _question;
        private readonly IReadOnlyDictionary<string, double> _parameters;
        private readonly DiagnosticBag _diagnostics;
        private readonly ImmutableArray<string> _blanks;
        private readonly Lesson? _lesson;
        private readonly string? _folder;
        private readonly QuestionDocument? _document;

        public Pen(CourseRenderer renderer, Question question, IReadOnlyDictionary<string, double> parameters, DiagnosticBag diagnostics)
        {
            _renderer = renderer;
            _question = question;
            _parameters = parameters;
            _diagnostics = diagnostics;
            _blanks = question is ClozeQuestion cloze ? [.. cloze.Blanks.Select(b => b.Name)] : [];
            _lesson = question.Lesson is { } id ? renderer._loaded.Course.FindLesson(id) : null;
            _document = ReferenceEquals(renderer._loaded.Course.FindQuestion(question.Id), question) ? renderer._loaded.Sources.Questions[question.Id].Document : null;
            _folder = _lesson?.Module ?? (question.Deck is null ? null : "decks");
        }

        public string Block(string text, Func<QuestionDocument, SourcePosition> position) => MarkdownHtml.Render(text, Scope(position));

        public string Inline(string text, Func<QuestionDocument, SourcePosition> position) => MarkdownHtml.RenderInline(text, Scope(position));

        public string? InlineOrNull(string? text, Func<QuestionDocument, SourcePosition> position) => text is null ? null : Inline(text, position);

        private RenderScope Scope(Func<QuestionDocument, SourcePosition> position) =>
            new(_renderer._loaded, _renderer._engines, _document is null ? Elsewhere : position(_document), _diagnostics)
            {
                IsQuestion = true,
                Lesson = _lesson,
                Folder = _folder,
                Parameters = _parameters,
                Blanks = _question is ClozeQuestion ? _blanks : [],
            };
    }
}
