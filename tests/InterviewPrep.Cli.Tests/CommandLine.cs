using InterviewPrep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Cli.Tests;

/// <summary>What a call of the command line came to.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static CommandLine Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var clock = new FakeTimeProvider(new DateTimeOffset(CourseFolder.Today, TimeOnly.MinValue, TimeSpan.Zero));
        var exitCode = Commands.Run(arguments, output, error, clock);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
