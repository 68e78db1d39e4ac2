using System.Text;

namespace InterviewPrep.Content.Markdown;

/// <summary>A formula as a line of plain text, for search, titles and names: <c>\sqrt{d_k}</c> becomes <c>√dₖ</c>.</summary>
/// <remarks>It is an approximation to read and to find; the page itself has MathML.</remarks>
internal static class TexText
{
    private const string SubscriptLetters = "0123456789+-=()aehijklmnoprstuvx";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string SuperscriptLetters = "0123456789+-=()ainT";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃⁱⁿᵀ";

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Pi"] = "Π",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Omega"] = "Ω",
        ["times"] = "×",
        ["cdot"] = "·",
        ["div"] = "÷",
        ["pm"] = "±",
        ["mp"] = "∓",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["ne"] = "≠",
        ["neq"] = "≠",
        ["approx"] = "≈",
        ["sim"] = "∼",
        ["equiv"] = "≡",
        ["propto"] = "∝",
        ["ll"] = "≪",
        ["gg"] = "≫",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["leftarrow"] = "←",
        ["mapsto"] = "↦",
        ["Rightarrow"] = "⇒",
        ["infty"] = "∞",
        ["partial"] = "∂",
        ["nabla"] = "∇",
        ["sum"] = "∑",
        ["prod"] = "∏",
        ["int"] = "∫",
        ["sqrt"] = "√",
        ["in"] = "∈",
        ["notin"] = "∉",
        ["subset"] = "⊂",
        ["cup"] = "∪",
        ["cap"] = "∩",
        ["forall"] = "∀",
        ["exists"] = "∃",
        ["top"] = "ᵀ",
        ["mid"] = "|",
        ["vert"] = "|",
        ["lvert"] = "|",
        ["rvert"] = "|",
        ["Vert"] = "‖",
        ["lVert"] = "‖",
        ["rVert"] = "‖",
        ["|"] = "‖",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["cdots"] = "⋯",
        ["odot"] = "⊙",
        ["oplus"] = "⊕",
        ["otimes"] = "⊗",
        ["ell"] = "ℓ",
        ["langle"] = "⟨",
        ["rangle"] = "⟩",
        ["lceil"] = "⌈",
        ["rceil"] = "⌉",
        ["lfloor"] = "⌊",
        ["rfloor"] = "⌋",
        ["quad"] = " ",
        ["qquad"] = " ",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        ["!"] = "",
        [" "] = " ",
        ["\\"] = " ",
        ["{"] = "{",
        ["}"] = "}",
        ["%"] = "%",
        ["$"] = "$",
        ["&"] = "&",
        ["_"] = "_",
        ["#"] = "#",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "text", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathcal", "mathbb", "mathsf", "mathtt", "boldsymbol",
        "operatorname", "displaystyle", "textstyle", "tfrac", "dfrac", "frac", "hat", "bar", "tilde", "vec", "overline", "underbrace", "underline", "begin", "end", "limits", "nolimits", "phantom", "boxed", "mathop",
    };

    /// <summary>The formula as text.</summary>
    public static string Of(ReadOnlySpan<char> tex)
    {
        var output = new StringBuilder(tex.Length);
        var fractions = 0;
        for (var i = 0; i < tex.Length; i++)
        {
            switch (tex[i])
            {
                case '\\':
                    var name = Command(tex[(i + 1)..]);
                    i += name.Length;
                    if (name is "frac" or "tfrac" or "dfrac") fractions++;
                    else if (Symbols.TryGetValue(name, out var symbol)) output.Append(symbol);
                    else if (!Silent.Contains(name)) output.Append(name);
                    break;
                case '_' or '^':
                    i += Script(tex[i], tex[(i + 1)..], output);
                    break;
                case '}' when fractions > 0 && i + 1 < tex.Length && tex[i + 1] == '{':
                    fractions--;
                    output.Append('/');
                    break;
                case '{' or '}' or '&':
                    break;
                case '~':
                    output.Append(' ');
                    break;
                default:
                    output.Append(tex[i]);
                    break;
            }
        }

        return string.Join(' ', output.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Command(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length])) length++;
        return rest[..Math.Min(rest.Length, Math.Max(1, length))].ToString();
    }

    /// <summary>A short script in small letters, or with its sign when a letter has none. Gives the characters consumed.</summary>
    private static int Script(char sign, ReadOnlySpan<char> rest, StringBuilder output)
    {
        var length = rest switch
        {
            ['{', ..] => rest.IndexOf('}') + 1,
            ['\\', .. var command] => 1 + Command(command).Length,
            _ => Math.Min(1, rest.Length),
        };
        if (length <= 0)
        {
            output.Append(sign);
            return 0;
        }

        var script = rest[..length].Trim("{}");
        var (letters, small) = sign == '_' ? (SubscriptLetters, Subscripts) : (SuperscriptLetters, Superscripts);
        if (script.SequenceEqual("\\top") && sign == '^')
        {
            output.Append('ᵀ');
            return length;
        }

        if (script.IndexOfAnyExcept(letters) >= 0)
        {
            output.Append(sign);
            return 0;
        }

        foreach (var c in script) output.Append(small[letters.IndexOf(c, StringComparison.Ordinal)]);
        return length;
    }
}
