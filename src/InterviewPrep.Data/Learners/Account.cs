using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Data.Learners;

/// <summary>How somebody signs in. What they did belongs to their <see cref="Learner"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>A new account with an id of its own.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>The learner it belongs to.</summary>
    public Guid LearnerId { get; set; }
}
