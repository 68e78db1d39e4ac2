using System.Globalization;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Cli;

/// <summary><c>backup</c>, <c>restore</c>, <c>migrate</c>; and what all commands about the database have in common.</summary>
internal static class DatabaseCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command and says in one line why it failed.</summary>
    public static int Run(string command, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            return command switch
            {
                "backup" => Backup(DatabaseArguments.Parse(arguments, ["--to", "--keep"], [], takesFile: false), output, now),
                "restore" => Restore(DatabaseArguments.Parse(arguments, [], [], takesFile: true), output, now),
                "migrate" => Migrate(DatabaseArguments.Parse(arguments, [], [], takesFile: false), output),
                "doctor" => DoctorCommand.Run(DatabaseArguments.Parse(arguments, [], [], takesFile: false), output),
                "export" => TransferCommands.Export(DatabaseArguments.Parse(arguments, ["--learner", "--to"], ["--all"], takesFile: false), output, now),
                "import" => TransferCommands.Import(DatabaseArguments.Parse(arguments, ["--into"], [], takesFile: true), output),
                "rebuild" => RebuildCommand.Run(DatabaseArguments.Parse(arguments, ["--content", "--learner"], ["--check"], takesFile: false), output, error, clock),
                _ => throw new ArgumentException($"There is no command {command}.", nameof(command)),
            };
        }
        catch (MisuseException e)
        {
            error.WriteLine(e.Message);
            return Commands.Misused;
        }
        catch (StorageException e)
        {
            error.WriteLine(Explain(e));
            return Commands.Failed;
        }
        catch (Exception e) when (e is SettingException or LearnerFileException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return Commands.Failed;
        }
    }

    private static int Backup(DatabaseArguments arguments, TextWriter output, DateTime now)
    {
        var keep = arguments["--keep"] is { } text ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw new MisuseException("--keep is followed by a number from 1 on.") : (int?)null;
        if (keep is not null && arguments["--to"] is not null) throw new MisuseException("--keep counts the backups in the usual folder, where --to does not write.");
        var settings = arguments.Settings();
        if (!settings.IsSqlite) throw new SettingException($"PostgreSQL is backed up by its own tool:  pg_dump --format=custom --file=interviewprep.dump {Connection(settings)}");
        var backups = new DatabaseBackups(settings, DatabaseArguments.Contexts(settings));
        var file = backups.Create(arguments["--to"], now);
        output.WriteLine($"backed up to {file} ({Size(new FileInfo(file).Length)}), checked");
        foreach (var old in keep is { } newest ? backups.Keep(newest) : []) output.WriteLine($"deleted {old}");
        return Commands.Passed;
    }

    private static int Restore(DatabaseArguments arguments, TextWriter output, DateTime now)
    {
        var file = arguments.RequireFile();
        var settings = arguments.Settings();
        if (!settings.IsSqlite) throw new SettingException($"PostgreSQL is restored by its own tool, while the application is stopped:  pg_restore --clean --if-exists --single-transaction {Connection(settings)} {file}");
        var aside = new DatabaseBackups(settings, DatabaseArguments.Contexts(settings)).Restore(file, now);
        if (aside is not null) output.WriteLine($"what was there is kept as {aside}");
        output.WriteLine($"restored {settings.File} from {file}; start the application");
        return Commands.Passed;
    }

    private static int Migrate(DatabaseArguments arguments, TextWriter output)
    {
        var settings = arguments.Settings();
        settings.Prepare();
        var applied = new DatabaseMigrator(DatabaseArguments.Contexts(settings), settings).MigrateAsync(Patience, CancellationToken.None).GetAwaiter().GetResult();
        output.WriteLine(applied == 0 ? $"{settings.Place} is up to date" : $"{settings.Place}: {applied} migrations applied");
        return Commands.Passed;
    }

    /// <summary>How a size is written.</summary>
    public static string Size(long bytes) =>
        bytes < 1 << 20 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KiB") : bytes < 1 << 30 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.0} GiB");

    /// <summary>What a tool of PostgreSQL is told; the password is left to <c>PGPASSWORD</c> or <c>~/.pgpass</c>.</summary>
    private static string Connection(DatabaseSettings settings)
    {
        var (host, port, database, user) = settings.ServerAddress;
        return $"--host={host} --port={port}{(user is null ? "" : $" --username={user}")} --dbname={database}";
    }

    private static string Explain(StorageException e) => e.Fault switch
    {
        StorageFault.Busy => "The database is held by another process. Try again in a moment.",
        StorageFault.Full => "There is no room left on the disk.",
        StorageFault.ReadOnly => "There is no right to write to the database.",
        StorageFault.Corrupt => "The database file is damaged. Run the command “doctor”: it names the newest good backup.",
        _ => $"The database cannot be used: {e.InnerException?.InnerException?.Message ?? e.InnerException?.Message ?? e.Message}",
    };
}
