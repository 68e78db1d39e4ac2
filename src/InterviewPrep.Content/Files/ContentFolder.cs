using System.Security;
using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Files;

/// <summary>The content folder as a set of text files: nothing outside it is ever read.</summary>
public sealed class ContentFolder
{
    private readonly int _fileLimit;

    /// <summary>Names a folder; nothing is read yet.</summary>
    public ContentFolder(string root)
        : this(root, ContentLimits.Files)
    {
    }

    internal ContentFolder(string root, int fileLimit)
    {
        Root = Path.GetFullPath(root);
        _fileLimit = fileLimit;
    }

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
        void Fail(DiagnosticRule rule, string message, string mend) => diagnostics.Report(rule, SourcePosition.StartOf(path), message, mend);
        var limit = Limit(path) ?? 0;
        if (stamp.Length > limit)
        {
            Fail(DiagnosticRules.FileTooLarge, $"The file has {stamp.Length:N0} bytes; the limit is {limit:N0}.", "Split it, or take out what is not needed.");
            return null;
        }

        try
        {
            return TextEncoding.Read(ReadBytes(path, stamp), path, diagnostics) is { } text ? new ContentFile(path, text, stamp) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            Fail(DiagnosticRules.FileUnreadable, "The file cannot be read.", "Give the application the right to read it, or wait until it is written.");
            return null;
        }
    }

    /// <summary>As many bytes as the listing saw: what is being written is read again when its stamp changes. A file of no length, such as a named pipe, is not opened.</summary>
    private byte[] ReadBytes(string path, FileStamp stamp)
    {
        if (stamp.Length == 0) return [];
        using var stream = new FileStream(Path.Combine(Root, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[stamp.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Lists a folder and those below; <see langword="false"/> once there are too many files.</summary>
    private bool List(DirectoryInfo folder, string prefix, int depth, SortedDictionary<string, FileStamp> files, DiagnosticBag diagnostics)
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
            return true;
        }

        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            if (entry.Name.StartsWith('.')) continue;
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null) // The attribute is known already; where the target is, the system must be asked.
            {
                diagnostics.Report(DiagnosticRules.PathOutside, SourcePosition.StartOf(path), "Symbolic links are not followed.",
                    "Put the file itself into the content folder.");
                continue;
            }

            if (entry is DirectoryInfo child)
            {
                if (depth < ContentLimits.FolderDepth)
                {
                    if (!List(child, path + "/", depth + 1, files, diagnostics)) return false;
                    continue;
                }

                diagnostics.Report(DiagnosticRules.NestingTooDeep, SourcePosition.StartOf(path), "The folder is nested too deep.", "Move it up: content/<module>/figures is the deepest that is needed.");
            }
            else if (entry is FileInfo file && Limit(path) is not null)
            {
                if (files.Count >= _fileLimit)
                {
                    diagnostics.Report(DiagnosticRules.TooManyFiles, SourcePosition.StartOf(path), $"There are more than {_fileLimit:N0} files; the rest is not read.", "Split the course.");
                    return false;
                }

                // An editor that replaces files may have taken this one away in between.
                if (file.Exists) files[path] = new FileStamp(file.LastWriteTimeUtc.Ticks, file.Length);
            }
        }

        return true;
    }

    private static int? Limit(string path) => Path.GetExtension(path) switch
    {
        ".md" => ContentLimits.LessonBytes,
        ".yaml" or ".yml" => ContentLimits.YamlBytes,
        ".svg" => ContentLimits.FigureBytes,
        _ => null,
    };
}
