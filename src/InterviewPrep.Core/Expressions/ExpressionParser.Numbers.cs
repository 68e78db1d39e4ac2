namespace InterviewPrep.Core.Expressions;

/// <content>Numbers and what stands behind a value: scales, units, percent signs, indexes.</content>
internal sealed partial class ExpressionParser
{
    private ExpressionNode? ParsePostfix()
    {
        var scalable = Next.Is("(") || Next.Is("[");
        var value = Next.Kind == ExpressionTokenKind.Number ? ParseNumber() : ParsePrimary();
        while (value is not null)
        {
            if (Next.Is("["))
                value = ParseIndex(value);
            else if (Next.Is("%"))
                value = Scale(value, ReadPercent());
            else if (Next.Kind == ExpressionTokenKind.Word && scalable)
                value = Scale(value, ReadUnit());
            else
                break;
        }

        return value;
    }

    private ExpressionNode? ParseIndex(ExpressionNode source)
    {
        var bracket = Take();
        if (!Enter(bracket.Position) || ParseSum() is not { } index || !Expect("]", bracket))
            return null;

        _depth--;
        return Count(new ExpressionNode.Item(bracket.Position, source, index));
    }

    private ExpressionNode? Scale(ExpressionNode value, ExpressionToken? symbol)
    {
        if (symbol is not { } written || !Unit.TryFind(written.Text, out var unit))
            return null;

        var factor = new ExpressionNode.Literal(written.Position, unit.Factor, 0);
        return Count(new ExpressionNode.Arithmetic(written.Position, '*', value, factor));
    }

    private ExpressionToken? ReadPercent()
    {
        var sign = Take();
        if (Next.Kind is not (ExpressionTokenKind.Number or ExpressionTokenKind.Word) && !Next.Is("("))
            return sign;

        Fail("% behind a number means percent.", sign.Position, "Write mod(a, b) for the remainder, or * after the percent.");
        return null;
    }

    /// <summary>A number with all that may stand behind it: 1.24e8, 124M, 80 GB, 62 %.</summary>
    private ExpressionNode? ParseNumber()
    {
        var number = Take();
        var letter = number.Text.IndexOfAny(['e', 'E']);
        var mantissa = letter < 0 ? number.Text : number.Text[..letter];
        var exponent = letter < 0 ? 0 : DecimalDigits.ParseExponent(number.Text.AsSpan(letter + 1));
        if (Next.Kind == ExpressionTokenKind.Word && Next.Position == number.End && NumberScale.TryFind(Next.Text, out var scale))
        {
            exponent += scale.PowerOfTen;
            _suffixes.Add(Take());
        }

        Unit? unit = null;
        if (Next.Is("%"))
        {
            if (ReadPercent() is not { } percent)
                return null;

            Unit.TryFind(percent.Text, out unit);
        }
        else if (Next.Kind == ExpressionTokenKind.Word)
        {
            if (ReadUnit() is not { } word)
                return null;

            Unit.TryFind(word.Text, out unit);
        }

        const string LastDigit = "0.5";
        var halfExponent = exponent - DecimalDigits.Decimals(mantissa);
        var value = unit?.ToBase(mantissa, exponent) ?? DecimalDigits.Parse(mantissa, exponent);
        var half = unit?.ToBase(LastDigit, halfExponent) ?? DecimalDigits.Parse(LastDigit, halfExponent);
        return double.IsFinite(value)
            ? Count(new ExpressionNode.Literal(number.Position, value, half))
            : Fail("The number is too large.", number.Position, "Stay below 1.7e308.");
    }

    /// <summary>Takes the unit that is next, with its “/s”; fails when the word is none.</summary>
    private ExpressionToken? ReadUnit()
    {
        var word = Next;
        var rate = tokens[Math.Min(_at + 2, tokens.Count - 1)];
        var end = word.End;
        if (Second.Is("/") && Second.Position == end && rate.Position == end + 1 && Unit.TryFind($"{word.Text}/{rate.Text}", out _)
            && word.Text != "B")
        {
            _at += 2;
            word = word with { Text = $"{word.Text}/{rate.Text}", End = rate.End };
        }
        else if (word.Text == "B" || !Unit.TryFind(word.Text, out _))
        {
            Fail($"“{word.Text}” behind a number is no unit.", word.Position, MendUnit(word));
            return null;
        }

        _at++;
        _suffixes.Add(word);
        return word;
    }

    private string MendUnit(ExpressionToken word)
    {
        if (NumberScale.All.FirstOrDefault(scale => scale.Symbol == word.Text || scale.Word == word.Text) is { } scale)
        {
            var bytes = scale.Symbol == "B" ? " Write “bytes” for bytes." : "";
            return $"A scale touches its number: write 8{scale.Symbol} for 8 {scale.Word}.{bytes}";
        }

        if (Second.Is("(") || word.Text.Length == 1 || ExpressionFunction.Find(word.Text) is not null)
            return $"Write * to multiply: 2 * {word.Text}.";

        var nearest = NearestName.Find(word.Text, Unit.All.SelectMany(unit => unit.Aliases.Prepend(unit.Symbol)));
        return nearest is null
            ? $"Write * to multiply (2 * {word.Text}), or leave the word out."
            : $"Did you mean {nearest}? Write * to multiply.";
    }
}
