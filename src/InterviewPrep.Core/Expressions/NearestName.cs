namespace InterviewPrep.Core.Expressions;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    private const int LongestWord = 100;

    /// <summary>The candidate with the fewest edits, when they are few for its length; the alphabetically first of equals; else null.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length > LongestWord)
            return null;

        var allowed = word.Length <= 2 ? 1 : word.Length <= 5 ? 2 : 3;
        string? best = null;
        var bestDistance = allowed + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestWord || Math.Abs(candidate.Length - word.Length) > allowed)
                continue;

            var distance = Distance(word, candidate, bestDistance + 1);
            if (distance > allowed || distance >= Math.Max(word.Length, candidate.Length))
                continue;

            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>
    /// The optimal string alignment distance: edits, with two neighbouring letters swapped counting as one; a difference in
    /// nothing but case is one edit.
    /// </summary>
    /// <param name="left">At most a few hundred letters.</param>
    /// <param name="right">At most a few hundred letters.</param>
    /// <param name="stop">What is returned as soon as the distance is known to reach it.</param>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int stop)
    {
        if (left.Equals(right, StringComparison.OrdinalIgnoreCase))
            return left.SequenceEqual(right) ? 0 : 1;

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least >= stop)
                return stop;

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[right.Length];
    }
}
