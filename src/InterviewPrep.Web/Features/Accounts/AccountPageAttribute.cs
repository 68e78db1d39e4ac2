namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Marks a page or an endpoint about accounts: a single-user instance does not have it, and no browser keeps it.</summary>
/// <param name="signedIn">Whether it is only for somebody signed in.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccountPageAttribute(bool signedIn = false) : Attribute
{
    /// <summary>Whether it is only for somebody signed in.</summary>
    public bool SignedIn { get; } = signedIn;
}
