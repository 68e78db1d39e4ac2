using System.Text.Json;
using InterviewPrep.Testing;
using InterviewPrep.Web.Hosting;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Inline styles are allowed where MudBlazor's components are, and nowhere else.</summary>
public sealed class PagePolicyTests
{
    [Fact]
    public void The_looser_policy_differs_in_inline_styles_alone()
    {
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, SecurityHeaders.InlineStylePolicy.Replace(" 'unsafe-inline'", "", StringComparison.Ordinal));
        Assert.Contains("style-src 'self' 'unsafe-inline';", SecurityHeaders.InlineStylePolicy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'self' {HeadScript.Source};", SecurityHeaders.InlineStylePolicy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_but_those_marked_is_strict()
    {
        await using var site = AccountSite.WithMail(); // In development all pages can be seen.
        var surfer = site.Surf();
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(e => (Address: Address(e.RoutePattern.RawText!), IsMud: e.Metadata.GetMetadata<MudPageAttribute>() is not null)).ToList();
        Assert.Equal(["/reports"], pages.Where(p => p.IsMud).Select(p => p.Address));
        Assert.InRange(pages.Count, 20, 200);
        foreach (var (address, isMud) in pages) Assert.Equal((address, isMud ? SecurityHeaders.InlineStylePolicy : SecurityHeaders.ContentSecurityPolicy), (address, await PolicyAsync(surfer, address)));
    }

    [Fact]
    public async Task What_is_answered_instead_of_a_marked_page_is_strict()
    {
        await using var site = AccountSite.WithoutMail();
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, await PolicyAsync(site.Surf(), "/reports"));
    }

    [Fact]
    public async Task The_components_files_come_by_addresses_with_a_compressed_variant()
    {
        await using var site = AccountSite.WithMail();
        var page = (await site.Surf().OpenAsync("/reports")).Document;
        var sheet = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "InterviewPrep.Web", "styles", "mud.css"), TestContext.Current.CancellationToken);
        string[] addresses =
        [
            .. page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!),
            .. page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!),
            sheet.Split("@import url(\"")[1].Split('"')[0],
        ];
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(RunningApp.Assembly, "staticwebassets.endpoints.json"), TestContext.Current.CancellationToken));
        var compressed = manifest.RootElement.GetProperty("Endpoints").EnumerateArray()
            .Where(e => e.GetProperty("Selectors").EnumerateArray().Any(s => s.GetProperty("Value").GetString() == "br"))
            .Select(e => "/" + e.GetProperty("Route").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(2, addresses.Count(a => a.StartsWith("/_content/MudBlazor/", StringComparison.Ordinal)));
        Assert.Empty(addresses.Where(a => !a.StartsWith("/_framework/", StringComparison.Ordinal)).Except(compressed));
    }

    /// <summary>An address of a page; what does not exist is answered by the page too.</summary>
    private static string Address(string route) => "/" + string.Join('/', route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p.StartsWith('{') ? Guid.Empty.ToString() : p));

    private static async Task<string> PolicyAsync(Surfer surfer, string address)
    {
        using var response = await surfer.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }
}
