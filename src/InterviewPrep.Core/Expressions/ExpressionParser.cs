namespace InterviewPrep.Core.Expressions;

/// <summary>
/// Recursive descent over the tokens of one expression. A method that returns null has left its reason in
/// <see cref="Error"/>; the first error wins.
/// </summary>
internal sealed partial class ExpressionParser(IReadOnlyList<ExpressionToken> tokens)
{
    private static readonly string[] ComparisonSymbols = ["<", "<=", ">", ">=", "==", "!=", "≈"];

    private readonly List<string> _names = [];
    private readonly List<ExpressionToken> _suffixes = [];
    private int _at;
    private int _depth;
    private int _nodes;

    /// <summary>Why <see cref="Parse"/> returned null.</summary>
    public ExpressionError? Error { get; private set; }

    /// <summary>The names read that are no constants.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Units and scales as written behind numbers.</summary>
    public IReadOnlyList<ExpressionToken> Suffixes => _suffixes;

    private ExpressionToken Next => tokens[_at];

    private ExpressionToken Second => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public ExpressionNode? Parse()
    {
        if (Next.Kind == ExpressionTokenKind.End)
            return Fail("The expression is empty.", 0, "Write a number, a name or a calculation.");

        var root = ParseComparison();
        return root is null || Next.Kind == ExpressionTokenKind.End ? root : FailAtNext();
    }

    private ExpressionNode? ParseComparison()
    {
        if (ParseSum() is not { } left)
            return null;

        if (!IsComparison(Next))
            return left;

        var symbol = Take();
        if (ParseSum() is not { } right)
            return null;

        ExpressionNode? tolerance = null;
        if (Next.Is("±"))
        {
            if (symbol.Text != "≈")
                return Fail("± belongs behind ≈ only.", Next.Position, "Write a ≈ b ± t.");

            Take();
            tolerance = ParseSum();
            if (tolerance is null)
                return null;
        }

        return IsComparison(Next)
            ? Fail("Comparisons cannot be chained.", Next.Position, "Write two: a < b and, apart from it, b < c.")
            : Count(new ExpressionNode.Comparison(symbol.Position, symbol.Text, left, right, tolerance));
    }

    private ExpressionNode? ParseSum()
    {
        var left = ParseProduct();
        while (left is not null && (Next.Is("+") || Next.Is("-")))
            left = ParseRight(left, Take(), ParseProduct);

        return left;
    }

    private ExpressionNode? ParseProduct()
    {
        var left = ParseUnary();
        while (left is not null && (Next.Is("*") || Next.Is("/")))
            left = ParseRight(left, Take(), ParseUnary);

        return left;
    }

    private ExpressionNode? ParseUnary()
    {
        if (!Next.Is("-") && !Next.Is("+"))
            return ParsePower();

        var sign = Take();
        if (!Enter(sign.Position))
            return null;

        var operand = ParseUnary();
        _depth--;
        if (operand is null || sign.Text == "+")
            return operand;

        // -0.5 stays a literal, so that ≈ still sees its last digit; -2^2 is no literal and stays a negation.
        return Count(operand is ExpressionNode.Literal literal
            ? literal with { Position = sign.Position, Value = -literal.Value }
            : new ExpressionNode.Negation(sign.Position, operand));
    }

    private ExpressionNode? ParsePower()
    {
        var root = ParsePostfix();
        if (root is null || !Next.Is("^"))
            return root;

        var symbol = Take();
        if (!Enter(symbol.Position))
            return null;

        var power = ParseRight(root, symbol, ParseUnary);
        _depth--;
        return power;
    }

    private ExpressionNode? ParseRight(ExpressionNode left, ExpressionToken symbol, Func<ExpressionNode?> parse) =>
        parse() is { } right ? Count(new ExpressionNode.Arithmetic(symbol.Position, symbol.Text[0], left, right)) : null;

    private ExpressionNode? ParsePrimary()
    {
        var token = Next;
        if (token.Is("("))
            return ParseParenthesis();

        if (token.Is("["))
        {
            Take();
            return ParseItems(token, "]") is { } items ? Count(new ExpressionNode.List(token.Position, items)) : null;
        }

        if (token.Kind == ExpressionTokenKind.Word)
            return Second.Is("(") ? ParseCall() : ParseName();

        return token.Kind == ExpressionTokenKind.End
            ? Fail("The expression ends too early.", token.Position, "Write a number, a name or a parenthesis here.")
            : FailAtNext();
    }

    private ExpressionNode? ParseParenthesis()
    {
        var open = Take();
        if (!Enter(open.Position) || ParseComparison() is not { } inner || !Expect(")", open))
            return null;

        _depth--;
        return inner;
    }

    private ExpressionNode? ParseCall()
    {
        var name = Take();
        var open = Take();
        if (ExpressionFunction.Find(name.Text) is not { } function)
            return Fail($"There is no function “{name.Text}”.", name.Position, ExpressionFunction.MendName(name.Text));

        if (ParseItems(open, ")") is not { } arguments)
            return null;

        return arguments.Count < function.MinArguments || arguments.Count > function.MaxArguments
            ? Fail($"“{name.Text}” takes other arguments.", name.Position, $"Write {function.Usage}.")
            : Count(new ExpressionNode.Call(name.Position, function, arguments));
    }

    private ExpressionNode? ParseName()
    {
        var word = Take();
        if (ExpressionFunction.Find(word.Text) is { } function)
            return Fail($"“{word.Text}” is a function.", word.Position, $"Write {function.Usage}.");

        if (!ExpressionEvaluator.Constants.ContainsKey(word.Text) && !_names.Contains(word.Text))
            _names.Add(word.Text);

        return Count(new ExpressionNode.Name(word.Position, word.Text));
    }

    private List<ExpressionNode>? ParseItems(ExpressionToken open, string close)
    {
        List<ExpressionNode> items = [];
        if (Next.Is(close))
        {
            Fail("Nothing stands between the brackets.", open.Position, "Write at least one value.");
            return null;
        }

        if (!Enter(open.Position))
            return null;

        do
        {
            if (ParseSum() is not { } item)
                return null;

            items.Add(item);
            if (items.Count > Expression.MaxListLength)
            {
                Fail($"A list may have {Expression.MaxListLength} items.", open.Position, "Shorten it.");
                return null;
            }
        }
        while (TakeIf(","));

        _depth--;
        return Expect(close, open) ? items : null;
    }

    private bool Enter(int position)
    {
        if (++_depth <= Expression.MaxDepth)
            return true;

        Fail($"The expression is nested deeper than {Expression.MaxDepth}.", position, "Remove parentheses or split it.");
        return false;
    }

    private ExpressionNode? Count(ExpressionNode node) => ++_nodes <= Expression.MaxNodes
        ? node
        : Fail($"The expression has more than {Expression.MaxNodes} parts.", node.Position, "Split it.");

    private bool Expect(string symbol, ExpressionToken open)
    {
        if (TakeIf(symbol))
            return true;

        if (Next.Kind == ExpressionTokenKind.End)
            Fail($"“{open.Text}” is not closed.", open.Position, $"Write “{symbol}” at the end of it.");
        else
            FailAtNext();

        return false;
    }

    private ExpressionToken Take() => tokens[_at++];

    private bool TakeIf(string symbol)
    {
        if (!Next.Is(symbol))
            return false;

        _at++;
        return true;
    }

    private static bool IsComparison(ExpressionToken token) =>
        token.Kind == ExpressionTokenKind.Symbol && ComparisonSymbols.Contains(token.Text);

    private ExpressionNode? FailAtNext()
    {
        var token = Next;
        var mend = token switch
        {
            { Text: "," } => "A comma separates items of a list and arguments; write 1_024 for 1,024.",
            { Text: ")" or "]" } => "Remove it, or open it before.",
            { Text: "±" } => "Write a ≈ b ± t.",
            { Text: "(" } or { Kind: ExpressionTokenKind.Number or ExpressionTokenKind.Word } => "Write an operator before it, such as *.",
            _ when IsComparison(token) => "Write one comparison, outside of lists and function calls.",
            _ => "Write a number, a name or a parenthesis before it.",
        };
        return Fail($"“{token.Text}” is not expected here.", token.Position, mend);
    }

    private ExpressionNode? Fail(string message, int position, string mend)
    {
        Error ??= new(message, position, mend);
        return null;
    }
}
