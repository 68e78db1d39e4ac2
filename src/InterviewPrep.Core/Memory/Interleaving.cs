namespace InterviewPrep.Core.Memory;

/// <summary>
/// Keeps siblings apart: no two questions of the same primary concept in a row wherever the number of others allows it, and else as
/// near to the given order as that permits.
/// </summary>
internal static class Interleaving
{
    public static List<QueuedReview> Of(IReadOnlyList<QueuedReview> ordered)
    {
        var concepts = ordered.Select((review, rank) => (review, rank)).GroupBy(r => r.review.Item.PrimaryConcept)
            .Select(group => new Queue<(QueuedReview Review, int Rank)>(group)).ToList();
        var result = new List<QueuedReview>(ordered.Count);
        Queue<(QueuedReview Review, int Rank)>? last = null;
        while (result.Count < ordered.Count)
        {
            last = Next(concepts, last, ordered.Count - result.Count);
            result.Add(last.Dequeue().Review);
            if (last.Count == 0) concepts.Remove(last);
        }

        return result;
    }

    /// <summary>
    /// The concept whose next question comes first in the given order, other than the last; but a concept that holds more than half
    /// of what is left goes first, as its questions could not be kept apart later.
    /// </summary>
    private static Queue<(QueuedReview Review, int Rank)> Next(
        List<Queue<(QueuedReview Review, int Rank)>> concepts, Queue<(QueuedReview Review, int Rank)>? last, int left)
    {
        Queue<(QueuedReview Review, int Rank)>? best = null;
        foreach (var concept in concepts)
        {
            if (concept == last) continue;
            if (concept.Count * 2 > left) return concept;
            if (best is null || concept.Peek().Rank < best.Peek().Rank) best = concept;
        }

        return best ?? concepts[0];
    }
}
