namespace InterviewPrep.Web.Hosting;

/// <summary>Marks a page that is the same for everybody new, and kept; a learner gets one of their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonalForLearnersAttribute : Attribute;
