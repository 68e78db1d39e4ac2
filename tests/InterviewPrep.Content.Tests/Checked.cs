using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests;

/// <summary>A course that was loaded and rendered once, as <c>check</c> does it.</summary>
internal sealed record Checked(LoadedCourse Loaded, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>One set for all tests: engines are dear to start.</summary>
    public static readonly RenderEngines Engines = new();

    public static Checked Folder(CourseFolder folder) => Load(new CourseLoader(folder.Root));

    public static Checked Load(CourseLoader loader)
    {
        var loaded = loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        return new Checked(loaded, new CourseInspection(loaded, Engines).Inspect(2, TestContext.Current.CancellationToken));
    }

    /// <summary>The diagnostics as <c>code file:line:column</c>.</summary>
    public IEnumerable<string> Places => Diagnostics.Select(d => $"{d.Code} {d.Position.File}:{d.Position.Line}:{d.Position.Column}");
}
