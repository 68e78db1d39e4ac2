using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Builds a question from its document and holds it to every rule that needs nothing but the question.</summary>
internal sealed class QuestionBuilder
{
    private readonly QuestionDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private bool _failed;

    private QuestionBuilder(QuestionDocument document, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
    }

    /// <summary>The question, or <see langword="null"/> after diagnostics.</summary>
    public static Question? Build(QuestionDocument document, QuizDocument quiz, DiagnosticBag diagnostics)
    {
        if (document.IsDamaged) return null;
        var builder = new QuestionBuilder(document, diagnostics);
        builder.RefuseForeignKeys();
        var question = builder.BuildKind();
        if (question is null || builder._failed) return null;
        question = question with { Lesson = quiz.Lesson?.Value, Deck = quiz.Deck?.Value };
        if (!VariantCheck.Check(question, document, diagnostics)) return null;
        QuestionLint.Check(question, document, diagnostics);
        return question;
    }

    private Question? BuildKind()
    {
        var d = _document;
        var id = d.Id.Value;
        var version = d.Version.Value;
        var concepts = Values(d.Concepts);
        var level = d.Level.Value;
        var prompt = d.Prompt.Value;
        var explanation = d.Explain.Value;
        if (d.Regrade is { } regrade && regrade.Value >= version)
            Fail(DiagnosticRules.InvalidValue, regrade.Position, $"'regrade' is {regrade.Value}, and the version is {version}.", "Name the first version whose answers are to be marked again, below the version that mends the key.");
        if (concepts.Length == 0) Fail(DiagnosticRules.MissingKey, d.PositionOf("concepts"), "The question names no concept.", "Name at least one, the primary one first.");
        Question? question = d.Type.Value switch
        {
            QuestionType.Single => new SingleQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Options = Options() },
            QuestionType.Multi => new MultiQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Options = Options() },
            QuestionType.Number when ReadExpression(d.Answer, "answer") is { } answer => new NumberQuestion
            {
                Id = id,
                Version = version,
                Concepts = concepts,
                Level = level,
                Prompt = prompt,
                Explanation = explanation,
                Answer = answer,
                Unit = d.Unit?.Value,
                Tolerance = Tolerance(),
                Slips = Slips(),
            },
            QuestionType.Number => null,
            QuestionType.Text => new TextQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Accept = Accepted(), Pattern = SafePattern() },
            QuestionType.Order => new OrderQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Steps = Distinct(d.Steps, "steps", 3) },
            QuestionType.Match => new MatchQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Pairs = Pairs(), Distractors = Values(d.Distractors) },
            QuestionType.Cloze => new ClozeQuestion { Id = id, Version = version, Concepts = concepts, Level = level, Prompt = prompt, Explanation = explanation, Blanks = Blanks() },
            QuestionType.Open => Open(id, version, concepts, level, prompt, explanation),
            _ => throw new InvalidOperationException($"Unhandled type {d.Type.Value}."),
        };
        return question is null
            ? null
            : question with
            {
                RegradeFrom = d.Regrade?.Value,
                Section = d.Section?.Value,
                Objectives = [.. d.Objectives.Select(o => o.Value)],
                Hints = Values(d.Hints),
                FollowUps = Values(d.Followups),
                Sources = Values(d.Sources),
                Variants = new VariantSpace([.. d.Params.Select(p => KeyValuePair.Create(p.Key, p.Value.Value.ToImmutableArray()))]),
            };
    }

    private OpenQuestion? Open(string id, int version, ImmutableArray<string> concepts, int level, string prompt, string explanation)
    {
        Require(_document.Keypoints.Count >= 2, "keypoints", "Give at least two key points.");
        if (!Require(_document.Model is not null, "model", "Write a model answer.") || !Require(_document.Minutes is not null, "minutes", "Say how many minutes to speak.")) return null;
        return new OpenQuestion
        {
            Id = id,
            Version = version,
            Concepts = concepts,
            Level = level,
            Prompt = prompt,
            Explanation = explanation,
            KeyPoints = [.. _document.Keypoints.Select(k => new KeyPoint(k.Text.Value, k.Weight?.Value ?? 1))],
            RedFlags = Values(_document.Redflags),
            Model = _document.Model!.Value,
            Minutes = _document.Minutes!.Value,
        };
    }

    private ImmutableArray<ChoiceOption> Options()
    {
        var options = _document.Options;
        if (!Require(options.Count >= 2, "options", "Give at least two options.")) return [];
        var right = options.Count(o => o.Correct?.Value == true);
        if (_document.Type.Value == QuestionType.Single && right != 1)
            Fail(DiagnosticRules.KeyCount, _document.PositionOf("options"), $"A single-choice question needs exactly one right option; this has {right}.", "Mark one with correct: true, or make it a multi.");
        else if (right == 0)
            Fail(DiagnosticRules.KeyCount, _document.PositionOf("options"), "No option is right.", "Mark the right ones with correct: true.");
        ReportRepeated(options.Select(o => o.Id), DiagnosticRules.DuplicateId, "option id");
        foreach (var group in options.GroupBy(o => Normalise(o.Text.Value)).Where(g => g.Count() > 1))
        {
            var second = group.ElementAt(1);
            var mixed = group.Select(o => o.Correct?.Value == true).Distinct().Count() > 1;
            Fail(mixed ? DiagnosticRules.OptionEqualsKey : DiagnosticRules.DuplicateOption, second.Text.Position,
                mixed ? "A wrong option says the same as the key." : "Two options say the same.", "Reword or remove one.");
        }

        return [.. options.Select(o => new ChoiceOption(o.Id.Value, o.Text.Value, o.Correct?.Value == true, o.Why?.Value, o.Misconception?.Value))];
    }

    private Tolerance Tolerance() => _document.Tolerance is { } t
        ? new Tolerance(t.Rel?.Value ?? 0, t.Abs?.Value ?? 0)
        : Core.Questions.Tolerance.Default;

    private ImmutableArray<Slip> Slips()
    {
        var slips = ImmutableArray.CreateBuilder<Slip>();
        foreach (var slip in _document.Wrong)
        {
            if (ReadExpression(slip.Expr, "expr") is { } result) slips.Add(new Slip(result, slip.Why.Value, slip.Misconception?.Value));
        }

        if (_document.Unit is { } unit && !Unit.TryFind(unit.Value, out _) && unit.Value.Any(char.IsDigit))
            Fail(DiagnosticRules.InvalidValue, unit.Position, $"'{unit.Value}' is not a unit.", "Use a unit such as GiB, GFLOP or ms, or a word such as nats.");
        return slips.ToImmutable();
    }

    private ImmutableArray<string> Accepted()
    {
        Require(_document.Accept.Count >= 1, "accept", "List at least one accepted answer.");
        return Values(_document.Accept);
    }

    private string? SafePattern()
    {
        if (_document.Pattern is not { } pattern) return null;
        try
        {
            _ = new Regex(pattern.Value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return pattern.Value;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            Fail(DiagnosticRules.InvalidPattern, pattern.Position, $"The pattern is refused: {e.Message}", "Use a regular expression without look-around and back-references.");
            return null;
        }
    }

    private ImmutableArray<MatchPair> Pairs()
    {
        var pairs = _document.Pairs;
        Require(pairs.Count >= 2, "pairs", "Give at least two pairs.");
        ReportRepeated(pairs.Select(p => p.Left), DiagnosticRules.DuplicateOption, "left side");
        ReportRepeated(pairs.Select(p => p.Right).Concat(_document.Distractors), DiagnosticRules.DuplicateOption, "right side");
        return [.. pairs.Select(p => new MatchPair(p.Left.Value, p.Right.Value, p.Why?.Value))];
    }

    private ImmutableArray<Blank> Blanks()
    {
        var blanks = ClozeBlanks.Read(_document.Prompt.Value);
        var broken = ClozeBlanks.Broken(_document.Prompt.Value).ToList();
        foreach (var start in broken)
            Fail(DiagnosticRules.BrokenBlank, _document.Prompt.Position.Into(_document.Prompt.Value, start), "This begins like a blank and is none, so the learner would read its answers.", "Write {{name: answer | alternative}} on one line, without braces in the answers.");
        if (blanks.Length == 0 && broken.Count == 0) Fail(DiagnosticRules.MissingKey, _document.Prompt.Position, "The prompt has no blank.", "Write one as {{name: answer | alternative}}.");
        foreach (var repeated in blanks.GroupBy(b => b.Name).Where(g => g.Count() > 1))
            Fail(DiagnosticRules.DuplicateId, _document.Prompt.Position, $"The blank '{repeated.Key}' stands twice.", "Give each blank its own name.");
        return blanks;
    }

    private ImmutableArray<string> Distinct(IReadOnlyList<Located<string>> values, string key, int atLeast)
    {
        Require(values.Count >= atLeast, key, $"Give at least {atLeast}.");
        ReportRepeated(values, DiagnosticRules.DuplicateOption, "step");
        return Values(values);
    }

    private void ReportRepeated(IEnumerable<Located<string>> values, DiagnosticRule rule, string what)
    {
        foreach (var group in values.GroupBy(v => Normalise(v.Value)).Where(g => g.Count() > 1))
            Fail(rule, group.ElementAt(1).Position, $"The {what} '{group.First().Value}' stands twice.", "Reword or remove one.");
    }

    private Expression? ReadExpression(Located<string>? text, string key)
    {
        if (text is null)
        {
            Require(false, key, "Write an expression.");
            return null;
        }

        if (!Expression.TryParse(text.Value, out var expression, out var error))
        {
            Fail(DiagnosticRules.InvalidExpression, text.Position.Into(text.Value, error.Position), error.Message, error.Mend);
            return null;
        }

        var unknown = expression.Parameters.Where(p => !_document.Params.ContainsKey(p)).ToList();
        foreach (var name in unknown)
            Fail(DiagnosticRules.InvalidExpression, text.Position.Into(text.Value, WordAt(text.Value, name)), $"'{name}' is not a parameter of this question.", Suggestion.DidYouMean(name, _document.Params.Keys, "Add it to params."));
        return unknown.Count > 0 ? null : expression;
    }

    private static int WordAt(string text, string word) => Regex.Match(text, $@"\b{word}\b", RegexOptions.CultureInvariant).Index;

    private void RefuseForeignKeys()
    {
        var type = _document.Type.Value.ToString();
        foreach (var key in DocumentShape.Of(typeof(QuestionDocument)).Keys.Where(k => k.Key.Types.Length > 0 && !k.Key.Types.Contains(type)))
        {
            var value = key.Property.GetValue(_document);
            if (value is null or System.Collections.ICollection { Count: 0 }) continue;
            Fail(DiagnosticRules.UnknownKey, _document.PositionOf(key.Name), $"A question of type {type.ToLowerInvariant()} has no '{key.Name}'.", $"Take it away, or make the question {string.Join(" or ", key.Key.Types).ToLowerInvariant()}.");
        }
    }

    private bool Require(bool condition, string key, string mend)
    {
        if (!condition) Fail(DiagnosticRules.MissingKey, _document.PositionOf(key), $"'{key}' is missing or too short.", mend);
        return condition;
    }

    private void Fail(DiagnosticRule rule, SourcePosition position, string message, string mend)
    {
        _failed = true;
        _diagnostics.Report(rule, position, message, mend);
    }

    private static ImmutableArray<string> Values(IReadOnlyList<Located<string>> located) => [.. located.Select(l => l.Value)];

    /// <summary>Case tells nothing apart in prose, but $n$ from $N$.</summary>
    private static string Normalise(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return words.AsSpan().IndexOfAny('$', '`') < 0 ? words.ToUpperInvariant() : words;
    }
}
