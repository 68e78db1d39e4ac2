using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>What stands behind a typed number, matched with the unit that the question asks for.</summary>
/// <param name="Unit">The unit that the number is in: the typed one, else the question's; null for a bare number or a word.</param>
/// <param name="Scale">The typed scale, or null.</param>
/// <param name="Word">The question's unit when it is a word outside the table; else empty.</param>
/// <param name="Asked">The question's unit of the table, or null.</param>
/// <param name="IsTyped">Whether the unit was typed.</param>
/// <param name="Remark">How a doubtful letter was read, or null.</param>
internal sealed record TypedUnit(Unit? Unit, NumberScale? Scale, string Word, Unit? Asked, bool IsTyped, string? Remark)
{
    private bool AsksForBytes => Asked?.Dimension is UnitDimension.Bytes or UnitDimension.BytesPerSecond;

    private string Example => Asked?.Symbol ?? Word;

    /// <summary>Reads what stands behind the number.</summary>
    /// <param name="rest">The text behind the number, normalised and trimmed.</param>
    /// <param name="question">The question's unit, or empty.</param>
    /// <param name="typed">What was understood.</param>
    /// <param name="error">What to write instead, or null.</param>
    public static bool TryRead(
        string rest, string question, [NotNullWhen(true)] out TypedUnit? typed, [NotNullWhen(false)] out string? error)
    {
        Unit.TryFind(question, out var asked);
        var bare = new TypedUnit(asked, null, asked is null ? question : "", asked, false, null);
        var words = rest.TrimEnd('.').Replace(" /", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal);
        return bare.TryAdd(words, out typed, out error);
    }

    public TypedUnit WithoutUnit() => this with { Unit = null };

    /// <summary>The number with its unit, for the learner.</summary>
    public string Show(TypedNumber number)
    {
        var unit = Unit?.Symbol ?? Word;
        return unit.Length == 0 ? number.Show(this) : $"{number.Show(this)}\u00A0{unit}";
    }

    /// <summary>What may surprise: a doubtful letter, a conversion, a share typed where percent is asked.</summary>
    public string? Note(TypedNumber number, double value)
    {
        if (Asked is { } asked && Unit is { } unit && unit != asked)
            return $"{Show(number)} is {new NumberFormat { Unit = asked }.Format(value)}.";

        return Asked is { Symbol: "%" } && !IsTyped && value != 0 && Math.Abs(value) <= 0.01
            ? $"Read as {Show(number)}. For the share {number.Show(this)} write {NumberFormat.UpTo(value * 1e4, 4)} %."
            : Remark;
    }

    private bool TryAdd(string words, [NotNullWhen(true)] out TypedUnit? typed, [NotNullWhen(false)] out string? error)
    {
        typed = null;
        error = null;
        if (words.Length == 0 || (Word.Length > 0 && IsSameWord(words, Word)))
        {
            typed = this;
            return true;
        }

        if (FindUnit(words) is { } unit)
        {
            error = WrongUnit(unit, words);
            typed = error is null ? this with { Unit = unit, IsTyped = true } : null;
            return error is null;
        }

        var (scaleWord, after) = SplitFirst(words);
        if (Scale is null && TryFindScale(scaleWord, out var scale))
        {
            error = Doubt(scaleWord, after);
            var remark = scaleWord == "m" ? "The m was read as million." : null;
            return error is null && (this with { Scale = scale, Remark = remark }).TryAdd(after, out typed, out error);
        }

        error = AsksForBytes && scaleWord.Length == 1 && "gGpP".Contains(scaleWord[0], StringComparison.Ordinal)
            ? Doubt(scaleWord, after)
            : null;
        error ??= Example.Length == 0
            ? $"“{words}” was not understood. Write the number alone, or with k, M, B, T or %."
            : $"“{words}” is not a unit that is known here. Write the number with {Example}, or alone.";
        return false;
    }

    /// <summary>The unit of the table that is meant: one that the question could ask for before any other, then exact case.</summary>
    private Unit? FindUnit(string words)
    {
        // B is the byte only where bytes are asked for.
        if (words is "B" or "b" && !AsksForBytes)
            return null;

        return Unit.FindIgnoringCase(words)
            .OrderBy(unit => unit.Dimension == Asked?.Dimension ? 0 : 1)
            .ThenBy(unit => unit.Aliases.Prepend(unit.Symbol).Contains(words, StringComparer.Ordinal) ? 0 : 1)
            .FirstOrDefault();
    }

    private string? WrongUnit(Unit unit, string words)
    {
        if (unit.Dimension == (Asked?.Dimension ?? (Word.Length == 0 ? UnitDimension.Plain : null)))
            return null;

        return (Asked, Word) switch
        {
            ({ } asked, _) => $"“{words}” measures {unit.DimensionWords}, but this question asks for {asked.DimensionWords}. Write the number with {asked.Symbol}, or alone.",
            (null, "") => $"“{words}” measures {unit.DimensionWords}, but this question asks for a number without a unit. Write the number alone.",
            _ => $"“{words}” measures {unit.DimensionWords}, but this question asks for {Word}. Write the number alone.",
        };
    }

    /// <summary>Why a scale cannot stand alone here: 2M could be MB or MiB, 5m minutes or milliseconds.</summary>
    private string? Doubt(string scaleWord, string after)
    {
        if (after.Length > 0)
            return null;

        if (AsksForBytes)
        {
            var rate = Asked?.Dimension == UnitDimension.BytesPerSecond ? "/s" : "";
            var letter = char.ToUpperInvariant(scaleWord[0]);
            return scaleWord.Length > 1 ? $"“{scaleWord}” of what? Write the unit too, such as {Asked?.Symbol} or bytes{rate}."
                : rate.Length > 0 ? $"“{scaleWord}” alone is no unit. Write {letter}B{rate}."
                : $"“{scaleWord}” alone could mean {letter}B or {letter}iB, which differ. Write one of them.";
        }

        return scaleWord == "m" && Asked?.Dimension == UnitDimension.Seconds
            ? "“m” could mean minutes or milliseconds. Write min or ms."
            : null;
    }

    private static bool TryFindScale(string word, [NotNullWhen(true)] out NumberScale? scale)
    {
        var symbol = word.ToLowerInvariant() switch
        {
            "k" or "thousand" => "k",
            "m" or "mn" or "mio" or "million" or "millions" => "M",
            "b" or "bn" or "billion" or "billions" => "B",
            "t" or "tn" or "trillion" or "trillions" => "T",
            _ => null,
        };
        return NumberScale.TryFind(symbol, out scale);
    }

    private static (string First, string After) SplitFirst(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (words, "") : (words[..space], words[(space + 1)..]);
    }

    private static bool IsSameWord(string left, string right) =>
        string.Equals(Singular(left), Singular(right), StringComparison.OrdinalIgnoreCase);

    private static string Singular(string word) =>
        word.Length > 1 && word[^1] is 's' or 'S' ? word[..^1] : word;
}
