using InterviewPrep.Data;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Cli;

/// <summary><c>doctor</c>: says how the database is, line by line.</summary>
internal static class DoctorCommand
{
    private const long LeastRoom = 64L * 1024 * 1024;

    public static int Run(DatabaseArguments arguments, TextWriter output)
    {
        var settings = arguments.Settings();
        var contexts = DatabaseArguments.Contexts(settings);
        var report = new Report(output);
        if (settings.File is not { } file)
        {
            report.Line("database", $"{settings.Place} ({settings.Provider})");
            Describe(report, contexts);
            return report.ExitCode;
        }

        var database = new DatabaseFile(file);
        if (!database.Exists)
        {
            report.Problem("database", $"{file} does not exist yet; the application makes it when it starts");
            DescribeBackups(report, settings, contexts, isNeeded: true);
            return report.ExitCode;
        }

        report.Line("database", $"{file} ({DatabaseCommands.Size(database.Length)})");
        var problems = database.Check(isThorough: true);
        if (problems.IsEmpty) report.Line("integrity", "ok, every row and reference");
        foreach (var problem in problems) report.Problem("integrity", problem);
        if (problems.IsEmpty) Describe(report, contexts);
        var room = new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        var needed = Math.Max(LeastRoom, 2 * database.Length);
        if (room < needed) report.Problem("room", $"{DatabaseCommands.Size(room)} left; a backup and a restore need {DatabaseCommands.Size(needed)}");
        else report.Line("room", $"{DatabaseCommands.Size(room)} left");
        DescribeBackups(report, settings, contexts, isNeeded: !problems.IsEmpty);
        return report.ExitCode;
    }

    private static void Describe(Report report, IDbContextFactory<InterviewPrepContext> contexts)
    {
        using var context = contexts.CreateDbContext();
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = StorageReads(() => context.Database.GetAppliedMigrations().ToList());
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
        {
            report.Problem("form", $"made by a newer version of this application (it has “{newer}”)");
            return;
        }

        var pending = known.Except(applied).Order(StringComparer.Ordinal).ToList();
        if (pending.Count > 0)
        {
            report.Line("form", $"{pending.Count} migrations are applied at the next start: {string.Join(", ", pending)}");
            return;
        }

        report.Line("form", $"up to date ({applied[^1]})");
        var (learners, accounts, answers, attempts) = StorageReads(() => (context.Learners.Count(l => l.MergedInto == null), context.Users.Count(), context.Answers.Count(), context.Attempts.Count()));
        report.Line("holds", FormattableString.Invariant($"{learners} learners, {accounts} accounts, {answers} answers, {attempts} sittings, {context.Notes.Count()} notes, {context.Reports.Count(r => r.Resolved == null)} open reports"));
    }

    private static void DescribeBackups(Report report, DatabaseSettings settings, IDbContextFactory<InterviewPrepContext> contexts, bool isNeeded)
    {
        var backups = new DatabaseBackups(settings, contexts);
        foreach (var file in backups.Files)
        {
            if (backups.Problem(file) is { } problem)
            {
                report.Problem("backup", problem);
                continue;
            }

            report.Line("backup", FormattableString.Invariant($"{file} is good ({backups.TimeOf(file):yyyy-MM-dd HH:mm:ss} UTC), the newest of {backups.Files.Length}"));
            if (isNeeded) report.Line("way back", $"stop the application, then: interviewprep restore {file}");
            return;
        }

        report.Line("backup", $"no good one in {backups.Folder}; make one with: interviewprep backup");
    }

    private static T StorageReads<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (StorageException.From(e) is { } storage)
        {
            throw storage;
        }
    }

    /// <summary>Lines with a name in front; a problem makes the exit code.</summary>
    private sealed class Report(TextWriter output)
    {
        public int ExitCode { get; private set; } = Commands.Passed;

        public void Line(string name, string text) => output.WriteLine($"{name,-10} {text}");

        public void Problem(string name, string text)
        {
            Line(name, $"PROBLEM: {text}");
            ExitCode = Commands.Failed;
        }
    }
}
