namespace InterviewPrep.Web.Components;

/// <summary>What is wrong with a form, field by field, in words for whoever filled it in.</summary>
public sealed class FormProblems
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>What is wrong with it as a whole.</summary>
    public string? Whole { get; set; }

    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => Whole is null && _fields.Count == 0;

    /// <summary>The field's problem.</summary>
    public string? this[string field]
    {
        get => _fields.GetValueOrDefault(field);
        set
        {
            if (value is null) _fields.Remove(field);
            else _fields[field] = value;
        }
    }
}
