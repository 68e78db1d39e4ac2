using System.Globalization;
using InterviewPrep.Data.Attempts;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Builder and history.</summary>
public sealed partial class QuizPage
{
    private const int PageSize = 20;
    private const int MostPages = 10_000;
    private const int ProblemLength = 300;

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

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, MostPages) : 0;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Problem?.Length > ProblemLength) Problem = Problem[..ProblemLength];
        _modules = [.. Module ?? []];
        _concepts = [.. Concept ?? []];
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        _past = [.. await Attempts.ListAsync(learner, Page * PageSize, PageSize, Gone)];
        _open = Page == 0 ? [.. _past.Where(a => a.Ended is null).Take(3)] : [];
    }

    private static string AddressOf(AttemptSummary attempt) => attempt.Ended is null ? $"/quiz/{attempt.Id}" : $"/quiz/{attempt.Id}/result";
}
