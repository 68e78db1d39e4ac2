using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Planning;
using InterviewPrep.Web.Features.Progress;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Review;

/// <summary>The queue of the day, one question at a time.</summary>
public sealed partial class ReviewView
{
    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private Guid _learner;
    private LearnerSettings _settings = new();
    private LearnerModel? _model;
    private CheckSession? _session;
    private QueuedReview? _current;
    private bool _isLoaded;
    private int _done;
    private double _minutesLeft;
    private double _backlog;
    private string? _scheduled;
    private CardPreview? _preview;
    private string? _own;
    private string? _problem;
    private Rating? _rating;
    private RegradedAnswer? _regraded;
    private ImmutableArray<Leech> _leeches = [];
    private ImmutableArray<Question> _aside = [];

    /// <summary>Whether everything is gone through, without touching the schedule.</summary>
    [Parameter]
    public bool Cram { get; set; }

    /// <summary>Only this concept.</summary>
    [Parameter]
    public string? Concept { get; set; }

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private CheckSessions Sessions { get; set; } = null!;

    [Inject]
    private ReviewStore Store { get; set; } = null!;

    [Inject]
    private ReadingStore Reading { get; set; } = null!;

    [Inject]
    private RegradeStore Regrades { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private string Reason => _current?.Reason switch
    {
        ReviewReason.ConfidentlyWrong => "You were certain, and wrong",
        ReviewReason.Step => "Once more, while it is fresh",
        ReviewReason.Due => FormattableString.Invariant($"Due: {Math.Round(_current.Retrievability * 100):0} % likely remembered"),
        _ => "Going through",
    };

    private string End => _done switch
    {
        0 when _model?.Cards.Count is null or 0 => "Questions that you answer in lessons and quizzes come back here, just before you would forget them.",
        0 => "What you have answered still holds. Come back tomorrow.",
        _ when _backlog > 0 => $"{Phrases.Count(_done, "question")} reviewed. About {Phrases.Number(Math.Ceiling(_backlog))} minutes more are spread over the next days; nothing is lost by waiting.",
        _ => $"{Phrases.Count(_done, "question")} reviewed. That is all for today.",
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is { } learner)
        {
            _learner = learner;
            _settings = await Current.SettingsAsync(_gone.Token);
            await NextAsync();
        }

        _isLoaded = true;
    }

    private async Task NextAsync()
    {
        (_scheduled, _own, _problem, _rating) = (null, null, null, null);
        try
        {
            _model = await Models.OfAsync(_learner, _settings, Catalog.Current.Course, _gone.Token);
            var suspended = await Store.SuspendedAsync(_learner, _gone.Token);
            var reviews = Queue(_model, await MinutesAsync(_model, suspended), suspended);
            _aside = [.. suspended.Order(StringComparer.Ordinal).Select(Catalog.Current.Course.FindQuestion).OfType<Question>()];
            _current = reviews.FirstOrDefault();
            _regraded = _current is null ? null : await Regrades.OfLastAnswerAsync(_learner, _current.Item.QuestionId, _gone.Token);
            _session = _current is null ? null : await Sessions.StartAsync(_current.Item.QuestionId, _gone.Token, Cram ? AnswerMode.Cram : AnswerMode.Review);
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }

    /// <summary>How many minutes of review today has, as <em>Today</em> says: of a plan what it leaves beside the reading.</summary>
    private async Task<int> MinutesAsync(LearnerModel model, IReadOnlySet<string> suspended)
    {
        if (_settings.InterviewDay is null) return _settings.DailyMinutes;
        var read = ReadingProgress.Of(model.Course, await Reading.ReadAsync(_learner, _gone.Token));
        return PlanView.ReviewMinutes(PlanView.Of(model, _settings, read, suspended, Now), _settings, model.StudyDay.Of(Now));
    }

    private ImmutableArray<QueuedReview> Queue(LearnerModel model, int minutes, IReadOnlySet<string> suspended)
    {
        if (Cram)
        {
            var all = model.CramAt(Now, Concept is null ? null : new HashSet<string> { Concept }, null, suspended).Where(r => !_seen.Contains(r.Item.QuestionId)).ToImmutableArray();
            _minutesLeft = all.Sum(r => r.Item.Seconds) / 60;
            return all;
        }

        var queue = model.QueueAt(Now, minutes, suspended);
        (_minutesLeft, _backlog) = (queue.Minutes, queue.BacklogMinutes);
        _leeches = Leech.Of(model.Course, queue);
        return queue.Reviews;
    }

    private async Task AnsweredAsync()
    {
        _done++;
        _seen.Add(_current!.Item.QuestionId);
        if (Cram) return;
        _preview = _model?.PreviewOf(_current.Item.QuestionId, Now); // Of the model as it was before this answer.
        await ShowScheduleAsync();
    }

    /// <summary>The learner's own word on how it went; <see langword="null"/> takes back that it counted for the schedule.</summary>
    private async Task CorrectAsync(Rating? rating)
    {
        try
        {
            await Store.CorrectAsync(_learner, _session!.Outcome!.Answer.Id, new AnswerCorrection(rating, rating is null), Now, _gone.Token);
            await ShowScheduleAsync();
            _own = rating is null ? "Taken back: the schedule is as it was before this answer. The answer itself stays." : $"Counted as {rating}.";
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }

    private async Task SuspendAsync()
    {
        try
        {
            await Store.SuspendAsync(_learner, _current!.Item.QuestionId, true, Now, _gone.Token);
            await NextAsync();
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }

    /// <summary>A question that was put aside comes back when it is due.</summary>
    private async Task TakeBackAsync(string question)
    {
        try
        {
            await Store.SuspendAsync(_learner, question, false, Now, _gone.Token);
            await NextAsync();
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }

    private async Task ShowScheduleAsync()
    {
        _model = await Models.OfAsync(_learner, _settings, Catalog.Current.Course, _gone.Token);
        var card = _model.CardOf(_current!.Item.QuestionId);
        _rating = _session?.Outcome is { } outcome ? _model.FindAnswer(outcome.Answer.Id)?.Rating : null;
        _scheduled = card is null ? null : $"Comes back in {Wait(card)}.";
    }

    /// <summary>When a rating would bring the question back; empty where that is not known.</summary>
    private string WaitAfter(Rating rating) => _preview is null ? "" : Wait(rating switch
    {
        Rating.Again => _preview.Again,
        Rating.Hard => _preview.Hard,
        Rating.Good => _preview.Good,
        _ => _preview.Easy,
    });

    private string Wait(Card card) => card.State == CardState.Review ? Phrases.Count(card.ScheduledDays, "day") : Phrases.Count((int)Math.Max(1, Math.Round((card.Due - Now).TotalMinutes)), "minute");
}
