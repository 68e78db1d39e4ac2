namespace InterviewPrep.Web.Hosting;

/// <summary>Marks a page that is the same for everybody: it may be kept and holds no form with a token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CacheablePageAttribute : Attribute;
