using System.Collections.Concurrent;
using System.Diagnostics;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>A run of the program that is there to be killed.</summary>
/// <param name="Lines">What it printed, each line whole.</param>
/// <param name="Lasted">From the line that said that it began to its end.</param>
internal sealed record KilledProcess(IReadOnlyList<string> Lines, TimeSpan Lasted)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it.</summary>
    /// <param name="after">When to kill it, counted from the first line that begins as said; a very long time for never.</param>
    /// <param name="began">How that line begins.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<KilledProcess> RunAsync(TimeSpan after, string began, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "InterviewPrep.CrashWriter.dll"), .. arguments]) { RedirectStandardOutput = true },
        };
        var lines = new ConcurrentQueue<string>();
        var beginning = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null)
            {
                beginning.TrySetException(new InvalidOperationException($"The process ended before it said '{began}'."));
                return;
            }

            lines.Enqueue(e.Data);
            if (e.Data.StartsWith(began, StringComparison.Ordinal)) beginning.TrySetResult(Stopwatch.GetTimestamp());
        };
        process.Start();
        process.BeginOutputReadLine();
        try
        {
            var start = await beginning.Task.WaitAsync(Patience);
            using var patience = new CancellationTokenSource(after < Patience ? after : Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (after < Patience)
            {
                process.Kill(); // SIGKILL
            }

            var lasted = Stopwatch.GetElapsedTime(start);
            await process.WaitForExitAsync();
            return new KilledProcess([.. lines], lasted);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
