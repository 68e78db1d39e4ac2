using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Markdown.Typography;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Settles what <c>loop.yaml</c> refers to. A part that cannot be used as it is written is left out, since what is left of it could draw
/// from anywhere; so is a round without parts, and a loop without rounds is none.
/// </summary>
internal sealed class LoopAssembly
{
    private readonly Course _course;
    private readonly ReferenceCheck _references;
    private readonly UnloadedIds _unloaded;
    private readonly ClaimedIds _ids;
    private readonly HashSet<string> _lessons;
    private readonly HashSet<string> _modules;
    private readonly HashSet<string> _decks;

    /// <param name="course">The course without its loop.</param>
    /// <param name="references">Holds references.</param>
    /// <param name="unloaded">What the content has and the course has not.</param>
    /// <param name="ids">The ids that are taken.</param>
    public LoopAssembly(Course course, ReferenceCheck references, UnloadedIds unloaded, ClaimedIds ids)
    {
        _course = course;
        _references = references;
        _unloaded = unloaded;
        _ids = ids;
        _lessons = course.Lessons.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        _modules = course.Modules.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        _decks = course.Decks.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
    }

    public MockLoop? Assemble(LoopDocument document)
    {
        if (document is { Rounds.Count: 0, IsDamaged: false })
            _references.Report(DiagnosticRules.MissingKey, document.Position, "The loop has no rounds.", "Write one, or take the file away.");
        var rounds = document.Rounds.Select(Build).OfType<LoopRound>().ToImmutableArray();
        return rounds.IsEmpty ? null : new MockLoop(TypographicMarks.Apostrophes(document.Title.Value), TypographicMarks.Apostrophes(document.Summary.Value), document.Pass.Value, rounds);
    }

    private LoopRound? Build(RoundDocument document)
    {
        if (!_ids.Claim(document.Id)) return null;
        if (document is { Parts.Count: 0, IsDamaged: false })
            _references.Report(DiagnosticRules.MissingKey, document.Id.Position, $"The round '{document.Id.Value}' has no parts.", "Write one: what is drawn, and how many questions.");
        var total = document.Parts.Sum(p => p.Questions.Value);
        if (total > QuizSpec.MaxLength)
        {
            _references.Report(DiagnosticRules.InvalidValue, document.Id.Position, $"The parts of the round '{document.Id.Value}' draw {total} questions; a sitting has at most {QuizSpec.MaxLength}.", "Draw fewer, or split the round.");
            return null;
        }

        var parts = document.Parts.Select(Build).OfType<RoundPart>().ToImmutableArray();
        return parts.IsEmpty ? null : new LoopRound(
            document.Id.Value, TypographicMarks.Apostrophes(document.Title.Value), TypographicMarks.Apostrophes(document.Summary.Value), document.Minutes.Value, parts);
    }

    private RoundPart? Build(PartDocument document)
    {
        var part = new RoundPart
        {
            Questions = document.Questions.Value,
            Lessons = _references.Known(document.Lessons, _lessons, DiagnosticRules.UnknownLesson, "lesson"),
            Modules = _references.Known(document.Modules, _modules, DiagnosticRules.UnknownModule, "module"),
            Decks = _references.Known(document.Decks, _decks, DiagnosticRules.UnknownDeck, "deck"),
            Types = [.. document.Types.Select(t => t.Value)],
            Levels = [.. document.Levels.Select(l => l.Value)],
        };
        if (document.IsDamaged || part.Lessons.Length < document.Lessons.Count || part.Modules.Length < document.Modules.Count || part.Decks.Length < document.Decks.Count) return null;
        var matching = RoundDraw.Matching(_course, part).Length;
        if (matching >= part.Questions || _unloaded.IsMissingQuestions) return part;
        _references.Report(DiagnosticRules.PartFewQuestions, document.Questions.Position, $"{part.Questions} questions are drawn; {matching} match.", "Draw fewer, name more places, types or levels, or write more questions.");
        return matching == 0 ? null : part;
    }
}
