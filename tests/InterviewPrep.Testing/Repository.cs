using System.Reflection;

namespace InterviewPrep.Testing;

/// <summary>Where these tests were built.</summary>
public static class Repository
{
    /// <summary>Full path of the repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary><c>Debug</c> or <c>Release</c>: of these tests, and so of the application beside them.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The course itself.</summary>
    public static string Content { get; } = Path.Combine(Root, "content");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
