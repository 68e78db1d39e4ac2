using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Learning;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Answers;

/// <summary>The answers behind a number, the newest first.</summary>
public sealed partial class AnswersPage
{
    private const int PageSize = 50;
    private const int MostPages = 100_000;

    private ImmutableArray<AnswerEntry> _answers = [];
    private int _count;
    private double? _right;

    /// <summary>Id of a module or deck.</summary>
    [SupplyParameterFromQuery]
    public string? Place { get; set; }

    /// <summary>1 to 4.</summary>
    [SupplyParameterFromQuery(Name = "level")]
    public string? LevelText { get; set; }

    /// <summary>Type of question.</summary>
    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    /// <summary>1 to 3.</summary>
    [SupplyParameterFromQuery]
    public string? Certainty { get; set; }

    /// <summary>Page of the list, from 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    private AnswerFilter Filter => AnswerFilter.Read(Course, Place, LevelText, Type, Certainty);

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, MostPages) : 0;

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        var filter = Filter;
        var chosen = (await ModelAsync(learner)).Answers.Where(a => filter.Has(Course, a)).ToList();
        _count = chosen.Count;
        if (_count == 0) return;
        _right = chosen.Count(a => a.Score >= Marking.Right) / (double)_count;
        chosen.Reverse();
        _answers = [.. chosen.Skip(Page * PageSize).Take(PageSize)];
    }

    private string AddressOf(int page)
    {
        var query = Filter.Query;
        return "/answers?" + (query.Length > 0 ? query + "&" : "") + string.Create(CultureInfo.InvariantCulture, $"page={page}");
    }
}
