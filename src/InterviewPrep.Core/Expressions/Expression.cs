using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// An expression of the course's small arithmetic language: checks of a lesson, keys of number questions, computed numbers
/// in a text. It only computes: no loops, no assignments, no access to anything but its parameters. Reading and evaluating
/// never throw and take bounded time, whatever the text.
/// </summary>
/// <remarks>
/// From loosest to tightest: comparison (<c>&lt; &lt;= &gt; &gt;= == != ≈</c>), <c>+ -</c>, <c>* /</c>, unary minus,
/// <c>^</c> (right associative: -2^2 is -4), and after a value an index <c>[0]</c>, a percent sign or a unit.
/// Values are in base units (bytes, seconds, FLOP); a unit after a number is a factor and is not tracked further.
/// </remarks>
public sealed class Expression
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>How deep parentheses, brackets, calls, signs and powers may lie in each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many numbers, names and operations an expression may have.</summary>
    public const int MaxNodes = 2_000;

    /// <summary>How many items a list may have.</summary>
    public const int MaxListLength = 10_000;

    private static readonly Dictionary<string, double> EmptyParameters = [];

    private readonly ExpressionNode _root;
    private readonly IReadOnlyList<ExpressionToken> _suffixes;

    private Expression(string text, ExpressionNode root, IReadOnlyList<string> parameters, IReadOnlyList<ExpressionToken> suffixes)
    {
        Text = text;
        Parameters = parameters;
        _root = root;
        _suffixes = suffixes;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The names it reads that are no constants, each once, in the order of their first use.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Whether it is a comparison, so that it evaluates to a truth or an error.</summary>
    public bool IsComparison => _root is ExpressionNode.Comparison;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="expression">The expression, or null when there is an error.</param>
    /// <param name="error">The first error, or null.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out Expression? expression,
        [NotNullWhen(false)] out ExpressionError? error)
    {
        expression = null;
        text ??= "";
        if (text.Length > MaxTextLength)
        {
            error = new($"The expression has {text.Length} characters; {MaxTextLength} are allowed.", MaxTextLength,
                "Split it into shorter expressions.");
            return false;
        }

        if (!ExpressionLexer.TryRead(text, out var tokens, out error))
            return false;

        var parser = new ExpressionParser(tokens);
        if (parser.Parse() is not { } root)
        {
            error = parser.Error!;
            return false;
        }

        expression = new(text, root, parser.Names, parser.Suffixes);
        error = null;
        return true;
    }

    /// <summary>
    /// Whether a question's parameter may have this name: a letter or underscore, then letters, digits and underscores, and
    /// no constant (<c>pi</c>, <c>e</c>) or function of the language.
    /// </summary>
    public static bool IsParameterName(string? name) =>
        !string.IsNullOrEmpty(name)
        && ExpressionLexer.IsWordStart(name[0])
        && name.All(ExpressionLexer.IsWordPart)
        && !ExpressionEvaluator.Constants.ContainsKey(name)
        && ExpressionFunction.Find(name) is null;

    /// <summary>Computes the value.</summary>
    /// <param name="parameters">Values by name, finite numbers; null for none. Values that are not read do no harm.</param>
    /// <returns>
    /// A finite number, a list of finite numbers or a truth; or an error: an unknown name, a function outside its domain, a
    /// division by zero, a result beyond the range of a double, lists of different lengths.
    /// </returns>
    public ExpressionResult Evaluate(IReadOnlyDictionary<string, double>? parameters = null)
    {
        parameters ??= EmptyParameters;
        foreach (var suffix in _suffixes)
        {
            // 2h is two hours; where h is a parameter too, the author most likely meant a product.
            if (suffix.Text.Split('/').FirstOrDefault(parameters.ContainsKey) is { } name)
            {
                return new(new ExpressionError(
                    $"“{suffix.Text}” after a number is a unit here, but “{name}” is also a parameter.", suffix.Position,
                    $"Write 2 * {name} or 2 / {name} for the parameter, and 1e3, 1e6, 1e9 or 1e12 for a scale; or rename the parameter."));
            }
        }

        return new ExpressionEvaluator(parameters).Run(_root);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
