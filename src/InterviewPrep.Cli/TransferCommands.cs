using System.Text;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Cli;

/// <summary><c>export</c> and <c>import</c>: learners' data from one instance to another.</summary>
internal static class TransferCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static int Export(DatabaseArguments arguments, TextWriter output, DateTime now)
    {
        var one = arguments.Id("--learner");
        if (one is null == arguments["--all"] is null) throw new MisuseException("Say whose data: --learner ID or --all.");
        using var database = Open(arguments);
        var export = new LearnerExport(database);
        var learners = one is { } id ? [id] : export.LearnersAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (arguments["--to"] is not { } target)
        {
            using var text = new MemoryStream();
            foreach (var learner in learners) Write(export, learner, text, now);
            output.Write(Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
            return Commands.Passed;
        }

        if (File.Exists(target)) throw new SettingException($"{target} exists already; nothing was written over it.");
        var partial = target + ".partial";
        using (var file = File.Create(partial))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            foreach (var learner in learners) Write(export, learner, file, now);
        }

        File.Move(partial, target);
        output.WriteLine($"{learners.Length} learners written to {target}");
        return Commands.Passed;
    }

    public static int Import(DatabaseArguments arguments, TextWriter output)
    {
        var file = arguments.RequireFile();
        var into = arguments.Id("--into");
        using var input = File.OpenRead(file);
        using var database = Open(arguments);
        new LearnerImport(database).ReadAsync(
            input, into,
            i => output.WriteLine($"{i.Learner}: {i.Answers} answers, {i.Attempts} sittings, {i.Others} other rows added{(i.LeftOut == 0 ? "" : $"; {i.LeftOut} places of open sittings left out, whose questions are not in the file")}"),
            CancellationToken.None).GetAwaiter().GetResult();
        return Commands.Passed;
    }

    private static void Write(LearnerExport export, Guid learner, Stream output, DateTime now)
    {
        if (!export.WriteAsync(learner, output, withOpenQuestions: true, now, CancellationToken.None).GetAwaiter().GetResult())
            throw new SettingException($"There is no learner {learner}.");
    }

    /// <summary>A database of this version's form.</summary>
    private static Database Open(DatabaseArguments arguments)
    {
        var settings = arguments.Settings();
        settings.Prepare();
        var contexts = DatabaseArguments.Contexts(settings);
        new DatabaseMigrator(contexts, settings).MigrateAsync(Patience, CancellationToken.None).GetAwaiter().GetResult();
        return new Database(contexts, settings);
    }
}
