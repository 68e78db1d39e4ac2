using System.Security.Cryptography;

namespace InterviewPrep.Data.Learners;

/// <summary>
/// That somebody was deleted: a window or a cookie of theirs that is left somewhere must not begin a learner under their id again, who would
/// be nobody's. The id itself is not kept, only what it comes to.
/// </summary>
public sealed class DeletedLearner
{
    /// <summary>Of the learner's id, see <see cref="MarkOf"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The first 128 bits of an id's SHA-256; ids are random enough that nobody gets back from it.</summary>
    public static Guid MarkOf(Guid learner) => new(SHA256.HashData(learner.ToByteArray()).AsSpan(0, 16));
}
