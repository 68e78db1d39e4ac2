using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Components.Authorization;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Who is learning, for pages and circuits alike.</summary>
public sealed class CurrentLearner(AuthenticationStateProvider authentication, LearnerStore learners)
{
    /// <summary>The learner; <see langword="null"/> for somebody who has saved nothing.</summary>
    public async Task<Guid?> IdAsync() => (await authentication.GetAuthenticationStateAsync()).User.LearnerId();

    /// <summary>Whether an account or an owner stands behind it, so that it is safe from a lost cookie.</summary>
    public async Task<bool> IsKeptAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.LearnerId() is not null && user.Identity?.AuthenticationType != LearnerAuthentication.Guest;
    }

    /// <summary>What they chose, or the defaults.</summary>
    public async Task<LearnerSettings> SettingsAsync(CancellationToken cancellation = default) =>
        await IdAsync() is { } id ? await learners.SettingsAsync(id, cancellation) : new LearnerSettings();
}
