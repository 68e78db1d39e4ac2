using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>
/// A visitor's window. Whatever no page of ours may do is noted: a message of the browser, a request to another host, a
/// web socket, a dialog, a script from somebody's text.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    // The browser says so of pages too, whose status is asserted; other requests are noted by their response.
    private const string MissingResource = "Failed to load resource: the server responded with a status of";

    // Modules that come after the first paint: waits until the page has loaded them, and they have run.
    private const string LaterModules = """
        async () => {
          const scripts = [...document.querySelectorAll("script[type=later]")].map(script => script.src);
          while (scripts.some(script => performance.getEntriesByName(script).length === 0)) await new Promise(requestAnimationFrame);
          await Promise.all(scripts.map(script => import(script)));
        }
        """;

    private readonly bool _hasScripts;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    private Visit(IBrowserContext context, IPage page, Site site, bool hasScripts)
    {
        _hasScripts = hasScripts;
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith(MissingResource, StringComparison.Ordinal)) Note($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.Response += (_, response) =>
        {
            if (Received is not null && response.Request.ResourceType is "document" or "fetch" or "xhr") _ = HearAsync(response, Received!);
            if (response.Status >= 400 && !response.Request.IsNavigationRequest && !(MayMiss && response.Status == 404)) Note($"{response.Status}: {response.Url}");
        };
        page.PageError += (_, error) => Note($"script: {error}");
        page.Dialog += (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.WebSocket += (_, socket) =>
        {
            if (!MayConnect) Note($"web socket: {socket.Url}");
            socket.FrameReceived += (_, frame) => Received?.Invoke(frame.Binary ?? System.Text.Encoding.UTF8.GetBytes(frame.Text ?? ""));
        };
        page.Popup += (_, popup) => Note($"window: {popup.Url}");
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is not "data" && url.Authority != site.Address.Authority) Note($"request elsewhere: {request.Url}");
        };
    }

    /// <summary>Whether pages may open a circuit: those where something is answered.</summary>
    public bool MayConnect { get; set; }

    /// <summary>Whether scripts may ask for what is not there.</summary>
    public bool MayMiss { get; set; }

    /// <summary>Hears every byte of documents, answers to scripts and circuits.</summary>
    public event Action<byte[]>? Received;

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    internal static async Task<Visit> StartAsync(IBrowserContext context, Site site, bool hasScripts)
    {
        await context.AddInitScriptAsync("""
            window.__violations = [];
            document.addEventListener("securitypolicyviolation", event => __violations.push(event.violatedDirective + " " + event.blockedURI));
            window.__shifts = [];
            new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) __shifts.push(shift.value); })
              .observe({ type: "layout-shift", buffered: true });
            """);
        return new Visit(context, await context.NewPageAsync(), site, hasScripts);
    }

    /// <summary>Opens an address and waits until all of it is there.</summary>
    /// <returns>Its status.</returns>
    public async Task<int> OpenAsync(string address)
    {
        var response = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (_hasScripts) await Page.EvaluateAsync(LaterModules);
        return response!.Status;
    }

    /// <summary>
    /// Waits until a window is at an address, given from its first slash; a star is any run of letters without one. Unlike
    /// Playwright's own wait it does not need the page's load event, which now and then is not heard on a busy machine.
    /// </summary>
    public static Task ArriveAsync(IPage page, string address) => Assertions.Expect(page).ToHaveURLAsync(new Regex(
        "^https?://[^/]+" + Regex.Escape(address).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$"));

    /// <summary>Waits for the fonts, also for those that come after the first paint, and for what they move.</summary>
    public Task SettleAsync() => Page.EvaluateAsync("""
        async () => {
          while (document.documentElement.dataset.fonts) await new Promise(requestAnimationFrame);
          await document.fonts.ready;
          await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));
        }
        """);

    /// <summary>What was noted so far, and what the page's policy stopped.</summary>
    public async Task<IReadOnlyCollection<string>> FaultsAsync(bool javaScript = true)
    {
        if (javaScript)
        {
            foreach (var violation in await Page.EvaluateAsync<string[]>("() => window.__violations.splice(0)")) Note($"content security policy: {violation}");
        }

        return _faults;
    }

    /// <summary>Fails when anything was noted, or the page's policy stopped anything.</summary>
    public async Task AssertCleanAsync(bool javaScript = true) => Assert.Empty(await FaultsAsync(javaScript));

    /// <summary>Answers an expression of the page.</summary>
    public Task<T> AskAsync<T>(string expression) => Page.EvaluateAsync<T>(expression);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static async Task HearAsync(IResponse response, Action<byte[]> received)
    {
        try
        {
            received(await response.BodyAsync());
        }
        catch (PlaywrightException)
        {
            // A redirect, or a page that was left, has no body.
        }
    }

    private void Note(string fault) => _faults.Enqueue(fault);
}
