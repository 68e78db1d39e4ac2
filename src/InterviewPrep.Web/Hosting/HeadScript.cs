using System.Security.Cryptography;
using System.Text;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// The one script within a page, in its head, because it has to run before anything is laid out. It keeps what the first paint does not
/// need from holding it up on a slow line:
/// <list type="bullet">
/// <item>The font of the text, which is in the style sheet, is decoded meanwhile; otherwise the text would be laid out twice.</item>
/// <item>Where this browser has not had the other fonts yet, they come after the paint (<c>fonts.css</c>; <c>MainLayout.razor.js</c> asks
/// for them and notes that they have come); where it has, the page begins with them. Without scripts they come as the style sheet
/// names them.</item>
/// <item>Meanwhile blocks far below the screen are not laid out (<c>lesson.css</c>), unless the address is that of a section.</item>
/// <item>Modules marked <c>type="later"</c> are loaded after it.</item>
/// </list>
/// </summary>
public static class HeadScript
{
    /// <summary>What stands between the tags.</summary>
    public const string Text =
        "document.fonts.load(\"1em 'Source Sans 3'\");"
        + "(()=>{try{const math=document.querySelector(\"link[data-math]\"),had=localStorage.fonts;"
        + "if(math?had===\"math\":had){if(math)math.rel=\"preload\";return}}catch{}"
        + "const root=document.documentElement.dataset;root.fonts=\"later\";if(!location.hash)root.below=\"later\"})();"
        + "Promise.all([new Promise(r=>addEventListener(\"DOMContentLoaded\",r)),"
        + "new Promise(r=>new PerformanceObserver((_,o)=>{o.disconnect();r()}).observe({type:\"paint\",buffered:true}))])"
        + ".then(()=>{for(const script of document.querySelectorAll(\"script[type=later]\"))import(script.src)})";

    /// <summary>Allows it, and nothing else inline, in a content security policy.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
}
