using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace InterviewPrep.Testing;

/// <summary>The built application as a process of its own, on a free port, with its data in a folder of its own.</summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _data;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningApp(string environment, IReadOnlyList<string> arguments)
    {
        _data = Directory.CreateTempSubdirectory("interviewprep").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_NOLOGO"] = "1", ["HOME"] = _data },
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.ArgumentList.Add(Assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (!arguments.Contains("--Content:Path")) start.ArgumentList.Add($"--Content:Path={_data}");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is not null) _errors.Enqueue(e.Data);
        };
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The application ended before it listened.\n{Log}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The application's assembly, as it was built beside these tests.</summary>
    public static string Assembly { get; } = Path.Combine(Repository.Root, "src", "InterviewPrep.Web", "bin", Repository.Configuration, "net10.0", "InterviewPrep.Web.dll");

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What it wrote to standard output and standard error.</summary>
    public string Log => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts it over a content folder and waits until it listens.</summary>
    public static async Task<RunningApp> StartAsync(string content, string environment = "Production", params string[] settings)
    {
        var app = new RunningApp(environment, ["--urls", "http://127.0.0.1:0", "--Content:Path", content, .. settings]);
        try
        {
            await app._address.Task.WaitAsync(Patience).ConfigureAwait(false);
            return app;
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs it with arguments that it cannot start with, until it ends; over an empty folder unless they name another.</summary>
    /// <returns>Exit code, and the lines of standard output and standard error.</returns>
    public static async Task<(int ExitCode, string[] Output, string[] Error)> FailAsync(params string[] arguments)
    {
        var app = new RunningApp("Production", arguments);
        await using (app.ConfigureAwait(false))
        {
            using var patience = new CancellationTokenSource(Patience);
            await app._process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            _ = app._address.Task.Exception;
            return (app._process.ExitCode, [.. app._output], [.. app._errors]);
        }
    }

    /// <summary>Asks it to stop as a service manager does.</summary>
    /// <returns>Its exit code, or <see langword="null"/> when it did not stop in time.</returns>
    public async Task<int?> StopAsync(TimeSpan within)
    {
        if (!_process.HasExited && !OperatingSystem.IsWindows()) _ = Signal(_process.Id, Terminate);
        using var patience = new CancellationTokenSource(within);
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (await StopAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false) is null) _process.Kill();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^InterviewPrep is at (\S+)")]
    private static partial Regex Listening();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
