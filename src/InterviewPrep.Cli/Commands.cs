using InterviewPrep.Cli.Evaluate;

namespace InterviewPrep.Cli;

/// <summary>The command line: which command, and what it wants.</summary>
internal static class Commands
{
    /// <summary>Everything is in order.</summary>
    public const int Passed = 0;

    /// <summary>The content has errors.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Misused = 2;

    private const string Usage = """
        interviewprep check [folder] [--format text|json|github] [--warnings-as-errors]
        interviewprep schema [folder] [--check]
        interviewprep evaluate fsrs VECTORS.jsonl
        interviewprep evaluate optimizer REVLOG.csv
        interviewprep report [folder] [--write file | --check file | --numbers]

          check    Reads and renders the course in a folder (default: content) and prints every diagnostic and a summary.
                   Exit code 0: no errors; 1: errors, or warnings with --warnings-as-errors; 2: the call itself is wrong.
          schema   Writes the JSON Schemas of the YAML files (default: docs/schemas); --check only compares.
          evaluate Measures the models that the app runs on data files and prints JSON.
                   fsrs: the scheduler against reference vectors, exit code 1 where one differs.
                   optimizer: default and fitted parameters on the last fifth of a review log (day,card,rating,delta_t).
          report   Prints figures about the course in a folder (default: content) as Markdown tables. --write puts them between their marks
                   in a document, --check only compares; --numbers lists the numbers in lessons that no check holds and no source is cited for.

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
