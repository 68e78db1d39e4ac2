using System.Security.Claims;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>How a principal says whose answers are whose.</summary>
public static class LearnerClaims
{
    /// <summary>Type of the claim with the learner's id.</summary>
    public const string Learner = "learner";

    /// <summary>The learner of a principal; <see langword="null"/> for somebody who has saved nothing.</summary>
    public static Guid? LearnerId(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return Guid.TryParse(principal.FindFirstValue(Learner), out var id) ? id : null;
    }

    /// <summary>A principal for a learner without an account.</summary>
    public static ClaimsPrincipal Principal(Guid learner, string scheme) => new(new ClaimsIdentity([new Claim(Learner, learner.ToString())], scheme));
}
