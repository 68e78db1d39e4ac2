using System.Globalization;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Web.Components;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Builder and history.</summary>
public sealed partial class QuizPage
{
    private const int PageSize = 20;
    private const int MostPages = 10_000;
    private const int ProblemLength = 300;

    private ILookup<string, string> _fields = Array.Empty<string>().ToLookup(f => f);
    private List<AttemptSummary> _past = [];
    private List<AttemptSummary> _open = [];

    /// <summary>What was wrong with the last form.</summary>
    [SupplyParameterFromQuery]
    public string? Problem { get; set; }

    /// <summary>Page of the history, from 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, MostPages) : 0;

    /// <summary>All concepts: by module, then those that only decks ask for.</summary>
    private IEnumerable<(string Title, IEnumerable<Concept> Concepts)> Groups =>
        Course.Modules.Select(m => (m.Title, m.Lessons.SelectMany(l => Course.ConceptsOf(l))))
            .Append((Phrases.BeyondTheLessons, Course.Concepts.Where(c => c.Place is null)))
            .Where(g => g.Item2.Any());

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Problem?.Length > ProblemLength) Problem = Problem[..ProblemLength];
        _fields = Http.Request.Query.SelectMany(f => f.Value.OfType<string>(), (f, value) => (f.Key, value)).ToLookup(f => f.Key, f => f.value, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        _past = [.. await Attempts.ListAsync(learner, Page * PageSize, PageSize, Gone)];
        _open = Page == 0 ? [.. _past.Where(a => a.Ended is null).Take(3)] : [];
    }

    /// <summary>Whether something is ticked: as it was when the form was sent and something was wrong with it, or as the form begins.</summary>
    private bool Is(string field, string value, bool byDefault = false) => _fields.Contains("length") ? _fields[field].Contains(value, StringComparer.Ordinal) : byDefault;

    private string? Said(string field, string? byDefault = null) => _fields.Contains("length") ? _fields[field].FirstOrDefault() : byDefault;

    private static string AddressOf(AttemptSummary attempt) => attempt.Ended is null ? $"/quiz/{attempt.Id}" : $"/quiz/{attempt.Id}/result";
}
