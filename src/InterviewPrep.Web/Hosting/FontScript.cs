using System.Security.Cryptography;
using System.Text;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// The one script within a page, in its head, because it has to run before anything is laid out. It has the font of the text, which is
/// in the style sheet, decoded meanwhile: otherwise the text would be laid out twice. Where this browser has not had the other fonts
/// yet, they come after the first paint (<c>fonts.css</c>; <c>MainLayout.razor.js</c> asks for them and notes that they have come);
/// where it has, the page begins with them. Without scripts they come as the style sheet names them.
/// </summary>
public static class FontScript
{
    /// <summary>What stands between the tags.</summary>
    public const string Text =
        "document.fonts.load(\"1em 'Source Sans 3'\");(()=>{try{const math=document.querySelector(\"link[data-math]\"),had=localStorage.fonts;"
        + "if(math?had===\"math\":had){if(math)math.rel=\"preload\";return}}catch{}"
        + "document.documentElement.dataset.fonts=\"later\"})()";

    /// <summary>Allows it, and nothing else inline, in a content security policy.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
}
