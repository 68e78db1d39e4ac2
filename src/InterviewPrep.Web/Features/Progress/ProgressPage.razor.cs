using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using InterviewPrep.Web.Components;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>What a learner has done.</summary>
public sealed partial class ProgressPage
{
    private const int Sparks = 12;

    private ProgressView? _view;
    private List<Question> _bookmarks = [];
    private List<Note> _notes = [];
    private ImmutableArray<RegradedAnswer> _regraded = [];

    [Inject]
    private RegradeStore Regrades { get; set; } = null!;

    [Inject]
    private ReadingStore Reading { get; set; } = null!;

    [Inject]
    private MarkStore Marks { get; set; } = null!;

    private string Headline
    {
        get
        {
            var read = Course.Lessons.Count(l => _view!.Reading.IsRead(l));
            return read == 0 ? "Under way." : read == Course.Lessons.Length ? "Every lesson read." : $"{Phrases.Count(read, "lesson")} read, {Course.Lessons.Length - read} to go.";
        }
    }

    private string ActivitySummary => $"Answers on {Phrases.Count(_view!.Days.Count, "day")}; the table below has the numbers.";

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        var model = await ModelAsync(learner);
        var marks = await Reading.ReadAsync(learner, Gone);
        _bookmarks = [.. (await Marks.BookmarksAsync(learner, Gone)).Select(Course.FindQuestion).OfType<Question>()];
        _notes = [.. await Marks.NotesAsync(learner, Gone)];
        _regraded = await Regrades.UnseenAsync(learner, Gone);
        if (!_regraded.IsEmpty) await Regrades.SeenAsync(learner, Now, Gone);
        if (model.Count == 0 && marks.IsEmpty && _bookmarks.Count == 0 && _notes.Count == 0) return;
        _view = ProgressView.Of(model, ReadingProgress.Of(Course, marks), Now);
    }

    private double ReadShare(Module module) => module.Lessons.IsEmpty ? 0 : module.Lessons.Average(_view!.Reading.Of);

    private string TitleOf(string question) => Course.FindQuestion(question) is { } q ? Course.FindConcept(q.Concepts[0])?.Title ?? question : question;

    private static string Points(ImmutableArray<ModuleScore> scores)
    {
        var last = scores.TakeLast(Sparks).ToList();
        return string.Join(' ', last.Select((s, i) => FormattableString.Invariant($"{(last.Count == 1 ? 100 : i * 100.0 / (last.Count - 1)):0.#},{22 - (s.Share * 20):0.#}")));
    }

    /// <summary>A line without length, whose round ends make a dot.</summary>
    private static string LastPoint(ImmutableArray<ModuleScore> scores)
    {
        var point = Points(scores).Split(' ')[^1];
        return $"{point} {point}";
    }


    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
