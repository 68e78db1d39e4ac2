using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;

namespace InterviewPrep.Content.Figures;

/// <summary>The figures of a content folder, read and cleaned when first asked for and again when they change.</summary>
public sealed partial class FigureLibrary
{
    private readonly ContentFolder _folder;
    private readonly IReadOnlyDictionary<string, FileStamp> _files;
    private readonly ConcurrentDictionary<string, Figure> _read;

    /// <summary>
    /// The library of one listing of the folder; what an older library has read and what did not change is taken over. The
    /// older one keeps what it has read, so that an edition whose successor is refused goes on showing its own figures.
    /// </summary>
    public FigureLibrary(ContentFolder folder, IReadOnlyDictionary<string, FileStamp> files, FigureLibrary? older = null)
    {
        _folder = folder;
        _files = files;
        _read = older is null
            ? new(StringComparer.Ordinal)
            : new(older._read.Where(f => files.TryGetValue(f.Key, out var stamp) && stamp == older._files[f.Key]), StringComparer.Ordinal);
    }

    /// <summary>The cleaned figure at a path relative to a module's folder, or a diagnostic at the place that names it.</summary>
    public string? Find(string? moduleFolder, string path, SourcePosition namedAt, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (moduleFolder is null || !FigurePath().IsMatch(path))
        {
            diagnostics.Report(DiagnosticRules.PathOutside, namedAt, $"'{path}' is not a figure of this module.", "Put the SVG file into the module's figures folder and write figures/name.svg.");
            return null;
        }

        var full = $"{moduleFolder}/{path}";
        if (!_files.TryGetValue(full, out var stamp))
        {
            diagnostics.Report(DiagnosticRules.FigureMissing, namedAt, $"There is no figure '{full}'.",
                Suggestion.DidYouMean(full, _files.Keys.Where(f => f.EndsWith(".svg", StringComparison.Ordinal)), "Draw it, or mend the path."));
            return null;
        }

        var figure = _read.GetOrAdd(full, p => Read(p, stamp));
        diagnostics.AddRange(figure.Diagnostics);
        return figure.Svg;
    }

    private Figure Read(string path, FileStamp stamp)
    {
        var bag = new DiagnosticBag();
        var file = _folder.Read(path, stamp, bag);
        var svg = file is null ? null : SvgSanitizer.Sanitize(file.Text, path, bag);
        return new Figure(svg, bag.ToSorted());
    }

    private sealed record Figure(string? Svg, IReadOnlyCollection<Diagnostic> Diagnostics);

    [GeneratedRegex(@"^figures/[a-z0-9]+(-[a-z0-9]+)*\.svg\z", RegexOptions.CultureInvariant)]
    private static partial Regex FigurePath();
}
