using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>A sitting on screen.</summary>
public sealed partial class SittingView
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan[] Announcements = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)];

    private readonly CancellationTokenSource _gone = new();
    private Sitting? _sitting;
    private ImmutableArray<Func<Task>> _goTo = []; // Made once: a handler made anew with each rendering costs each circuit.
    private bool _isMissing;
    private bool _isKept;
    private Ending? _ending;
    private string _announced = "";
    private TimeSpan? _before;
    private ITimer? _timer;

    private enum Ending
    {
        Finish,
        GiveUp,
    }

    /// <summary>Id of the sitting.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    [Inject]
    private Answering Answering { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
            await LeaveAsync();
        }

        await _gone.CancelAsync();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is { } learner)
            _sitting = await Sitting.OpenAsync(learner, Id, await Current.SettingsAsync(_gone.Token), Catalog.Current, Attempts, Answering, _gone.Token);
        _isMissing = _sitting is null;
        _isKept = await Current.IsKeptAsync();
        _goTo = [.. (_sitting?.Attempt.Steps ?? []).Select(s => (Func<Task>)(() => _sitting!.GoAsync(s.Position, _gone.Token)))];
        if (RendererInfo.IsInteractive && _sitting is { Attempt.IsOpen: true })
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(BeatAsync), null, Beat, Beat);
    }

    /// <summary>Keeps what was entered last; a sitting whose last feedback was read is over.</summary>
    private async Task LeaveAsync()
    {
        if (_sitting is not { Attempt.IsOpen: true } sitting) return;
        if (sitting is { IsAtEnd: false, IsComplete: true }) await sitting.EndAsync(false, CancellationToken.None);
        else await sitting.KeepAsync(CancellationToken.None);
    }

    /// <summary>Keeps what was entered, and watches the clock.</summary>
    private async Task BeatAsync()
    {
        if (_gone.IsCancellationRequested || _sitting is not { Attempt.IsOpen: true }) return;
        var before = _sitting.Problem;
        await _sitting.KeepAsync(_gone.Token);
        if (!_sitting.IsMarking && _sitting.Left is { } left)
        {
            if (left == TimeSpan.Zero)
            {
                await EndAsync(false);
                return;
            }

            if (Announcements.FirstOrDefault(a => left <= a && (_before ?? TimeSpan.MaxValue) > a) is var due && due > TimeSpan.Zero && _before is not null) _announced = $"{TimeLeft(due)} left.";
            _before = left;
            StateHasChanged();
        }
        else if (before != _sitting.Problem)
        {
            StateHasChanged();
        }
    }

    private async Task SubmitAsync()
    {
        _ending = null;
        await _sitting!.SubmitAsync(_gone.Token);
        if (!_sitting.Attempt.IsOpen) ShowResult();
    }

    /// <summary>The next place without an answer, round from here.</summary>
    private Task NextAsync()
    {
        var steps = _sitting!.Attempt.Steps;
        var next = Enumerable.Range(1, steps.Length).Select(i => (_sitting.Attempt.Position + i) % steps.Length).First(i => !_sitting.IsDone(steps[i]) || i == _sitting.Attempt.Position);
        return _sitting.GoAsync(next, _gone.Token);
    }

    // Handlers are methods: a lambda in the markup is another one with each rendering.
    private Task UnknownAsync() => _sitting!.GiveUpStepAsync(_gone.Token);

    private Task HintAsync() => _sitting!.HintAsync(_gone.Token);

    private Task FlagAsync() => _sitting!.FlagAsync(_gone.Token);

    private Task SkipAsync() => _sitting!.GoAsync(_sitting.Attempt.Position + 1, _gone.Token);

    private void AskToFinish() => _ending = Ending.Finish;

    private void AskToGiveUp() => _ending = Ending.GiveUp;

    private void GoOn() => _ending = null;

    private async Task EndAsync(bool givenUp)
    {
        _ending = null;
        if (await (givenUp ? _sitting!.EndAsync(true, _gone.Token) : _sitting!.FinishAsync(_gone.Token))) ShowResult();
        else if (_sitting.IsMarking) _announced = "The clock has stopped. Compare your own words with a strong answer.";
        StateHasChanged();
    }

    private void ShowResult() => Navigation.NavigateTo($"/quiz/{Id}/result", forceLoad: true);

    private string Kind => _sitting!.Attempt.Spec.Round is null ? "quiz" : "round";

    private string Leaving
    {
        get
        {
            var where = _isKept ? "on any device on which you are signed in" : "in this browser";
            return _sitting is { IsMarking: false, Left: not null }
                ? $"What you enter is kept, {where}. The clock runs on while you are away."
                : $"Leave whenever you like: the {Kind} waits here, {where}.";
        }
    }

    private string ToMark() => _sitting!.Attempt.Unmarked.Length switch
    {
        1 => "One answer to mark",
        var n => $"{n} answers to mark",
    };

    private string Unfinished() => _sitting!.Attempt.Steps.Count(s => !_sitting.IsDone(s)) switch
    {
        0 => "Every question is answered. Finish and see the result?",
        1 => "One question has no answer yet; it will count as left out. Finish?",
        var n => $"{n} questions have no answer yet; they will count as left out. Finish?",
    };

    private static string StateOf(Step step) => step.Answer is { } answer ? $"is-{QuestionWords.StateOf(answer)}" : step.Draft is not null ? "is-kept" : "";

    private static string SignOf(Step step) => step.Flagged ? "⚑" : step.Answer is { } answer ? QuestionWords.Sign(QuestionWords.StateOf(answer)) : (step.Position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string LabelOf(Step step)
    {
        var state = step.Answer is not { } answer ? step.Draft is null ? "" : ", answered" : QuestionWords.StateOf(answer) switch
        {
            "right" => ", right",
            "partly" => ", partly right",
            "unknown" => ", not known",
            _ => ", not right",
        };
        return $"Question {step.Position + 1}{state}{(step.Flagged ? ", flagged" : "")}";
    }

    private static string TimeLeft(TimeSpan left) =>
        left >= TimeSpan.FromMinutes(1) ? Phrases.Count((int)Math.Ceiling(left.TotalMinutes), "minute") : Phrases.Count((int)Math.Ceiling(left.TotalSeconds), "second");
}
