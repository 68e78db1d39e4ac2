using System.Globalization;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>The list of reports. Whoever may not see them gets none, also when the circuit outlives the right.</summary>
public sealed partial class ReportList
{
    /// <summary>The most reports that are listed, those not dealt with first.</summary>
    public const int Most = 1_000;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly CancellationTokenSource _gone = new();
    private List<ReportRow> _rows = [];
    private string? _text;
    private bool _withResolved;
    private bool _isBusy;
    private bool _isLoaded;
    private string? _problem;

    [Inject]
    private MarkStore Marks { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private AdministratorGate Gate { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => TryAsync(LoadAsync);

    private bool IsShown(ReportRow row) => (_withResolved || row.IsOpen) && row.Matches(_text);

    private async Task LoadAsync()
    {
        var course = Catalog.Current.Course;
        _rows = [.. (await Marks.ReportsAsync(Most, _gone.Token)).Select(r => ReportRow.Of(r, course))];
        _isLoaded = true;
    }

    private Task ResolveAsync(ReportRow row) => TryAsync(async () =>
    {
        await Marks.ResolveAsync(row.Id, row.IsOpen, Time.GetUtcNow().UtcDateTime, _gone.Token);
        await LoadAsync();
        Snackbar.Add($"The report on {row.Question} is {(row.IsOpen ? "resolved" : "open again")}.", Severity.Success);
    });

    private async Task TryAsync(Func<Task> work)
    {
        _isBusy = true;
        _problem = null;
        try
        {
            if (await Gate.IsOpenAsync()) await work();
            else (_rows, _problem, _isLoaded) = ([], "You may not see this list any more.", false);
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
        finally
        {
            _isBusy = false;
        }
    }
}
