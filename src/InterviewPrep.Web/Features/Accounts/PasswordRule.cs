using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Holds every new password to <see cref="PasswordStrength"/>, wherever it comes from.</summary>
public sealed class PasswordRule : IPasswordValidator<Account>
{
    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var problem = PasswordStrength.Problem(password ?? "", PasswordStrength.PartsOf(user.Email ?? ""));
        return Task.FromResult(problem is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule), Description = problem }));
    }
}
