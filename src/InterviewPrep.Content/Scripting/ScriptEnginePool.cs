using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Engines of one kind, made when first needed and as many as there are processors at most. An engine that hit a limit or
/// failed in an unexpected way is thrown away, because nobody knows what state it was left in. Thread-safe; a caller waits
/// while all engines are busy.
/// </summary>
internal sealed class ScriptEnginePool : IDisposable
{
    private readonly ConcurrentBag<Engine> _idle = [];
    private readonly ScriptLibrary _library;
    private readonly ScriptLimits _limits;
    private readonly SemaphoreSlim _slots;
    private volatile bool _disposed;

    public ScriptEnginePool(ScriptLibrary library, ScriptLimits? limits = null)
    {
        _library = library;
        _limits = limits ?? new ScriptLimits();
        _slots = new SemaphoreSlim(Environment.ProcessorCount);
    }

    /// <summary>Calls a function that returns an array of strings and nulls.</summary>
    public ScriptAnswer Call(string function, params JsValue[] arguments)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _slots.Wait();
        try
        {
            _idle.TryTake(out var engine);
            var answer = Run(ref engine, function, arguments);
            if (answer.Fault is null && !_disposed)
                _idle.Add(engine!);
            else
                engine?.Dispose();
            return answer;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Ends the idle engines; those in use end when their call does.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var engine))
            engine.Dispose();
        // The semaphore holds no handle as long as nobody asks for its wait handle, and late callers may still release it.
    }

    private ScriptAnswer Run(ref Engine? engine, string function, JsValue[] arguments)
    {
        try
        {
            engine ??= CreateEngine();
            var result = engine.Invoke(function, arguments).AsArray();
            return ScriptAnswer.Of([.. result.Select(value => value.IsNull() ? null : value.AsString())]);
        }
        // Whatever the input made the interpreter throw, the page it stands on must still come out: the fault is the result.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ScriptAnswer.Failed(Describe(exception));
        }
    }

    private string Describe(Exception exception) => exception switch
    {
        TimeoutException or ExecutionCanceledException or RegexMatchTimeoutException =>
            string.Create(CultureInfo.InvariantCulture, $"takes too long (limit {_limits.Time.TotalSeconds:0.###} s)"),
        StatementsCountOverflowException => "takes too many steps",
        MemoryLimitExceededException or OutOfMemoryException => "needs too much memory",
        RecursionDepthOverflowException or InsufficientExecutionStackException => "is nested too deeply",
        JavaScriptException script when script.Error is JsValue error && IsStackOverflow(error) => "is nested too deeply",
        _ => $"cannot be rendered ({exception.Message})",
    };

    private static bool IsStackOverflow(JsValue error) =>
        error.IsObject() && error.AsObject().Get("name").ToString() == "RangeError"
        && error.AsObject().Get("message").ToString().Contains("call stack", StringComparison.OrdinalIgnoreCase);

    private Engine CreateEngine()
    {
        var engine = new Engine(options =>
        {
            options.TimeoutInterval(_limits.Time);
            options.MaxStatements(_limits.Statements);
            options.LimitMemory(_limits.AllocatedBytes);
            options.LimitRecursion(_limits.Recursion);
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.RegexTimeout = _limits.RegularExpression;
            options.Constraints.MaxArraySize = 10_000_000;
            options.DisableStringCompilation();
            options.Interop.Enabled = false;
            options.Culture = CultureInfo.InvariantCulture;
        });
        _library.LoadInto(engine);
        return engine;
    }
}
