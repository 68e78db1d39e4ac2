using System.Collections.Immutable;

namespace InterviewPrep.Cli.Evaluate;

/// <summary><c>evaluate</c>: measures the models that the app runs on anyone's data, and prints JSON.</summary>
internal static class EvaluateCommand
{
    /// <summary>What can be evaluated. A new evaluation is one line here.</summary>
    private static readonly ImmutableDictionary<string, Evaluation> Subcommands = new Dictionary<string, Evaluation>
    {
        ["fsrs"] = FsrsEvaluation.Run,
        ["optimizer"] = OptimizerEvaluation.Run,
        ["mastery"] = Mastery.MasteryEvaluation.Run,
        ["plan"] = Plan.PlanEvaluation.Run,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>One evaluation: its own arguments in, an exit code out. Times come from the clock.</summary>
    internal delegate int Evaluation(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock);

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        if (arguments is not [{ } name, ..] || !Subcommands.TryGetValue(name, out var evaluation))
        {
            error.WriteLine($"evaluate is followed by {string.Join(", ", Subcommands.Keys.Order(StringComparer.Ordinal))}.");
            return Commands.Misused;
        }

        try
        {
            return evaluation([.. arguments.Skip(1)], output, error, clock);
        }
        catch (DataFileException e)
        {
            error.WriteLine(e.Message);
            return Commands.Failed;
        }
    }

    /// <summary>Says what is wrong with the call.</summary>
    internal static int Misuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return Commands.Misused;
    }
}
