namespace InterviewPrep.Content.Files;

/// <summary>The text of one content file.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Text">Its text with line feeds only and no byte order mark.</param>
/// <param name="Stamp">Changes when the file does.</param>
public sealed record ContentFile(string Path, string Text, FileStamp Stamp);

/// <summary>
/// What tells a changed file from an unchanged one without reading it. A class: collections of a struct cannot be compiled ahead of
/// time, and a start waits for a hundred such methods.
/// </summary>
/// <param name="Modified">Time of the last write, in ticks of UTC.</param>
/// <param name="Length">Bytes.</param>
public sealed record FileStamp(long Modified, long Length);
