namespace InterviewPrep.Web.Features.Theme;

/// <summary>One colour.</summary>
/// <param name="Light">In light colours, <c>#rrggbb</c>.</param>
/// <param name="Dark">In dark colours, <c>#rrggbb</c>.</param>
public sealed record DesignColour(string Light, string Dark);

/// <summary>
/// The colours of the house for what cannot read CSS variables. <c>styles/site.css</c> has them under the same names; a test
/// holds both equal.
/// </summary>
public sealed record DesignTokens
{
    /// <summary>Those of this site.</summary>
    public static DesignTokens Site { get; } = new();

    /// <summary>Behind everything.</summary>
    public DesignColour Paper { get; init; } = new("#fbfaf7", "#14161a");

    /// <summary>Of what lies on the paper.</summary>
    public DesignColour Surface { get; init; } = new("#ffffff", "#1b1e24");

    /// <summary>Of what is let into it.</summary>
    public DesignColour Sunken { get; init; } = new("#f3f1eb", "#101216");

    /// <summary>Lines that only divide.</summary>
    public DesignColour Line { get; init; } = new("#e3dfd5", "#2c313a");

    /// <summary>Lines that say where a control is.</summary>
    public DesignColour Edge { get; init; } = new("#8d897e", "#6d7480");

    /// <summary>Text.</summary>
    public DesignColour Ink { get; init; } = new("#1d2025", "#e8e6e1");

    /// <summary>Text of second rank.</summary>
    public DesignColour Ink2 { get; init; } = new("#4b5059", "#b9bcc3");

    /// <summary>Text of third rank.</summary>
    public DesignColour Ink3 { get; init; } = new("#5f646d", "#9aa0aa");

    /// <summary>What acts.</summary>
    public DesignColour Accent { get; init; } = new("#2b5fb8", "#8ab4ff");

    /// <summary>What acts, as text.</summary>
    public DesignColour AccentInk { get; init; } = new("#1f4b96", "#a9c8ff");

    /// <summary>Behind what acts or is chosen.</summary>
    public DesignColour AccentWash { get; init; } = new("#e9f0fb", "#1b2a44");

    /// <summary>What is right.</summary>
    public DesignColour Right { get; init; } = new("#1b7a4b", "#6fd19c");

    /// <summary>Behind what is right.</summary>
    public DesignColour RightWash { get; init; } = new("#e6f4ec", "#16301f");

    /// <summary>What is wrong.</summary>
    public DesignColour Wrong { get; init; } = new("#b3372f", "#ff9a90");

    /// <summary>Behind what is wrong.</summary>
    public DesignColour WrongWash { get; init; } = new("#fbeae8", "#3a1d1b");

    /// <summary>What is not settled.</summary>
    public DesignColour Unsure { get; init; } = new("#835500", "#f0c36a");

    /// <summary>Behind what is not settled.</summary>
    public DesignColour UnsureWash { get; init; } = new("#fdf3dd", "#33280f");

    /// <summary>The interviewer's voice.</summary>
    public DesignColour Violet { get; init; } = new("#6a4bb0", "#c0a6ff");

    /// <summary>Behind the interviewer's voice.</summary>
    public DesignColour VioletWash { get; init; } = new("#f0ebfa", "#2a2140");
}
