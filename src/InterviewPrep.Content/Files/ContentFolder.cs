using System.Security;
using System.Text;
using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Files;

/// <summary>The content folder as a set of text files: nothing outside it is ever read.</summary>
public sealed class ContentFolder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names a folder; nothing is read yet.</summary>
    public ContentFolder(string root) => Root = Path.GetFullPath(root);

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Lists every file of the kinds that content has: relative path and stamp.</summary>
    public IReadOnlyDictionary<string, FileStamp> List(DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var files = new SortedDictionary<string, FileStamp>(StringComparer.Ordinal);
        if (!Directory.Exists(Root))
        {
            diagnostics.Report(DiagnosticRules.FolderMissing, SourcePosition.StartOf("."), "The content folder does not exist.",
                "Set Content:Path to the folder that holds course.yaml.");
            return files;
        }

        List(new DirectoryInfo(Root), "", 0, files, diagnostics);
        return files;
    }

    /// <summary>Reads one of the listed files; <see langword="null"/> and a diagnostic when it cannot be.</summary>
    public ContentFile? Read(string path, FileStamp stamp, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var (file, failure) = ReadNow(path, stamp);
        if (failure is not null) diagnostics.AddRange([failure]);
        return file;
    }

    private static void List(DirectoryInfo folder, string prefix, int depth, SortedDictionary<string, FileStamp> files, DiagnosticBag diagnostics)
    {
        IEnumerable<FileSystemInfo> entries;
        try
        {
            entries = folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            diagnostics.Report(prefix.Length == 0 ? DiagnosticRules.FolderMissing : DiagnosticRules.FileUnreadable,
                SourcePosition.StartOf(prefix.Length == 0 ? "." : prefix), "The folder cannot be read.", "Give the application the right to read it.");
            return;
        }

        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            if (entry.Name.StartsWith('.')) continue;
            if (entry.LinkTarget is not null)
            {
                diagnostics.Report(DiagnosticRules.PathOutside, SourcePosition.StartOf(path), "Symbolic links are not followed.",
                    "Put the file itself into the content folder.");
                continue;
            }

            if (entry is DirectoryInfo child)
            {
                if (depth < ContentLimits.FolderDepth) List(child, path + "/", depth + 1, files, diagnostics);
                else diagnostics.Report(DiagnosticRules.NestingTooDeep, SourcePosition.StartOf(path), "The folder is nested too deep.", "Move it up: content/<module>/figures is the deepest that is needed.");
            }
            else if (entry is FileInfo file && Limit(path) is not null)
            {
                if (files.Count >= ContentLimits.Files)
                {
                    diagnostics.Report(DiagnosticRules.TooManyFiles, SourcePosition.StartOf(path), $"There are more than {ContentLimits.Files:N0} files; the rest is not read.", "Split the course.");
                    return;
                }

                files[path] = new FileStamp(file.LastWriteTimeUtc.Ticks, file.Length);
            }
        }
    }

    private static int? Limit(string path) => Path.GetExtension(path) switch
    {
        ".md" => ContentLimits.LessonBytes,
        ".yaml" or ".yml" => ContentLimits.YamlBytes,
        ".svg" => ContentLimits.FigureBytes,
        _ => null,
    };

    private (ContentFile?, Diagnostic?) ReadNow(string path, FileStamp stamp)
    {
        var limit = Limit(path) ?? 0;
        Diagnostic Failure(DiagnosticRule rule, string message, string mend) => new(rule, SourcePosition.StartOf(path), message, mend);
        if (stamp.Length > limit)
            return (null, Failure(DiagnosticRules.FileTooLarge, $"The file has {stamp.Length:N0} bytes; the limit is {limit:N0}.", "Split it, or take out what is not needed."));
        try
        {
            using var stream = new FileStream(Path.Combine(Root, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > limit)
                return (null, Failure(DiagnosticRules.FileTooLarge, $"The file has {stream.Length:N0} bytes; the limit is {limit:N0}.", "Split it, or take out what is not needed."));
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            ReadOnlySpan<byte> body = bytes;
            if (body.StartsWith(Encoding.UTF8.Preamble)) body = body[3..];
            if (body.IndexOf((byte)0) is var nul and >= 0)
                return (null, new Diagnostic(DiagnosticRules.InvalidEncoding, new(path, 1 + body[..nul].Count((byte)'\n'), 1), "The file holds a NUL byte.", "Save it as UTF-8 text."));
            var text = StrictUtf8.GetString(body);
            if (text.Contains('\r')) text = text.ReplaceLineEndings("\n");
            return (new ContentFile(path, text, stamp), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Failure(DiagnosticRules.InvalidEncoding, "The file is not UTF-8.", "Save it as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return (null, Failure(DiagnosticRules.FileUnreadable, "The file cannot be read.", "Give the application the right to read it, or wait until it is written."));
        }
    }
}
