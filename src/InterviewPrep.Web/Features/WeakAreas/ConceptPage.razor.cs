using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Data.Answers;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Answers;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.WeakAreas;

/// <summary>One concept and the answers behind its numbers.</summary>
public sealed partial class ConceptPage
{
    private const int MostAnswers = 200;

    private LearnerModel? _model;
    private ConceptReport? _report;
    private ConceptEvidence? _evidence;
    private WeakArea? _area;
    private ImmutableArray<HeldMisconception> _held = [];
    private ImmutableArray<AnswerEntry> _answers = [];
    private GivenAnswer? _given;

    /// <summary>Id of the concept.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>Id of the answer to look at; anything else, and anybody else's, opens nothing.</summary>
    [SupplyParameterFromQuery]
    public string? Answer { get; set; }

    [Inject]
    private AnswerStore Answers { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        var (model, now) = (await ModelAsync(learner), Now);
        _model = model;
        _evidence = model.EvidenceOf(Id, now);
        if (_evidence is null) return;
        _report = model.Report(Id, now);
        _area = model.WeakAreaOf(Id, now);
        _held = _evidence.Misconceptions;
        _answers = [.. model.EntriesOf(Id).Take(MostAnswers)];
        if (Guid.TryParse(Answer, out var chosen) && await Answers.WithQuestionAsync(learner, chosen, Gone) is { } found && found.Asked.Concepts[0] == Id)
            _given = GivenAnswer.Of(Catalog.Current, found.Asked, found.Answer);
    }

    private string? AddressOf(HeldMisconception held) => _model is { } model ? AnswerTable.AddressOf(Course, model, held) : null;

    private Concept? Concept => Course.FindConcept(Id);

    private static string Settles(ConceptReport report) => report.Standing switch
    {
        ConceptStanding.Weak => "Probably below the mark of 60 %.",
        ConceptStanding.Strong => "Probably above the mark of 60 %. Right answers on other days, to harder and to mixed questions would make it solid.",
        ConceptStanding.Solid => "Solid: right on several days, on hard questions too, and among questions on other things.",
        _ => report.FurtherAnswers is { } more and > 0 ? $"Not settled: about {Phrases.Count(more, "more answer")} would tell." : "Not settled: it lies too close to the mark to tell.",
    };
}
