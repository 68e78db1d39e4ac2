namespace InterviewPrep.Core.Expressions;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestWord = 40;

    /// <summary>The candidate with the fewest edits, when they are few for its length; else null.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
            return null;

        var allowed = word.Length <= 3 ? 1 : word.Length <= 7 ? 2 : 3;
        return candidates
            .Where(candidate => candidate.Length <= LongestWord)
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= allowed && pair.distance < Math.Max(word.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein's distance in which a change of case costs nothing extra but still one edit.</summary>
    private static int Distance(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return left == right ? 0 : 1;

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var swap = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above + 1, row[j - 1] + 1), diagonal + swap);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
