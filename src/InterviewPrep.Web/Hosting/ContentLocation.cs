namespace InterviewPrep.Web.Hosting;

/// <summary>Where the course is read from.</summary>
/// <param name="Path">Full path of the folder; it may not exist.</param>
/// <param name="IsConfigured">Whether a setting names it.</param>
public sealed record ContentLocation(string Path, bool IsConfigured)
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "Content:Path";

    private const string Folder = "content";
    private const string Marker = "course.yaml";

    /// <summary>
    /// The configured folder, relative to the working directory; else the nearest <c>content/course.yaml</c> at or above the
    /// application or the working directory; else <c>content</c> in the working directory.
    /// </summary>
    public static ContentLocation Find(IConfiguration configuration, params IEnumerable<string> starts)
    {
        if (configuration[Setting] is { Length: > 0 } configured) return new(System.IO.Path.GetFullPath(configured), true);
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = System.IO.Path.Combine(folder.FullName, Folder);
                if (File.Exists(System.IO.Path.Combine(candidate, Marker))) return new(candidate, false);
            }
        }

        return new(System.IO.Path.GetFullPath(Folder), false);
    }

    /// <summary>Why the folder cannot be used although it is there, or <see langword="null"/>.</summary>
    public string? Problem()
    {
        if (File.Exists(Path)) return $"{Setting} is {Path}, which is a file. Name the folder that holds {Marker}.";
        if (!Directory.Exists(Path)) return null;
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(Path).GetEnumerator();
            entries.MoveNext();
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return $"The content folder {Path} cannot be read. Give this process the right to read it, or set {Setting}.";
        }
    }
}
