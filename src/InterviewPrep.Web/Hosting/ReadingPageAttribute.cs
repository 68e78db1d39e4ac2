namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Marks a page that shows a lesson's text or a question: it loads <c>css/reading.css</c>, which has all that these need, in
/// place of <c>css/site.css</c>. One file, because a browser paints nothing before the last style sheet has come.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadingPageAttribute : Attribute;
