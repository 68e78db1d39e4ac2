namespace InterviewPrep.Content.Files;

/// <summary>What content may at the most be. Generous for people, tight for attackers.</summary>
public static class ContentLimits
{
    /// <summary>Bytes of a lesson.</summary>
    public const int LessonBytes = 128 * 1024;

    /// <summary>Bytes of a YAML file.</summary>
    public const int YamlBytes = 2 * 1024 * 1024;

    /// <summary>Bytes of a figure.</summary>
    public const int FigureBytes = 256 * 1024;

    /// <summary>Files in the folder.</summary>
    public const int Files = 50_000;

    /// <summary>Depth of folders below the content folder.</summary>
    public const int FolderDepth = 4;

    /// <summary>Depth of a YAML tree.</summary>
    public const int YamlDepth = 24;

    /// <summary>Characters of one line of Markdown.</summary>
    public const int LineCharacters = 4_000;

    /// <summary>Characters of Markdown without a blank line: what bounds the parser's worst case.</summary>
    public const int ParagraphCharacters = 5_000;

    /// <summary>Characters of one text inside a YAML file.</summary>
    public const int MarkdownFieldCharacters = 20_000;

    /// <summary>Variants of one question that a check goes through; beyond, it takes this many.</summary>
    public const int VariantsChecked = 2_000;
}
