namespace InterviewPrep.Core.Tests;

/// <summary>The folder that holds the solution, found from wherever the tests run.</summary>
internal static class RepositoryRoot
{
    private const string Solution = "InterviewPrep.sln";

    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No {Solution} above {AppContext.BaseDirectory}.");
    }
}
