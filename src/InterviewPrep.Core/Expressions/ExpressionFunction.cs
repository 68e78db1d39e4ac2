namespace InterviewPrep.Core.Expressions;

/// <summary>A function of the language. It is given finite values and may answer NaN or infinity, which the caller reports.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usage">How it is written, with what its arguments may be.</param>
/// <param name="MinArguments">The fewest arguments.</param>
/// <param name="MaxArguments">The most arguments.</param>
/// <param name="Apply">Computes it; null when the arguments are of the wrong kind, such as a list for a number.</param>
internal sealed record ExpressionFunction(
    string Name,
    string Usage,
    int MinArguments,
    int MaxArguments,
    Func<IReadOnlyList<ExpressionValue>, ExpressionValue?> Apply)
{
    private static readonly Dictionary<string, ExpressionFunction> ByName = new ExpressionFunction[]
    {
        Elementwise("sqrt", "sqrt(x) with x from 0", Math.Sqrt),
        Elementwise("ln", "ln(x) with x above 0", Math.Log),
        Elementwise("log2", "log2(x) with x above 0", Math.Log2),
        Elementwise("log10", "log10(x) with x above 0", Math.Log10),
        Elementwise("exp", "exp(x) with x below 709", Math.Exp),
        Elementwise("abs", "abs(x)", Math.Abs),
        Elementwise("floor", "floor(x)", Math.Floor),
        Elementwise("ceil", "ceil(x)", Math.Ceiling),
        Elementwise("sigmoid", "sigmoid(x)", SpecialFunctions.Sigmoid),
        Elementwise("tanh", "tanh(x)", Math.Tanh),
        Elementwise("erf", "erf(x)", SpecialFunctions.Erf),
        new("round", "round(x) or round(x, n) with n whole decimals from -15 to 15", 1, 2, arguments =>
            Broadcast(arguments[0], arguments.Count == 2 ? arguments[1] : new ExpressionValue.Number(0), SpecialFunctions.Round)),
        new("pow", "pow(a, b)", 2, 2, arguments => Broadcast(arguments[0], arguments[1], Math.Pow)),
        new("mod", "mod(a, b) with b not 0", 2, 2, arguments => Broadcast(arguments[0], arguments[1], SpecialFunctions.Modulo)),
        new("clamp", "clamp(x, low, high) with low up to high", 3, 3, Clamp),
        Aggregate("min", values => values.Min()),
        Aggregate("max", values => values.Max()),
        Aggregate("sum", values => values.Sum()),
        Aggregate("prod", values => values.Aggregate(1.0, (product, value) => product * value)),
        Aggregate("mean", values => values.Average()),
        Aggregate("var", SpecialFunctions.Variance),
        Aggregate("std", values => Math.Sqrt(SpecialFunctions.Variance(values))),
        Aggregate("norm", values => Math.Sqrt(values.Sum(value => value * value))),
        Aggregate("logsumexp", SpecialFunctions.LogSumExp),
        new("len", "len([a, b])", 1, 1, arguments =>
            arguments[0] is ExpressionValue.List list ? new ExpressionValue.Number(list.Values.Count) : null),
        new("softmax", "softmax([a, b])", 1, Expression.MaxListLength, arguments =>
            Flatten(arguments) is { } values ? new ExpressionValue.List(SpecialFunctions.Softmax(values)) : null),
        new("dot", "dot([a, b], [c, d]) with lists of one length", 2, 2, Dot),
        new("factorial", $"factorial(n) with n whole from 0 to {SpecialFunctions.MaxFactorial}", 1, 1, arguments =>
            arguments[0] is ExpressionValue.Number n ? new ExpressionValue.Number(SpecialFunctions.Factorial(n.Value)) : null),
        new("choose", "choose(n, k) with n and k whole from 0 to 1e6", 2, 2, arguments =>
            arguments is [ExpressionValue.Number n, ExpressionValue.Number k]
                ? new ExpressionValue.Number(SpecialFunctions.Choose(n.Value, k.Value))
                : null),
    }.ToDictionary(function => function.Name, StringComparer.Ordinal);

    // Names that other languages use.
    private static readonly Dictionary<string, string> Habits = new(StringComparer.Ordinal)
    {
        ["log"] = "Write ln, log2 or log10.",
        ["lg"] = "Write log2 or log10.",
        ["ceiling"] = "Write ceil.",
        ["avg"] = "Write mean.",
        ["average"] = "Write mean.",
        ["product"] = "Write prod.",
        ["length"] = "Write len.",
        ["variance"] = "Write var (population).",
        ["comb"] = "Write choose(n, k).",
        ["binom"] = "Write choose(n, k).",
        ["lse"] = "Write logsumexp.",
        ["logistic"] = "Write sigmoid.",
    };

    /// <summary>All names, for suggestions.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The function of this name, or null.</summary>
    public static ExpressionFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What to write instead of a name that is no function.</summary>
    public static string MendName(string name) =>
        Habits.TryGetValue(name, out var mend) ? mend
        : NearestName.Find(name, Names) is { } nearest ? $"Did you mean {nearest}? To multiply, write {name} * (…)."
        : $"The functions are {string.Join(", ", Names)}. To multiply, write {name} * (…).";

    /// <summary>Computes with two values; a number goes with every item of a list. Null for lists of different lengths and truths.</summary>
    public static ExpressionValue? Broadcast(ExpressionValue left, ExpressionValue right, Func<double, double, double> compute) =>
        (left, right) switch
        {
            (ExpressionValue.Number a, ExpressionValue.Number b) => new ExpressionValue.Number(compute(a.Value, b.Value)),
            (ExpressionValue.List a, ExpressionValue.Number b) =>
                new ExpressionValue.List([.. a.Values.Select(value => compute(value, b.Value))]),
            (ExpressionValue.Number a, ExpressionValue.List b) =>
                new ExpressionValue.List([.. b.Values.Select(value => compute(a.Value, value))]),
            (ExpressionValue.List a, ExpressionValue.List b) when a.Values.Count == b.Values.Count =>
                new ExpressionValue.List([.. a.Values.Zip(b.Values, compute)]),
            _ => null,
        };

    private static ExpressionFunction Elementwise(string name, string usage, Func<double, double> compute) =>
        new(name, usage, 1, 1, arguments =>
            Broadcast(arguments[0], new ExpressionValue.Number(0), (value, _) => compute(value)));

    private static ExpressionFunction Aggregate(string name, Func<IReadOnlyList<double>, double> compute) =>
        new(name, $"{name}([a, b]) or {name}(a, b)", 1, Expression.MaxListLength, arguments =>
            Flatten(arguments) is { } values ? new ExpressionValue.Number(compute(values)) : null);

    /// <summary>One list, or several numbers as a list; null for a mixture.</summary>
    private static IReadOnlyList<double>? Flatten(IReadOnlyList<ExpressionValue> arguments) => arguments switch
    {
        [ExpressionValue.List list] => list.Values,
        _ when arguments.All(argument => argument is ExpressionValue.Number) =>
            [.. arguments.Cast<ExpressionValue.Number>().Select(number => number.Value)],
        _ => null,
    };

    private static ExpressionValue? Clamp(IReadOnlyList<ExpressionValue> arguments) =>
        arguments is [var value, ExpressionValue.Number low, ExpressionValue.Number high]
            ? Broadcast(value, new ExpressionValue.Number(0),
                (x, _) => low.Value > high.Value ? double.NaN : Math.Clamp(x, low.Value, high.Value))
            : null;

    private static ExpressionValue.Number? Dot(IReadOnlyList<ExpressionValue> arguments) =>
        arguments is [ExpressionValue.List a, ExpressionValue.List b] && a.Values.Count == b.Values.Count
            ? new ExpressionValue.Number(a.Values.Zip(b.Values, (x, y) => x * y).Sum())
            : null;
}
