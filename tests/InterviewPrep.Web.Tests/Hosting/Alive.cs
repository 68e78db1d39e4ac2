using AngleSharp.Dom;
using InterviewPrep.Web.Hosting;
using InterviewPrep.Web.Tests.Features.Accounts;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Finds in a page what only somebody's text can have brought there, since no page of ours has it.</summary>
internal static class Alive
{
    private static readonly HashSet<string> Elements = ["style", "iframe", "frame", "object", "embed", "applet", "foreignobject", "animate", "set", "template", "marquee", "image"];

    private static readonly HashSet<string> Addresses = ["href", "src", "srcset", "xlink:href", "action", "data", "background", "ping", "poster", "cite"];

    /// <summary>Fails when there is anything.</summary>
    public static void AssertNone(Page page, string attack)
    {
        var found = page.Document.QuerySelectorAll("*").SelectMany(In).ToList();
        Assert.True(found.Count == 0, $"{attack}\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> In(IElement element)
    {
        var name = element.LocalName.ToLowerInvariant();
        if (Elements.Contains(name) || name == "script" && element.TextContent.Trim() is not ("" or HeadScript.Text) || name == "meta" && element.HasAttribute("http-equiv") || name == "base" && element.GetAttribute("href") != "/") yield return element.OuterHtml;
        foreach (var attribute in element.Attributes)
        {
            var key = attribute.Name.ToLowerInvariant();
            if (key.StartsWith("on", StringComparison.Ordinal) || key is "style" or "srcdoc" or "formaction" || Addresses.Contains(key) && !IsOurs(attribute.Value)) yield return $"{name} {key}={attribute.Value}";
        }
    }

    /// <summary>An address of this site as browsers read it, or one that stands in the course.</summary>
    private static bool IsOurs(string address) =>
        address is "" || address[0] is '#' or '?' || address.StartsWith("https://example.org/", StringComparison.Ordinal) || address[0] == '/' && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl);
}
