using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Content.Diagnostics;

/// <summary>Words the mend of a misspelt name.</summary>
public static class Suggestion
{
    /// <summary>"Did you mean x?" or the other sentence.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates, string otherwise) =>
        NearestName.Find(word, candidates) is { } near ? $"Did you mean '{near}'?" : otherwise;
}
