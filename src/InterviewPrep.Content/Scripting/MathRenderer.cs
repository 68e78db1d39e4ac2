using System.Collections.Concurrent;
using System.Globalization;

namespace InterviewPrep.Content.Scripting;

/// <summary>Renders TeX to MathML on the server with Temml. Thread-safe; what is wrong with a formula is a result, never an exception.</summary>
public sealed class MathRenderer : IDisposable
{
    /// <summary>The longest formula, in UTF-16 units.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Macros can multiply what is written; more than this no page can show.</summary>
    private const int MaxMarkupLength = 500_000;

    /// <summary>Formulas kept: a course writes the same short ones over and over.</summary>
    private const int MaxKnown = 4_000;

    private readonly ScriptEnginePool _engines;
    private readonly ConcurrentDictionary<(string Tex, bool Display), MathResult> _known = new();

    /// <summary>Makes a renderer; its engines are made when first needed.</summary>
    public MathRenderer()
        : this(null)
    {
    }

    internal MathRenderer(ScriptLimits? limits) => _engines = new ScriptEnginePool(ScriptLibrary.Math, limits);

    /// <summary>Renders one formula.</summary>
    /// <param name="tex">The TeX between the dollar signs. Macros it defines end with it.</param>
    /// <param name="display">Whether it stands on a line of its own (limits above and below, full-size fractions).</param>
    public MathResult Render(string tex, bool display)
    {
        ArgumentNullException.ThrowIfNull(tex);
        if (tex.Length > MaxLength)
            return MathResult.Failed(string.Create(CultureInfo.InvariantCulture, $"The formula has {tex.Length} characters; at most {MaxLength} are allowed"));
        if (string.IsNullOrWhiteSpace(tex))
            return MathResult.Failed("The formula is empty");

        if (_known.TryGetValue((tex, display), out var known)) return known;
        var result = RenderNow(tex, display);
        if (result.Succeeded && _known.Count < MaxKnown) _known[(tex, display)] = result;
        return result;
    }

    private MathResult RenderNow(string tex, bool display)
    {
        var answer = _engines.Call("renderMath", tex, display);
        if (answer.Fault is { } fault)
            return MathResult.Failed("The formula " + fault);
        if (answer.Values[0] is not { } markup)
            return MathResult.Failed(answer.Values[1]!, Position(answer.Values[2], tex));
        return markup.Length > MaxMarkupLength
            ? MathResult.Failed("The formula expands to more than a page can show")
            : display ? MathMarkup.Rewrite(markup) : MathMarkup.Rewrite(markup).Broken();
    }

    /// <summary>Loads the library, so that the first reader does not wait for it: call it in the background.</summary>
    public void WarmUp() => Render(@"\frac{1}{\sqrt{d_k}} \sum_{i=1}^n \mathbb{E}\left[x_i\right]", display: true);

    /// <summary>Ends the engines.</summary>
    public void Dispose() => _engines.Dispose();

    private static int? Position(string? position, string tex) =>
        int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Min(value, tex.Length) : null;
}
