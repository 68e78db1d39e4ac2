namespace InterviewPrep.Content.Documents;

/// <summary>Says what a key of a YAML document means; the binder and the JSON Schema both read it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string description) : Attribute
{
    /// <summary>One sentence for authors.</summary>
    public string Description { get; } = description;

    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>Least value of a number.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest value of a number.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Regular expression that a text must match as a whole.</summary>
    public string? Pattern { get; init; }

    /// <summary>The question types that have this key, by name; empty for all.</summary>
    public string[] Types { get; init; } = [];
}
