namespace InterviewPrep.Content.Tests.Scripting;

/// <summary>Finds files of the repository from the folder the tests run in.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "InterviewPrep.sln")))
                return folder;
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
