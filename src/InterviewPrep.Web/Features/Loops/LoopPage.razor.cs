using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Web.Components;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Loops;

/// <summary>The mock loop: its rounds, how they stand, and the report.</summary>
public sealed partial class LoopPage
{
    private const int ProblemLength = 300;
    private const int MostToRead = 12;

    private ImmutableArray<LoopRun> _runs = [];
    private readonly Dictionary<string, Attempt> _sittings = [];
    private LoopReport? _report;
    private Guid _run = Guid.CreateVersion7();

    /// <summary>What was wrong with the last form.</summary>
    [SupplyParameterFromQuery]
    public string? Problem { get; set; }

    /// <summary>The run to show; the one begun last without it, or when the learner has none of this id.</summary>
    [SupplyParameterFromQuery(Name = "loop")]
    public string? RunText { get; set; }

    /// <summary>Whether a new run is to be begun.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? New { get; set; }

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private MockLoop? Loop => Course.Loop;

    private LoopReport Report => _report ??= new LoopReport(Loop!, Course, _sittings.ToDictionary(s => s.Key, s => new RoundSitting(s.Value.Id, !s.Value.IsOpen, s.Value.Result)));

    /// <summary>The round to begin or to go on with next.</summary>
    private RoundLine? Next => Report.Rounds.FirstOrDefault(r => r.Sitting is { IsOver: false }) ?? Report.Rounds.FirstOrDefault(r => r.Sitting is null);

    private IEnumerable<LoopRun> Others => _runs.Where(r => r.Id != _run);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Problem?.Length > ProblemLength) Problem = Problem[..ProblemLength];
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        if (Loop is null) return;
        _runs = LoopRun.Of(await Attempts.RoundsAsync(learner, Gone));
        if (New is not null || _runs.IsEmpty) return;
        var run = (Guid.TryParse(RunText, out var wanted) ? _runs.FirstOrDefault(r => r.Id == wanted) : null) ?? _runs[0];
        _run = run.Id;
        foreach (var round in run.Rounds)
        {
            if (await Attempts.FindAsync(learner, round.Id, Gone) is { } sitting) _sittings[round.Spec.Round!.Id] = sitting;
        }
    }

    private string StateOf(RoundLine line) => line switch
    {
        { IsOver: true, IsPassed: true } => "passed",
        { IsOver: true } => "not passed",
        { Sitting: not null } when _sittings[line.Round.Id] is { Deadline: { } deadline } sitting => sitting.IsFixed(Now) ? "handed in, to be marked" : $"open, {Phrases.Duration(Math.Max(1, (int)Math.Ceiling((deadline - Now).TotalMinutes)))} left",
        _ => "",
    };

    private string PlaceTitle(string id) => Course.FindModule(id)?.Title ?? Course.Decks.FirstOrDefault(d => d.Id == id)?.Title ?? "No longer in the course";
}
