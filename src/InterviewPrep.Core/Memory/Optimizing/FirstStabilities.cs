namespace InterviewPrep.Core.Memory.Optimizing;

/// <summary>
/// The first four weights: the stability after the first answer, found for each rating by itself from what was recalled after the
/// first interval. Source: fsrs-rs 6, <c>parameter_initialization.rs</c>.
/// </summary>
internal static class FirstStabilities
{
    private const double Smallest = FsrsParameters.MinStability;
    private const double Largest = 100;

    /// <summary>Writes the four weights; ratings without evidence follow their neighbours.</summary>
    public static void Fit(TrainingSet set, Span<double> weights)
    {
        var counts = Counts(set);
        var recalledOfAll = (double)set.FirstIntervals.Sum(g => g.Recalled) / Math.Max(1, set.FirstIntervals.Sum(g => g.Count));
        var found = new double[4];
        for (var g = 1; g <= 4; g++)
        {
            var groups = set.FirstIntervals.Where(i => i.Rating == g).ToArray();
            if (groups.Length > 0) found[g - 1] = Search(groups, recalledOfAll, FsrsParameters.Default.Weights[g - 1]);
        }

        Order(found, counts);
        Fill(found);
        found.CopyTo(weights);
    }

    /// <summary>Makes better ratings at least as stable; the one with more evidence stays.</summary>
    public static void Order(Span<double> stabilities, ReadOnlySpan<int> counts)
    {
        ReadOnlySpan<(int Low, int High)> pairs = [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)];
        foreach (var (low, high) in pairs)
        {
            if (stabilities[low] <= 0 || stabilities[high] <= 0 || stabilities[low] <= stabilities[high]) continue;
            if (counts[low] > counts[high]) stabilities[high] = stabilities[low];
            else stabilities[low] = stabilities[high];
        }
    }

    /// <summary>How many cards there are of each first rating.</summary>
    public static int[] Counts(TrainingSet set) =>
        [.. Enumerable.Range(1, 4).Select(g => set.FirstIntervals.Where(i => i.Rating == g).Sum(i => i.Count))];

    /// <summary>By ternary search: the loss has one minimum.</summary>
    private static double Search(TrainingSet.FirstInterval[] groups, double recalledOfAll, double usual)
    {
        var model = new MemoryModel(FsrsParameters.Default);
        double Loss(double stability)
        {
            var loss = Math.Abs(stability - usual) / 16;
            foreach (var group in groups)
            {
                var recalled = (group.Recalled + recalledOfAll) / (group.Count + 1);
                var p = Math.Clamp(model.Retrievability(group.Days, stability), 1e-9, 1 - 1e-9);
                loss -= group.Count * ((recalled * Math.Log(p)) + ((1 - recalled) * Math.Log(1 - p)));
            }

            return loss;
        }

        double low = Smallest, high = Largest;
        while (high - low > 1e-5)
        {
            var third = (high - low) / 3;
            if (Loss(low + third) < Loss(high - third)) high -= third;
            else low += third;
        }

        return (low + high) / 2;
    }

    /// <summary>A rating without evidence keeps its default, scaled as the nearest ratings with evidence are (on a logarithmic scale), and in order.</summary>
    private static void Fill(double[] stabilities)
    {
        var usual = FsrsParameters.Default.Weights;
        var known = Enumerable.Range(0, 4).Where(i => stabilities[i] > 0).ToArray();
        for (var i = 0; i < 4; i++)
        {
            if (stabilities[i] > 0) continue;
            var below = known.Where(k => k < i).Select(k => (int?)k).LastOrDefault();
            var above = known.Where(k => k > i).Select(k => (int?)k).FirstOrDefault();
            var scale = (below, above) switch
            {
                ({ } b, { } a) => Math.Sqrt(stabilities[b] / usual[b] * (stabilities[a] / usual[a])),
                ({ } b, null) => stabilities[b] / usual[b],
                (null, { } a) => stabilities[a] / usual[a],
                _ => 1,
            };
            var least = below is { } floor ? stabilities[floor] : Smallest;
            var most = above is { } ceiling ? stabilities[ceiling] : Largest;
            stabilities[i] = Math.Clamp(usual[i] * scale, least, Math.Max(least, most));
        }
    }
}
