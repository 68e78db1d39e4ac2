using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>A browser without a screen: keeps cookies, fills in forms as they are on the page, follows nothing by itself.</summary>
public sealed class Surfer(HttpClient client, CookieContainer cookies)
{
    /// <summary>For requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>Its cookies.</summary>
    public CookieCollection Cookies => cookies.GetCookies(client.BaseAddress!);

    /// <summary>Reads a page.</summary>
    public async Task<Page> OpenAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await Page.OfAsync(response);
    }

    /// <summary>Opens a page and sends one of its forms, with some fields filled in; a name that the form does not have is forged.</summary>
    public async Task<Page> SendAsync(string path, string form, params (string Name, string Value)[] fields) => await SendAsync(path, await OpenAsync(path), form, fields);

    /// <summary>Sends a form of a page that was opened before.</summary>
    public async Task<Page> SendAsync(string path, Page page, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Form(form);
        var values = found.QuerySelectorAll("input[name], select[name]").Where(IsSent)
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, (i is IHtmlSelectElement select ? select.Value : i.GetAttribute("value")) ?? ""))
            .Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PostAsync(found.GetAttribute("action") is { Length: > 0 } action ? action : path, values);
    }

    /// <summary>Posts fields.</summary>
    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return await Page.OfAsync(response);
    }

    public void Add(Cookie cookie) => cookies.Add(client.BaseAddress!, new Cookie(cookie.Name, cookie.Value, "/") { Secure = cookie.Secure });

    private static bool IsSent(IElement input) => input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked");
}

/// <summary>What came back.</summary>
public sealed partial record Page(HttpStatusCode Status, string? Location, IReadOnlyList<string> Cookies, TimeSpan? RetryAfter, string Html)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(Html));

    public IHtmlDocument Document => _document.Value;

    /// <summary>Words of the page's main part.</summary>
    public string Words => Spaces().Replace(Document.QuerySelector("main")?.TextContent ?? "", " ").Trim();

    /// <summary>The page without what differs each time: tokens and what was typed.</summary>
    public string Anonymous(string email) => Token().Replace(Html, "").Replace(email, "EMAIL", StringComparison.OrdinalIgnoreCase);

    /// <summary>The form with a name.</summary>
    public IElement Form(string name) => Document.QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == name);

    public static async Task<Page> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Headers.Location?.OriginalString,
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        response.Headers.RetryAfter?.Delta, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""name="__RequestVerificationToken" value="[^"]*" """)]
    private static partial Regex Token();
}
