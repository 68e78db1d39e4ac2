using System.Runtime.InteropServices;

namespace InterviewPrep.Testing;

/// <summary>Work under the rights of an ordinary user, also where the tests run as the superuser.</summary>
public static partial class Unprivileged
{
    private const int Nobody = 65534;

    /// <summary>Whether this system has such rights and a way to them.</summary>
    public static bool IsPossible { get; } = OperatingSystem.IsLinux() || (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess);

    /// <summary>Does some work that stays on its thread.</summary>
    public static T Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!Environment.IsPrivilegedProcess) return work();

        // Linux keeps the user that files are opened for thread by thread; for another than 0 no file is open to everybody.
        var before = SetFileSystemUser(Nobody);
        try
        {
            return work();
        }
        finally
        {
            _ = SetFileSystemUser(before);
        }
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(int user);
}
