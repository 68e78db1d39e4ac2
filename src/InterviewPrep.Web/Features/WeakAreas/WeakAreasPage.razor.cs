using System.Collections.Immutable;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Web.Features.Answers;

namespace InterviewPrep.Web.Features.WeakAreas;

/// <summary>The concepts in the order of what they may cost.</summary>
public sealed partial class WeakAreasPage
{
    /// <summary>Areas with all their reasons.</summary>
    private const int Shown = 8;

    /// <summary>The costliest, among which those that are weak come first.</summary>
    private const int MostCostly = 30;

    /// <summary>The most concepts that one drill asks about.</summary>
    private const int MostDrilled = 8;

    private LearnerModel? _model;
    private ImmutableArray<WeakArea> _areas = [];
    private ImmutableArray<ConceptReport> _all = [];
    private ImmutableArray<HeldMisconception> _held = [];
    private CalibrationReport? _calibration;
    private ImmutableArray<ConceptReport> _weak = [];
    private int _unsettled;

    private string Headline => _weak.Length switch
    {
        0 when _unsettled > 0 => "Too early to call anything weak.",
        0 => "Nothing stands out as weak.",
        1 => "One concept is weak.",
        _ => $"{_weak.Length} concepts are weak.",
    };

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        _model = await ModelAsync(learner);
        _areas = [.. _model.WeakAreas(Now, MostCostly).OrderBy(a => a.Report.Standing != ConceptStanding.Weak).Take(Shown)];
        _all = _model.ReportsByCost(Now);
        _held = _model.Misconceptions.Held;
        _calibration = _model.Calibration();
        _weak = [.. _all.Where(r => r.Standing == ConceptStanding.Weak)];
        _unsettled = _all.Count(r => r.Standing == ConceptStanding.NotEnoughEvidence);
    }

    /// <summary>The answer that showed it last.</summary>
    private string AddressOf(HeldMisconception held) => AnswerTable.AddressOf(Course, _model!, held) ?? $"/weak-areas/{Course.FindMisconception(held.Misconception)!.Concept}";

    private string TitleOf(string concept) => Course.FindConcept(concept)?.Title ?? concept;

    /// <summary>How a concept was answered, in a few words.</summary>
    private string AnswersOf(ConceptReport report) =>
        report.LastDay is not { } last ? "no answer yet" : $"{report.Right} of {report.Answers} right, the last {Ago((int)Math.Floor(_model!.DayOf(Now)) - (int)Math.Floor(last))}";

    private static string Ago(int days) => days switch
    {
        <= 0 => "today",
        1 => "yesterday",
        _ => $"{days} days ago",
    };
}
