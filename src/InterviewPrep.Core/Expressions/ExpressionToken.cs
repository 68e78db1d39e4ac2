namespace InterviewPrep.Core.Expressions;

internal enum ExpressionTokenKind
{
    Number,
    Word,
    Symbol,
    End,
}

/// <summary>A token: numbers without their underscores, symbols in their ASCII or chief spelling.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text in the chief spelling.</param>
/// <param name="Position">Where it starts.</param>
/// <param name="End">Where the next character after it is.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, int Position, int End)
{
    public bool Is(string symbol) => Kind == ExpressionTokenKind.Symbol && Text == symbol;
}
