namespace InterviewPrep.Web.Hosting;

/// <summary>Marks a page with MudBlazor's components, which set inline styles: its policy allows those, and no other page's does.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MudPageAttribute : Attribute;
