namespace InterviewPrep.Web.Hosting;

/// <summary>Marks a page with a form that changes something: it gets an antiforgery token, and is kept nowhere.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenFormAttribute : Attribute;
