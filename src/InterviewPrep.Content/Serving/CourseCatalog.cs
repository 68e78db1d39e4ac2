using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;
using Microsoft.Extensions.Logging;

namespace InterviewPrep.Content.Serving;

/// <summary>
/// Holds the edition of the course that is being served, and replaces it when the content changes. An edit that brings new
/// errors is not served: the last good edition stays, and <see cref="Rejected"/> says what is wrong with the edit.
/// </summary>
public sealed partial class CourseCatalog : IDisposable
{
    private readonly CourseLoader _loader;
    private readonly RenderEngines _engines = new();
    private readonly TimeProvider _clock;
    private readonly ILogger<CourseCatalog> _logger;
    private readonly Lock _reloading = new();
    private CourseEdition _current;
    private ImmutableArray<Diagnostic> _rejected = [];

    /// <summary>Loads the course of a folder; a missing or empty folder makes an empty course with a diagnostic.</summary>
    public CourseCatalog(string root, TimeProvider clock, ILogger<CourseCatalog> logger)
        : this(new CourseLoading(root, clock), clock, logger)
    {
    }

    /// <summary>Waits for a course that is being loaded.</summary>
    public CourseCatalog(CourseLoading loading, TimeProvider clock, ILogger<CourseCatalog> logger)
    {
        ArgumentNullException.ThrowIfNull(loading);
        _loader = loading.Loader;
        _clock = clock;
        _logger = logger;
        _current = new CourseEdition(loading.Result(Today), _engines, 1);
        LogLoaded(_current.Course.Lessons.Length, _current.Course.Questions.Length, Root);
        Log(_current.Diagnostics);
    }

    /// <summary>Raised after another edition has taken over, on the thread that loaded it.</summary>
    public event Action<CourseEdition>? Changed;

    /// <summary>Full path of the content folder.</summary>
    public string Root => _loader.Root;

    /// <summary>The edition that is served now.</summary>
    public CourseEdition Current => Volatile.Read(ref _current);

    /// <summary>The diagnostics of the last edit, when it was not taken; else empty.</summary>
    public ImmutableArray<Diagnostic> Rejected => _rejected;

    private DateOnly Today => CourseLoading.DayOf(_clock);

    /// <summary>Reads the folder again and serves what it says, unless that brings errors that were not there before.</summary>
    /// <returns>Whether another edition is served now.</returns>
    public bool Reload()
    {
        lock (_reloading)
        {
            var before = Current;
            var loaded = _loader.Load(Today);
            var changed = ContentChanges.Between(before.Loaded, loaded);
            if (changed.Count == 0)
            {
                _rejected = [];
                return false;
            }

            var touched = ContentChanges.Touched(changed, before.Loaded, loaded);
            var diagnostics = new CourseInspection(loaded, _engines).Inspect(touched);
            var newErrors = NewErrors(diagnostics, before, touched);
            if (!newErrors.IsEmpty && !before.Loaded.IsEmpty)
            {
                _rejected = newErrors;
                LogRejected(newErrors.Length);
                Log(newErrors);
                return false;
            }

            _rejected = [];
            var edition = new CourseEdition(loaded, _engines, before.Number + 1);
            edition.Learn([.. diagnostics.Concat(RenderedBefore(before).Where(d => !touched.Contains(d.Position.File))).Distinct()]);
            Volatile.Write(ref _current, edition);
            LogReloaded(edition.Number, changed.Count);
            Changed?.Invoke(edition);
            return true;
        }
    }

    /// <summary>Loads what the first reader would otherwise wait for: the engines and the search index. For a background thread.</summary>
    public void WarmUp()
    {
        _engines.Math.WarmUp();
        _engines.Code.WarmUp();
        _ = Current.Search;
        _engines.Diagrams.WarmUp();
    }

    /// <summary>Renders the whole current edition for its diagnostics, one lesson at a time; a newer edition stops it.</summary>
    public void Inspect(CancellationToken cancellation)
    {
        var edition = Current;
        try
        {
            edition.Learn(new CourseInspection(edition.Loaded, _engines).Inspect(1, cancellation));
            Log(edition.Diagnostics.Except(edition.Loaded.Diagnostics));
        }
        catch (OperationCanceledException)
        {
            // The next edition is inspected instead.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Current.Dispose();
        _engines.Dispose();
    }

    /// <summary>What rendering has said of an edition.</summary>
    private static IEnumerable<Diagnostic> RenderedBefore(CourseEdition edition) => edition.Diagnostics.Except(edition.Loaded.Diagnostics);

    /// <summary>The errors that the edition before does not have; how often it has each counts, since lines move.</summary>
    private ImmutableArray<Diagnostic> NewErrors(IEnumerable<Diagnostic> diagnostics, CourseEdition before, HashSet<string> touched)
    {
        var news = Without(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), before.Diagnostics);

        // Perhaps the edition has not been inspected yet, and the errors are old.
        return news.IsEmpty ? news : Without(news, new CourseInspection(before.Loaded, _engines).Inspect(touched).Except(before.Diagnostics));
    }

    private static ImmutableArray<Diagnostic> Without(IEnumerable<Diagnostic> diagnostics, IEnumerable<Diagnostic> known)
    {
        var counts = known.GroupBy(Identity).ToDictionary(g => g.Key, g => g.Count());
        return [.. diagnostics.Where(d => !counts.TryGetValue(Identity(d), out var left) || (counts[Identity(d)] = left - 1) < 0)];
    }

    private static (string, string, string) Identity(Diagnostic d) => (d.Code, d.Position.File, d.Message);

    private void Log(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) LogDiagnostic(diagnostic);
    }

    [LoggerMessage(LogLevel.Information, "The course has {Lessons} lessons and {Questions} questions, read from {Root}.")]
    private partial void LogLoaded(int lessons, int questions, string root);

    [LoggerMessage(LogLevel.Information, "Edition {Number} of the course is served; files changed: {Files}.")]
    private partial void LogReloaded(long number, int files);

    [LoggerMessage(LogLevel.Error, "The edit is not served, because it brings {Count} new errors; the last good edition stays.")]
    private partial void LogRejected(int count);

    [LoggerMessage(LogLevel.Error, "{Diagnostic}")]
    private partial void LogDiagnostic(Diagnostic diagnostic);
}
