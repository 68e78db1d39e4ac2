using System.Globalization;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Builder and history.</summary>
public sealed partial class QuizPage
{
    private const int PageSize = 20;
    private const int MostPages = 10_000;

    private LearnerSettings _settings = new();
    private HashSet<string> _modules = [];
    private HashSet<string> _concepts = [];
    private List<AttemptSummary> _past = [];
    private List<AttemptSummary> _open = [];

    /// <summary>What was wrong with the last form.</summary>
    [SupplyParameterFromQuery]
    public string? Problem { get; set; }

    /// <summary>Ticked to begin with.</summary>
    [SupplyParameterFromQuery]
    public string[]? Module { get; set; }

    /// <summary>Ticked to begin with.</summary>
    [SupplyParameterFromQuery]
    public string[]? Concept { get; set; }

    /// <summary>Page of the history, from 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, MostPages) : 0;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Problem?.Length > 300) Problem = Problem[..300];
        _modules = [.. Module ?? []];
        _concepts = [.. Concept ?? []];
        if (await Current.IdAsync() is not { } learner) return;
        _settings = await Current.SettingsAsync(Http.RequestAborted);
        _past = [.. await Attempts.ListAsync(learner, Page * PageSize, PageSize, Http.RequestAborted)];
        _open = Page == 0 ? [.. _past.Where(a => a.Ended is null).Take(3)] : [];
    }

    private string Local(DateTime time) => TimeZoneInfo.ConvertTimeFromUtc(time, _settings.Zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string AddressOf(AttemptSummary attempt) => attempt.Ended is null ? $"/quiz/{attempt.Id}" : $"/quiz/{attempt.Id}/result";
}
