using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Storage;

/// <summary>Backups of the embedded database: made while it is in use, looked at before they count, brought back.</summary>
public sealed class DatabaseBackups
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    private readonly DatabaseFile _database;
    private readonly string _name;
    private readonly ImmutableHashSet<string> _known;

    /// <summary>Of the database of the settings.</summary>
    /// <param name="settings">Which database.</param>
    /// <param name="contexts">Knows the migrations of this version.</param>
    /// <exception cref="SettingException">It is on a server, or in memory.</exception>
    public DatabaseBackups(DatabaseSettings settings, IDbContextFactory<InterviewPrepContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(contexts);
        var file = settings.File ?? throw new SettingException($"The database {settings.Place} is no file of this machine, so that its own tools back it up.");
        _database = new DatabaseFile(file);
        _name = Path.GetFileNameWithoutExtension(file);
        Folder = settings.BackupFolder ?? Path.Combine(Path.GetDirectoryName(file)!, "backups");
        using var context = contexts.CreateDbContext();
        _known = [.. context.Database.GetMigrations()];
    }

    /// <summary>Where backups are unless another place is named.</summary>
    public string Folder { get; }

    /// <summary>The backups in the folder, the newest first.</summary>
    public ImmutableArray<string> Files => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, _name + "-*.db").Where(f => TimeOf(f) is not null).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>The newest backup that is sound and can be used by this version.</summary>
    public string? NewestGood() => Files.FirstOrDefault(f => Problem(f) is null);

    /// <summary>When a backup in the folder was made, UTC; <see langword="null"/> for another file.</summary>
    public DateTime? TimeOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.Length > _name.Length && DateTime.TryParseExact(name[(_name.Length + 1)..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }

    /// <summary>Why a file cannot be restored, or <see langword="null"/>.</summary>
    public string? Problem(string file)
    {
        try
        {
            var copy = new DatabaseFile(file);
            if (!copy.Exists) return $"There is no database in {file}.";
            if (copy.Check(isThorough: true) is [var problem, ..]) return $"{file} is damaged: {problem}";
            if (copy.Migrations() is not { } applied) return $"{file} is no database of this application.";
            return applied.FirstOrDefault(m => !_known.Contains(m)) is { } newer ? $"{file} was made by a newer version of this application (it has “{newer}”)." : null;
        }
        catch (StorageException e)
        {
            return $"{file} cannot be read: {e.InnerException?.Message ?? e.Message}";
        }
    }

    /// <summary>Makes a backup and proves it; a file of that name appears only once it is good.</summary>
    /// <param name="target">Where to; <see langword="null"/> for a name with the time in <see cref="Folder"/>.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Where it is.</returns>
    /// <exception cref="SettingException">There is nothing to back up, the target exists, or the copy is not good.</exception>
    /// <exception cref="StorageException">The database cannot be read, or the copy not be written.</exception>
    public string Create(string? target, DateTime now)
    {
        if (!_database.Exists) throw new SettingException($"There is no database in {_database.Path} to back up.");
        target = Path.GetFullPath(target ?? Path.Combine(Folder, $"{_name}-{now.ToString(Stamp, CultureInfo.InvariantCulture)}.db"));
        if (File.Exists(target)) throw new SettingException($"{target} exists already; nothing was written over it.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = target + ".partial";
        DatabaseFile.Delete(partial);
        try
        {
            _database.CopyTo(partial);
            if (Problem(partial) is { } problem) throw new SettingException($"The backup was not kept. {problem.Replace(partial, "The copy", StringComparison.Ordinal)} Run the command “doctor”.");
            File.Move(partial, target);
            return target;
        }
        finally
        {
            DatabaseFile.Delete(partial);
        }
    }

    /// <summary>Deletes all but the newest backups in <see cref="Folder"/>.</summary>
    /// <returns>What was deleted.</returns>
    public ImmutableArray<string> Keep(int newest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newest, 1);
        var old = Files.Skip(newest).ToImmutableArray();
        foreach (var file in old) File.Delete(file);
        return old;
    }

    /// <summary>Puts a backup in the database's place and keeps what was there.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Where the database that was there is now; <see langword="null"/> when there was none.</returns>
    /// <exception cref="SettingException">It is not good, or the database is in use; nothing was changed.</exception>
    /// <exception cref="StorageException">The backup cannot be read, or the copy not be written; nothing was changed.</exception>
    public string? Restore(string file, DateTime now)
    {
        file = Path.GetFullPath(file);
        if (file == _database.Path) throw new SettingException($"{file} is the database itself.");
        if (Problem(file) is { } problem) throw new SettingException($"{problem} Nothing was changed.");
        var restored = _database.Path + ".restoring";
        DatabaseFile.Delete(restored);
        Directory.CreateDirectory(Path.GetDirectoryName(restored)!);
        new DatabaseFile(file).CopyTo(restored);
        var aside = PutAside(now);

        // One step, before which the database is where it was. What the engine keeps beside it would be taken for the restored one's.
        foreach (var suffix in DatabaseFile.Beside.Skip(1)) File.Delete(_database.Path + suffix);
        File.Move(restored, _database.Path, overwrite: true);
        return aside;
    }

    /// <summary>Copies the database, as it lies there: looking into a damaged one may already change what is beside it.</summary>
    /// <returns>Where to; <see langword="null"/> when there is none.</returns>
    private string? PutAside(DateTime now)
    {
        if (!_database.Exists) return null;
        var aside = $"{_database.Path}.before-{now.ToString(Stamp, CultureInfo.InvariantCulture)}";
        DatabaseFile.Delete(aside);
        foreach (var suffix in DatabaseFile.Beside.Where(s => s != "-shm" && File.Exists(_database.Path + s))) File.Copy(_database.Path + suffix, aside + suffix);
        if (_database.TryJoin() is not false) return aside;
        DatabaseFile.Delete(aside);
        throw new SettingException($"The database {_database.Path} is in use. Stop the application and try again; nothing was changed.");
    }
}
