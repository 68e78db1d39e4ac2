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
    {
        _loader = new CourseLoader(root);
        _clock = clock;
        _logger = logger;
        _current = new CourseEdition(_loader.Load(Today), _engines, 1);
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

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    /// <summary>Reads the folder again and serves what it says, unless that brings errors that were not there before.</summary>
    /// <returns>Whether another edition is served now.</returns>
    public bool Reload()
    {
        lock (_reloading)
        {
            var before = Current;
            var loaded = _loader.Load(Today);
            var changed = Changes(before.Loaded, loaded);
            if (changed.Count == 0) return false;
            var diagnostics = new CourseInspection(loaded, _engines).Inspect(changed);
            var known = before.Diagnostics.Select(Identity).ToHashSet();
            var newErrors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && !known.Contains(Identity(d))).ToImmutableArray();
            if (!newErrors.IsEmpty && !before.Loaded.IsEmpty)
            {
                _rejected = newErrors;
                LogRejected(newErrors.Length);
                Log(newErrors);
                return false;
            }

            _rejected = [];
            var edition = new CourseEdition(loaded, _engines, before.Number + 1);
            edition.Learn(diagnostics);
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

    private static (string, string, string) Identity(Diagnostic d) => (d.Code, d.Position.File, d.Message);

    private static HashSet<string> Changes(LoadedCourse before, LoadedCourse after)
    {
        var changed = after.Files.Where(f => !before.Files.TryGetValue(f.Key, out var stamp) || stamp != f.Value).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        changed.UnionWith(before.Files.Keys.Where(f => !after.Files.ContainsKey(f)));
        return changed;
    }

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
