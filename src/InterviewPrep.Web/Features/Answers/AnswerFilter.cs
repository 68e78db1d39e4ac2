using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Questions;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Answers;

/// <summary>Which answers a number came from.</summary>
/// <param name="Place">Id of the module or deck; <see langword="null"/> for all.</param>
/// <param name="Level">1 to 4; <see langword="null"/> for all.</param>
/// <param name="Type">Type of question; <see langword="null"/> for all.</param>
/// <param name="Certainty">How sure the learner was; <see langword="null"/> for all, those without a word on it too.</param>
public sealed record AnswerFilter(string? Place, int? Level, QuestionType? Type, Certainty? Certainty)
{
    /// <summary>Reads an address; what is unknown in it leaves out nothing.</summary>
    public static AnswerFilter Read(Course course, string? place, string? level, string? type, string? certainty)
    {
        ArgumentNullException.ThrowIfNull(course);
        return new AnswerFilter(
            place is not null && (course.FindModule(place) is not null || course.Decks.Any(d => d.Id == place)) ? place : null,
            int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var l) && l is >= 1 and <= 4 ? l : null,
            Enum.TryParse<QuestionType>(type, ignoreCase: true, out var t) && Enum.IsDefined(t) ? t : null,
            int.TryParse(certainty, NumberStyles.None, CultureInfo.InvariantCulture, out var c) && Enum.IsDefined((Certainty)c) ? (Certainty)c : null);
    }

    /// <summary>Address of the list.</summary>
    public string Address => "/answers" + (Query is { Length: > 0 } query ? "?" + query : "");

    /// <summary>The filter as a query, without a question mark; empty for all answers.</summary>
    public string Query => string.Join('&', Parts());

    /// <summary>Whether an answer is among them.</summary>
    /// <param name="course">The course.</param>
    /// <param name="entry">The answer; one whose question has left the course is only in the list of all.</param>
    public bool Has(Course course, AnswerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (Certainty is not null && entry.Certainty != Certainty) return false;
        if (Place is null && Level is null && Type is null) return true;
        return course.FindQuestion(entry.Question) is { } question
            && (Place is null || question.Deck == Place || (question.Lesson is { } lesson && course.FindLesson(lesson)?.Module == Place))
            && (Level is null || question.Level == Level)
            && (Type is null || question.Type == Type);
    }

    /// <summary>In words: "Attention, recall".</summary>
    public string Words(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        string?[] words =
        [
            Place is null ? null : course.FindModule(Place)?.Title ?? course.Decks.First(d => d.Id == Place).Title,
            Level is { } level ? QuestionWords.Level(level) : null,
            Type is { } type ? QuestionWords.Kind(type) : null,
            Certainty is { } certainty ? QuestionWords.Of(certainty) : null,
        ];
        return string.Join(", ", words.OfType<string>());
    }

    private IEnumerable<string> Parts()
    {
        if (Place is not null) yield return "place=" + Uri.EscapeDataString(Place);
        if (Level is { } level) yield return FormattableString.Invariant($"level={level}");
        if (Type is { } type) yield return "type=" + type.ToString().ToLowerInvariant();
        if (Certainty is { } certainty) yield return FormattableString.Invariant($"certainty={(int)certainty}");
    }
}
