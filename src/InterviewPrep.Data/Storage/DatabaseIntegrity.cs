using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Storage;

/// <summary>Looks whether the embedded database's file is damaged, before anything is written to it.</summary>
public sealed class DatabaseIntegrity(DatabaseSettings settings, IDbContextFactory<InterviewPrepContext> contexts, DatabaseDamage damage)
{
    /// <summary>A file up to this size is looked at before the start, which takes about a tenth of a second; a larger one beside it.</summary>
    public const long LargestAtStart = 64L * 1024 * 1024;

    /// <summary>Whether looking takes too long to wait for.</summary>
    public bool IsLarge => settings.File is { } file && File.Exists(file) && new FileInfo(file).Length > LargestAtStart;

    /// <summary>Looks, and ends all writing when it is damaged.</summary>
    /// <returns>What is wrong and how to mend it, in one line; <see langword="null"/> when it is sound, empty, or on a server.</returns>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public string? Check()
    {
        if (settings.File is not { } file || new DatabaseFile(file) is not { Exists: true } database) return null;
        if (database.Check(isThorough: false) is not [var problem, ..]) return null;
        damage.Note();
        return Explain(problem);
    }

    private string Explain(string problem)
    {
        var backups = new DatabaseBackups(settings, contexts);
        var way = backups.NewestGood() is { } good
            ? $"The newest good backup is {good}; bring it back with: interviewprep restore {good}"
            : $"There is no good backup in {backups.Folder}; the command “doctor” says more.";
        return $"The database {settings.Place} is damaged ({problem.ReplaceLineEndings(" ")}), so nothing is written to it. {way}";
    }
}
