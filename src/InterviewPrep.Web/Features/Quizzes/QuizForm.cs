using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using Microsoft.Extensions.Primitives;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Reads what the builder's form says. Unknown ids and numbers out of range are refused in words, whoever sent them.</summary>
public static class QuizForm
{
    private const int MostIds = 300;

    /// <summary>What the builder asks.</summary>
    public static readonly ImmutableArray<string> Fields = ["module", "deck", "concept", "pool", "after", "length", "minutes", "level", "type", "certainty", "hide"];

    /// <summary>Reads a custom quiz.</summary>
    /// <param name="fields">The form or the query.</param>
    /// <param name="course">The course.</param>
    /// <param name="spec">The quiz, or null.</param>
    /// <param name="problem">What to mend, or null.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, StringValues>> fields, Course course,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out QuizSpec? spec, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(course);
        var form = fields.GroupBy(f => f.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.SelectMany(f => f.Value).OfType<string>().ToList(), StringComparer.Ordinal);
        List<string> All(string key) => form.GetValueOrDefault(key) ?? [];
        string? One(string key) => All(key).FirstOrDefault();
        bool Is(string key) => One(key) is "on" or "true";
        spec = null;
        problem = null;
        if (form.Values.Sum(v => v.Count) > MostIds) problem = $"At most {MostIds} choices can be made at once.";
        else if (All("module").FirstOrDefault(m => course.FindModule(m) is null) is { } module) problem = $"There is no module “{Short(module)}” in the course any more.";
        else if (All("lesson").FirstOrDefault(l => course.FindLesson(l) is null) is { } lesson) problem = $"There is no lesson “{Short(lesson)}” in the course any more.";
        else if (All("concept").FirstOrDefault(c => course.FindConcept(c) is null) is { } concept) problem = $"There is no concept “{Short(concept)}” in the course any more.";
        else if (All("deck").FirstOrDefault(d => course.Decks.All(k => k.Id != d)) is { } deck) problem = $"There is no deck “{Short(deck)}” in the course any more.";
        else if (!TryNumber(One("length"), 10, 1, QuizSpec.MaxLength, out var length)) problem = $"The number of questions is 1 to {QuizSpec.MaxLength}.";
        else if (!TryNumber(One("minutes"), 0, 0, QuizSpec.MaxMinutes, out var minutes)) problem = $"The time limit is 1 to {QuizSpec.MaxMinutes} minutes, or empty for none.";
        else if (!TryNumber(One("after"), 0, 0, 1, out var after)) problem = "Choose when to see the feedback.";
        else
        {
            var levels = All("level").Select(l => TryNumber(l, 0, 1, 4, out var level) ? level : 0).Where(l => l > 0).Distinct().Order().ToImmutableArray();
            var types = All("type").Select(t => Enum.TryParse<QuestionType>(t, true, out var type) && Enum.IsDefined(type) ? type : (QuestionType?)null).OfType<QuestionType>().Distinct().ToImmutableArray();
            var pool = Enum.TryParse<QuizPool>(One("pool"), true, out var parsed) && Enum.IsDefined(parsed) ? parsed : QuizPool.Any;
            spec = Named(
                new QuizSpec
                {
                    Title = "",
                    Modules = [.. All("module").Distinct(StringComparer.Ordinal)],
                    Lessons = [.. All("lesson").Distinct(StringComparer.Ordinal)],
                    Concepts = [.. All("concept").Distinct(StringComparer.Ordinal)],
                    Decks = [.. All("deck").Distinct(StringComparer.Ordinal)],
                    Types = types.Length == Enum.GetValues<QuestionType>().Length ? [] : types,
                    Levels = levels.Length == 4 ? [] : levels,
                    Length = length,
                    Pool = pool,
                    FeedbackAtEnd = after == 1,
                    Minutes = minutes == 0 ? null : minutes,
                    AskCertainty = Is("certainty"),
                    HideTopic = Is("hide"),
                    Kind = One("kind") switch
                    {
                        "lesson" => QuizKind.Lesson,
                        "module" => QuizKind.Module,
                        "deck" => QuizKind.Deck,
                        "drill" => QuizKind.Drill,
                        "diagnostic" => QuizKind.Diagnostic,
                        _ => QuizKind.Custom,
                    },
                },
                course);
        }

        return spec is not null;
    }

    /// <summary>A title that says what is in it.</summary>
    private static QuizSpec Named(QuizSpec spec, Course course)
    {
        string[] places =
        [
            .. spec.Lessons.Select(l => course.FindLesson(l)!.Title), .. spec.Modules.Select(m => course.FindModule(m)!.Title),
            .. spec.Decks.Select(d => course.Decks.First(k => k.Id == d).Title), .. spec.Concepts.Select(c => course.FindConcept(c)!.Title),
        ];
        var what = places.Length switch
        {
            0 => "The whole course",
            1 => places[0],
            2 => $"{places[0]} and {places[1]}",
            _ => $"{places[0]} and {places.Length - 1} more",
        };
        var from = spec.Pool switch
        {
            QuizPool.Unseen => ", unseen",
            QuizPool.Missed => ", missed before",
            QuizPool.Bookmarked => ", bookmarked",
            _ => "",
        };
        return spec with { Title = what + from };
    }

    private static bool TryNumber(string? text, int otherwise, int least, int most, out int number)
    {
        number = otherwise;
        if (string.IsNullOrWhiteSpace(text)) return true;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
