using System.Collections.Immutable;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Data.Learning;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.WeakAreas;

/// <summary>One concept and the answers behind its numbers.</summary>
public sealed partial class ConceptPage
{
    private const int MostAnswers = 200;
    private const int TitleLength = 90;

    private Concept? _concept;
    private ConceptReport? _report;
    private ConceptEvidence? _evidence;
    private WeakArea? _area;
    private ImmutableArray<HeldMisconception> _held = [];
    private ImmutableArray<AnswerEntry> _answers = [];

    /// <summary>Id of the concept.</summary>
    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    private InlineTexts Texts => InlineTexts.Of(Catalog.Current);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _concept = Course.FindConcept(Id);
        if (_concept is null || await Current.IdAsync() is not { } learner) return;
        var now = Time.GetUtcNow().UtcDateTime;
        var model = await Models.OfAsync(learner, await Current.SettingsAsync(Http.RequestAborted), Course, Http.RequestAborted);
        _evidence = model.EvidenceOf(Id, now);
        if (_evidence is null) return;
        _report = model.Report(Id, now);
        _area = model.WeakAreaOf(Id, now);
        _held = _evidence.Misconceptions;
        _answers = [.. model.EntriesOf(Id).Take(MostAnswers)];
    }

    private static string Settles(ConceptReport report) => report.Standing switch
    {
        ConceptStanding.Weak => "Probably below the mark of 60 %.",
        ConceptStanding.Strong => "Probably above the mark of 60 %. Right answers on other days, to harder and to mixed questions would make it solid.",
        ConceptStanding.Solid => "Solid: right on several days, on hard questions too, and among questions on other things.",
        _ => report.FurtherAnswers is { } more and > 0 ? $"Not settled: about {Phrases.Count(more, "more answer")} would tell." : "Not settled: it lies too close to the mark to tell.",
    };

    private string TitleOf(string question)
    {
        if (Course.FindQuestion(question) is not { } found) return question;
        var text = PlainText.Of(found.Prompt).ReplaceLineEndings(" ");
        return text.Length <= TitleLength ? text : text[..TitleLength].TrimEnd() + "…";
    }

    private string LevelOf(string question) => Course.FindQuestion(question) is { } found ? QuestionWords.Level(found.Level) : "";
}
