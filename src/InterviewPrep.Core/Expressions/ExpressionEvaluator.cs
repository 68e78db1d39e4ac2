using System.Globalization;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// Computes one expression. A method that returns null has left its reason in <c>_error</c>; the first error wins. Every
/// value that leaves a method is finite.
/// </summary>
internal sealed class ExpressionEvaluator(IReadOnlyDictionary<string, double> parameters)
{
    /// <summary>The constants; a parameter must not have their names.</summary>
    public static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal)
    {
        ["pi"] = Math.PI,
        ["e"] = Math.E,
    };

    private ExpressionError? _error;

    public ExpressionResult Run(ExpressionNode root) =>
        Evaluate(root) is { } value ? new(value) : new(_error!);

    private ExpressionValue? Evaluate(ExpressionNode node) => node switch
    {
        ExpressionNode.Literal literal => new ExpressionValue.Number(literal.Value),
        ExpressionNode.Name name => Read(name),
        ExpressionNode.List list => EvaluateList(list),
        ExpressionNode.Negation negation => Negate(negation),
        ExpressionNode.Arithmetic arithmetic => EvaluateChain(arithmetic),
        ExpressionNode.Item item => Pick(item),
        ExpressionNode.Call call => Call(call),
        ExpressionNode.Comparison comparison => Compare(comparison),
        _ => throw new InvalidOperationException($"No evaluation for {node.GetType().Name}."),
    };

    private ExpressionValue? Read(ExpressionNode.Name name)
    {
        var isParameter = parameters.TryGetValue(name.Word, out var value);
        if (Constants.TryGetValue(name.Word, out var constant))
        {
            return isParameter
                ? Fail($"“{name.Word}” is a constant and also a parameter.", name.Position, "Rename the parameter.")
                : new ExpressionValue.Number(constant);
        }

        if (isParameter)
        {
            return double.IsFinite(value)
                ? new ExpressionValue.Number(value)
                : Fail($"The parameter “{name.Word}” is not a finite number.", name.Position, "Give it a finite value.");
        }

        var nearest = NearestName.Find(name.Word, parameters.Keys.Concat(Constants.Keys).Concat(ExpressionFunction.Names));
        var known = parameters.Count > 0
            ? $"The parameters are {string.Join(", ", parameters.Keys.Order(StringComparer.Ordinal))}."
            : "There are no parameters here: write the number.";
        return Fail($"Nothing is called “{name.Word}”.", name.Position, nearest is null ? known : $"Did you mean {nearest}?");
    }

    private ExpressionValue? EvaluateList(ExpressionNode.List list)
    {
        var values = new double[list.Items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var item = Evaluate(list.Items[i]);
            if (item is null)
                return null;

            if (item is not ExpressionValue.Number number)
                return Fail("A list holds numbers only.", list.Items[i].Position, "Write one level of brackets, with numbers in it.");

            values[i] = number.Value;
        }

        return new ExpressionValue.List(values);
    }

    private ExpressionValue? Negate(ExpressionNode.Negation negation) => Evaluate(negation.Operand) switch
    {
        null => null,
        ExpressionValue.Number number => new ExpressionValue.Number(-number.Value),
        ExpressionValue.List list => new ExpressionValue.List([.. list.Values.Select(value => -value)]),
        _ => FailTruth(negation.Operand),
    };

    /// <summary>1 + 2 + 3 leans to the left as deep as it is long, so it is walked in a loop: the stack stays bounded by the nesting.</summary>
    private ExpressionValue? EvaluateChain(ExpressionNode.Arithmetic last)
    {
        var steps = new Stack<ExpressionNode.Arithmetic>();
        ExpressionNode first = last;
        while (first is ExpressionNode.Arithmetic step)
        {
            steps.Push(step);
            first = step.Left;
        }

        var value = Evaluate(first);
        while (value is not null && steps.TryPop(out var step))
            value = Evaluate(step.Right) is { } right ? Compute(step, value, right) : null;

        return value;
    }

    private ExpressionValue? Compute(ExpressionNode.Arithmetic node, ExpressionValue left, ExpressionValue right)
    {
        if (left is ExpressionValue.Truth || right is ExpressionValue.Truth)
            return FailTruth(left is ExpressionValue.Truth ? node.Left : node.Right);

        Func<double, double, double> compute = node.Operator switch
        {
            '+' => (a, b) => a + b,
            '-' => (a, b) => a - b,
            '*' => (a, b) => a * b,
            '/' => (a, b) => a / b,
            '^' => Math.Pow,
            _ => throw new InvalidOperationException($"No operator {node.Operator}."),
        };
        if (ExpressionFunction.Broadcast(left, right, compute) is not { } value)
            return FailLengths(node.Position);

        if (IsFinite(value))
            return value;

        return node.Operator == '/' && Contains(right, 0)
            ? Fail("This divides by zero.", node.Position, "Divide by something that is never 0.")
            : node.Operator == '^' && (left is ExpressionValue.Number { Value: <= 0 } || left is ExpressionValue.List)
            ? Fail("This power is no finite number.", node.Position, "Raise a positive number, or a negative one to a whole power.")
            : Fail("The result is beyond the range of a number.", node.Position, "Stay below 1.7e308.");
    }

    private ExpressionValue? Pick(ExpressionNode.Item item)
    {
        if (Evaluate(item.Source) is not { } source || Evaluate(item.Index) is not { } index)
            return null;

        if (source is not ExpressionValue.List list)
            return Fail("Only a list has items.", item.Position, "Remove the index, or index a list: [1, 2][0].");

        return index is ExpressionValue.Number { Value: var at } && at == Math.Floor(at) && at >= 0 && at < list.Values.Count
            ? new ExpressionValue.Number(list.Values[(int)at])
            : Fail("The list has no such item.", item.Position, $"Write a whole index from 0 to {list.Values.Count - 1}.");
    }

    private ExpressionValue? Call(ExpressionNode.Call call)
    {
        var arguments = new ExpressionValue[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Evaluate(call.Arguments[i]) is not { } argument)
                return null;

            if (argument is ExpressionValue.Truth)
                return FailTruth(call.Arguments[i]);

            arguments[i] = argument;
        }

        var function = call.Function;
        return function.Apply(arguments) switch
        {
            null => Fail($"“{function.Name}” takes other arguments.", call.Position, $"Write {function.Usage}."),
            var value when IsFinite(value) => value,
            _ => Fail($"“{function.Name}” has no finite value here.", call.Position, $"Write {function.Usage}."),
        };
    }

    private ExpressionValue? Compare(ExpressionNode.Comparison node)
    {
        if (Evaluate(node.Left) is not { } left || Evaluate(node.Right) is not { } right)
            return null;

        if (left is ExpressionValue.Truth || right is ExpressionValue.Truth)
            return FailTruth(left is ExpressionValue.Truth ? node.Left : node.Right);

        if ((left, right) is (ExpressionValue.List, ExpressionValue.List))
        {
            if (node.Operator is "<" or "<=" or ">" or ">=")
                return Fail($"Lists are not compared with {node.Operator}.", node.Position, "Compare max(a) with min(b), or single items.");
        }
        else if (left is ExpressionValue.List || right is ExpressionValue.List)
        {
            return Fail("A list is compared with a number.", node.Position, "Compare a list with a list, or take an item of it: x[0].");
        }

        var a = Values(left);
        var b = Values(right);
        if (a.Count != b.Count)
            return FailLengths(node.Position);

        if (node.Operator == "≈")
            return CompareRounded(node, a, b);

        var pairs = a.Zip(b);
        var holds = node.Operator switch
        {
            "<" => a[0] < b[0],
            "<=" => a[0] <= b[0],
            ">" => a[0] > b[0],
            ">=" => a[0] >= b[0],
            "==" => pairs.All(pair => Same(pair.First, pair.Second)),
            "!=" => !pairs.All(pair => Same(pair.First, pair.Second)),
            _ => throw new InvalidOperationException($"No operator {node.Operator}."),
        };
        return new ExpressionValue.Truth(holds, $"left is {Show(a)}, right is {Show(b)}");
    }

    private ExpressionValue? CompareRounded(ExpressionNode.Comparison node, IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double? tolerance = null;
        if (node.Tolerance is not null)
        {
            var given = Evaluate(node.Tolerance);
            if (given is null)
                return null;

            if (given is not ExpressionValue.Number { Value: >= 0 } number)
                return Fail("A tolerance is a number from 0.", node.Tolerance.Position, "Write a ≈ b ± t with t from 0.");

            tolerance = number.Value;
        }

        var allowed = new double[b.Count];
        var holds = true;
        for (var i = 0; i < allowed.Length; i++)
        {
            allowed[i] = tolerance ?? RoundedComparison.Tolerance(Part(node.Right, i), b[i]);
            holds &= RoundedComparison.Holds(a[i], b[i], allowed[i]);
        }

        return new ExpressionValue.Truth(holds, $"left is {Show(a)}, right is {Show(b)}, allowed difference {Show(allowed)}");
    }

    private static ExpressionNode Part(ExpressionNode node, int index) =>
        node is ExpressionNode.List list ? list.Items[index] : node;

    /// <summary>Whole numbers are equal exactly; others within the few last bits that arithmetic loses.</summary>
    private static bool Same(double a, double b) =>
        a == b
        || ((a != Math.Floor(a) || b != Math.Floor(b)) && Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b)));

    private static IReadOnlyList<double> Values(ExpressionValue value) => value switch
    {
        ExpressionValue.List list => list.Values,
        ExpressionValue.Number number => [number.Value],
        _ => [],
    };

    private static bool IsFinite(ExpressionValue value) => Values(value).All(double.IsFinite);

    private static bool Contains(ExpressionValue value, double number) => Values(value).Contains(number);

    private static string Show(IReadOnlyList<double> values)
    {
        const int MostShown = 8;
        var shown = values.Take(MostShown).Select(value => value.ToString("G10", CultureInfo.InvariantCulture));
        var text = string.Join(", ", shown) + (values.Count > MostShown ? ", …" : "");
        return values.Count == 1 ? text : $"[{text}]";
    }

    private ExpressionValue? FailTruth(ExpressionNode node) =>
        Fail("A comparison is no number.", node.Position, "Compare once, at the outside.");

    private ExpressionValue? FailLengths(int position) =>
        Fail("The lists have different lengths.", position, "Give both lists the same number of items.");

    private ExpressionValue? Fail(string message, int position, string mend)
    {
        _error ??= new(message, position, mend);
        return null;
    }
}
