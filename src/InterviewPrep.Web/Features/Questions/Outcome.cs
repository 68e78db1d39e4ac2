using System.Collections.Immutable;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What is shown of an answer once it is kept.</summary>
public sealed class Outcome
{
    private const int Digits = 4;

    private Outcome(AskedQuestion asked, Answer answer, Course course)
    {
        Asked = asked;
        Answer = answer;
        Marking = Marker.TryMark(asked.Question, asked.Seed, answer.Response, out var marking, out _) ? marking : new Marking(answer.Score, [], []);
        Feedback = asked.Feedback();
        Course = course;
        Key = KeyOf(asked);
        Sources = [.. asked.Question.Sources.Select(course.FindSource).OfType<Source>()];
        FollowUp = asked.Question.FollowUps.Select(course.FindQuestion).FirstOrDefault(q => q is not null);
        Misconceptions = [.. answer.Misconceptions.Select(course.FindMisconception).OfType<Misconception>()];
        var lesson = asked.Question.Lesson is { } id ? course.FindLesson(id) : null;
        if (lesson is null) return;
        var section = asked.Question.Section is { } anchor ? lesson.FindSection(anchor) : null;
        ReadAgain = (section is null ? $"/lessons/{lesson.Id}" : $"/lessons/{lesson.Id}#{section.Id}", section?.Title ?? lesson.Title);
    }

    /// <summary>What was asked.</summary>
    public AskedQuestion Asked { get; }

    /// <summary>What was answered.</summary>
    public Answer Answer { get; }

    /// <summary>How it was marked.</summary>
    public Marking Marking { get; }

    /// <summary>Reasons and explanation.</summary>
    public RenderedFeedback Feedback { get; }

    /// <summary>The course that the links lead into.</summary>
    public Course Course { get; }

    /// <summary>The key of a number or a term as text; <see langword="null"/> where the options show it.</summary>
    public string? Key { get; }

    /// <summary>What settles it.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>The wrong beliefs that the answer shows.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; }

    /// <summary>The next rung: a question that asks the next thing, harder.</summary>
    public Question? FollowUp { get; }

    /// <summary>Address and title of the section that answers it.</summary>
    public (string Address, string Title)? ReadAgain { get; }

    /// <summary>Whether the learner said that they don't know.</summary>
    public bool IsUnknown => Answer.Response is UnknownResponse;

    /// <inheritdoc cref="QuestionWords.StateOf"/>
    public string State => QuestionWords.StateOf(Answer);

    /// <summary>Right or wrong in words.</summary>
    public string Verdict
    {
        get
        {
            if (IsUnknown) return "You said that you don’t know. Here is how it goes.";
            if (Answer.Response is OpenResponse { RedFlags: { IsDefaultOrEmpty: false } flags }) return FormattableString.Invariant($"You come to {Answer.Score * 100:0} % of the key points, {Phrases.Count(flags.Length, "red flag")} taken off.");
            if (Asked.Question is OpenQuestion) return FormattableString.Invariant($"You marked {Answer.Score * 100:0} % of the key points as said.");
            if (Answer.IsRight) return Answer.Score >= Marking.Full ? "Right." : FormattableString.Invariant($"Right but for a minor part: {Answer.Score * 100:0} % of the mark.");
            if (Answer.Score > 0) return FormattableString.Invariant($"Partly right: {Answer.Score * 100:0} % of the mark.");
            return Marking.Slip is null ? "Not right." : "Not right, but a known slip.";
        }
    }

    /// <summary>What the certainty earned, in words; <see langword="null"/> where it was not said.</summary>
    public string? CertaintyNote
    {
        get
        {
            if (Answer.Certainty is not { } certainty) return null;
            var points = CertaintyMark.Of(certainty, Answer.Score);
            var earned = points < 0
                ? FormattableString.Invariant($"{-points:0.#} points lost, where right would have brought {CertaintyMark.Of(certainty, 1):0}")
                : FormattableString.Invariant($"{points:0.#} of 3 points");
            var said = $"You said {QuestionWords.Of(certainty).ToLowerInvariant()}: {earned}.";
            return (certainty, Answer.IsRight) switch
            {
                (Certainty.Certain, false) => $"{said} What one is certain of and wrong about comes back first.",
                (Certainty.NotSure, false) => $"{said} To doubt here was right.",
                (Certainty.NotSure, true) => $"{said} You know more than you think.",
                _ => said,
            };
        }
    }

    /// <summary>The outcome of an answer to what was asked.</summary>
    public static Outcome Of(AskedQuestion asked, Answer answer, Course course) => new(asked, answer, course);

    private static string? KeyOf(AskedQuestion asked) => asked.Question switch
    {
        NumberQuestion number => Marker.KeyOf(number, asked.Seed) is { } key ? Format(key, number.Unit) : null,
        TextQuestion text => text.Accept[0],
        _ => null,
    };

    private static string Format(double key, string? unit) =>
        unit is not null && Unit.TryFind(unit, out var known) ? new NumberFormat { Unit = known, Significant = Digits }.Format(key)
        : unit is null ? Plain(key) : $"{Plain(key)} {unit}";

    private static string Plain(double key) => (double.IsInteger(key) ? NumberFormat.Default : new NumberFormat { Significant = Digits }).Format(key);
}
