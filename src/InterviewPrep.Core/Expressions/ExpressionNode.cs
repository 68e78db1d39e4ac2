namespace InterviewPrep.Core.Expressions;

/// <summary>A part of a parsed expression.</summary>
/// <param name="Position">Where an error in it is reported, as in <see cref="ExpressionError.Position"/>.</param>
internal abstract record ExpressionNode(int Position)
{
    /// <summary>A number as written, its sign, scale, unit and percent worked in.</summary>
    /// <param name="Position">Where it starts.</param>
    /// <param name="Value">In base units.</param>
    /// <param name="HalfUnit">Half a unit of the last digit as written, in base units: how far <c>≈</c> lets a value be away.</param>
    internal sealed record Literal(int Position, double Value, double HalfUnit) : ExpressionNode(Position);

    /// <summary>A constant or a parameter.</summary>
    internal sealed record Name(int Position, string Word) : ExpressionNode(Position);

    /// <summary>A list in brackets.</summary>
    internal sealed record List(int Position, IReadOnlyList<ExpressionNode> Items) : ExpressionNode(Position);

    /// <summary>A minus before something that is no literal.</summary>
    internal sealed record Negation(int Position, ExpressionNode Operand) : ExpressionNode(Position);

    /// <summary>One of + - * / ^.</summary>
    internal sealed record Arithmetic(int Position, char Operator, ExpressionNode Left, ExpressionNode Right)
        : ExpressionNode(Position);

    /// <summary>An item of a list, counted from zero.</summary>
    internal sealed record Item(int Position, ExpressionNode Source, ExpressionNode Index) : ExpressionNode(Position);

    /// <summary>A call of a function.</summary>
    internal sealed record Call(int Position, ExpressionFunction Function, IReadOnlyList<ExpressionNode> Arguments)
        : ExpressionNode(Position);

    /// <summary>A comparison; the tolerance belongs to <c>≈</c> alone.</summary>
    internal sealed record Comparison(
        int Position, string Operator, ExpressionNode Left, ExpressionNode Right, ExpressionNode? Tolerance)
        : ExpressionNode(Position);
}
