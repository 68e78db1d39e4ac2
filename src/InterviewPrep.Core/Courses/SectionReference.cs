namespace InterviewPrep.Core.Courses;

/// <summary>A place in the course: a lesson, or one section of it.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Section">Anchor of the section; <see langword="null"/> for the lesson as a whole.</param>
public readonly record struct SectionReference(string Lesson, string? Section)
{
    /// <summary>Reads <c>lesson</c> or <c>lesson#section</c>.</summary>
    public static SectionReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? new(text, null) : new(text[..hash], text[(hash + 1)..]);
    }

    /// <summary><c>lesson</c> or <c>lesson#section</c>.</summary>
    public override string ToString() => Section is null ? Lesson : $"{Lesson}#{Section}";
}
