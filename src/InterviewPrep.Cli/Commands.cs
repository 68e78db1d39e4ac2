using InterviewPrep.Cli.Evaluate;

namespace InterviewPrep.Cli;

/// <summary>The command line: which command, and what it wants.</summary>
internal static class Commands
{
    /// <summary>Everything is in order.</summary>
    public const int Passed = 0;

    /// <summary>The content has errors, or what was asked could not be done.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Misused = 2;

    private const string Usage = """
        interviewprep check [folder] [--format text|json|github] [--warnings-as-errors]
        interviewprep schema [folder] [--check]
        interviewprep evaluate fsrs VECTORS.jsonl
        interviewprep evaluate optimizer REVLOG.csv
        interviewprep evaluate mastery --answers A.csv --items I.json [--truth T.jsonl] [--warm LEARNERS] [--reference P.csv]
        interviewprep evaluate mastery --seed S [--learners N]
        interviewprep evaluate plan --seed S [--seeds N] [--learners N] [--days N] [--minutes N]
        interviewprep report [folder] [--write file | --check file | --numbers]
        interviewprep backup [--to FILE] [--keep N]
        interviewprep restore FILE
        interviewprep doctor
        interviewprep migrate
        interviewprep export --learner ID|--all [--to FILE]
        interviewprep import FILE [--into ID]
        interviewprep rebuild [--check] [--content folder] [--learner ID]

          check    Reads and renders the course in a folder (default: content) and prints every diagnostic and a summary.
                   Exit code 0: no errors; 1: errors, or warnings with --warnings-as-errors; 2: the call itself is wrong.
          schema   Writes the JSON Schemas of the YAML files (default: docs/schemas); --check only compares.
          evaluate Measures the models that the app runs on data files and prints JSON.
                   fsrs: the scheduler against reference vectors, exit code 1 where one differs.
                   optimizer: default and fitted parameters on the last fifth of a review log (day,card,rating,delta_t).
                   mastery: predictions of answers and of weak concepts beside percent correct, a Beta posterior and Elo.
                   plan: what simulated learners know on the interview day by following Today, in course order and at random.
          report   Prints figures about the course in a folder (default: content) as Markdown tables. --write puts them between their marks
                   in a document, --check only compares; --numbers lists the numbers in lessons that no check holds and no source is cited for.
          backup   Copies the database while it is in use, to a file named by the time in the folder backups beside it, and
                   checks the copy. --keep N then deletes all but the newest N there.
          restore  Puts a checked backup in the place of the database, which is kept beside it. Stop the application first.
          doctor   Checks the database and its backups, counts what it holds, and says how to mend it. Exit code 1: a problem.
          migrate  Brings the database to the form of this version, as every start of the application does.
          export   Writes all data of one learner, or of all, as JSON.
          import   Adds what is in such a file and not in the database; --into gives it to another learner.
          rebuild  Computes all that is derived from answers anew: cards, estimates, kept models. --check changes nothing and
                   compares what is kept with what the answers come to. Exit code 1: something differs.

        The last seven find the database as the application does: by --Database:Provider=… and --Database:ConnectionString=…,
        by the environment (Database__ConnectionString), or by appsettings.json in this folder.

        """;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        switch (arguments is [var first, ..] ? first : null)
        {
            case "check":
                return CheckCommand.Run([.. arguments.Skip(1)], output, error, clock);
            case "schema":
                return SchemaCommand.Run([.. arguments.Skip(1)], output, error);
            case "evaluate":
                return EvaluateCommand.Run([.. arguments.Skip(1)], output, error, clock);
            case "report":
                return ReportCommand.Run([.. arguments.Skip(1)], output, error, clock);
            case "backup" or "restore" or "doctor" or "migrate" or "export" or "import" or "rebuild":
                return DatabaseCommands.Run(arguments[0], [.. arguments.Skip(1)], output, error, clock);
            case "help" or "--help" or "-h":
                output.Write(Usage);
                return Passed;
            case null:
                error.Write(Usage);
                return Misused;
            case var unknown:
                error.WriteLine($"'{unknown}' is not a command.");
                error.Write(Usage);
                return Misused;
        }
    }
}
