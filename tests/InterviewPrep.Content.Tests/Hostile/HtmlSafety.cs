using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace InterviewPrep.Content.Tests.Hostile;

/// <summary>Asserts that a browser finds nothing alive in a piece of HTML.</summary>
internal static partial class HtmlSafety
{
    private static readonly HashSet<string> RefusedElements =
        ["script", "style", "iframe", "object", "embed", "link", "meta", "base", "form", "input", "button", "img", "image", "use", "foreignobject", "animate", "set", "audio", "video", "template", "noscript", "frame", "applet"];

    private static readonly HashSet<string> AddressAttributes = ["href", "src", "srcset", "xlink:href", "action", "formaction", "poster", "data", "background", "ping", "cite"];

    public static void AssertSafe(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!.QuerySelectorAll("*"))
        {
            if (RefusedElements.Contains(element.LocalName.ToLowerInvariant())) Assert.Fail($"There is an element {element.LocalName}.");
            foreach (var attribute in element.Attributes) AssertSafe(element, attribute);
        }
    }

    private static void AssertSafe(IElement element, IAttr attribute)
    {
        var name = attribute.Name.ToLowerInvariant();
        if (name.StartsWith("on", StringComparison.Ordinal) || name is "style" or "srcdoc") Assert.Fail($"{element.LocalName} has {name}.");
        if (AddressAttributes.Contains(name)) Assert.Matches(SafeAddress(), attribute.Value);
        else if (name is not ("aria-label" or "title")) Assert.DoesNotMatch(Reference(), attribute.Value);
    }

    /// <summary>As browsers read it: an anchor, a path of this site, or https.</summary>
    [GeneratedRegex(@"^(#|/(?![/\\])|https://)[^\u0000-\u0020]*$", RegexOptions.CultureInvariant)]
    private static partial Regex SafeAddress();

    [GeneratedRegex(@"url\s*\(\s*[^#\s]|script:|data:|@import|expression\(|\\", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
