namespace InterviewPrep.Web.Hosting;

/// <summary>Marks a page that has interactive parts: it loads the script that opens a circuit.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InteractivePageAttribute : Attribute;
