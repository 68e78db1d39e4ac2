namespace InterviewPrep.Content.Documents;

/// <summary>How ids are written.</summary>
internal static class Patterns
{
    public const string Id = "[a-z0-9]+(-[a-z0-9]+)*";
    public const string ConceptId = "[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+";
    public const string SectionReference = Id + "(#" + Id + ")?";
    public const string Parameter = "[A-Za-z][A-Za-z0-9_]*";
    public const string Https = "https://[^\\s<>\"']+";
}
