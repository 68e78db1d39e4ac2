using System.Diagnostics;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

/// <summary>Whatever the text: no exception, no hang, and either a result or an error with a position in the text.</summary>
public sealed class FuzzTests
{
    private const int Seed = 74_207_281;

    private static readonly string[] Pieces =
    [
        "1", "0", "2.5", "1e9", "124M", "8B", "16 GiB", "62 %", "e", "pi", "x", "layers", "sqrt(", "softmax(", "choose(",
        "factorial(", "round(", "sum(", "clamp(", "[", "]", "(", ")", ",", "+", "-", "*", "/", "^", "%", "<", "==", "≈", "±",
        " ", "\n", "{{", "}}", "{{=", "|", "GB", "ms", "_", ".", "²", "😀", "\0", "\uD800", "−", "×", "10^", "1,024", "1/2",
    ];

    private static readonly int[] RepeatedLengths = [100, 999, 1_000, 5_000, 200_000];

    private static readonly Dictionary<string, double> Parameters = new() { ["x"] = 3, ["layers"] = 24, ["zero"] = 0 };

    [Fact]
    public void Expression_RandomPieces_NeverThrows() => Fuzz(20_000, random => Pieced(random, 40), text => Check(text));

    [Fact]
    public void Expression_RandomCharacters_NeverThrows() => Fuzz(4_000, random => Characters(random, 5_000), text => Check(text));

    [Fact]
    public void Expression_TextsThatAreMeantToParse_OftenDo()
    {
        // Guards the fuzz itself: random calculations must reach the evaluator, not only the first syntax error.
        var evaluated = 0;
        Fuzz(5_000, random => Calculation(random, 6), text =>
        {
            if (Check(text))
                evaluated++;
        });
        Assert.InRange(evaluated, 2_500, 5_000);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("2^")]
    [InlineData("abs(")]
    [InlineData("1[")]
    [InlineData("1+(")]
    [InlineData("x<")]
    [InlineData(")")]
    [InlineData("{{=")]
    [InlineData("{")]
    public void Everything_DeepRepetition_NeverOverflows(string piece)
    {
        OnSmallStack(() =>
        {
            foreach (var length in RepeatedLengths)
            {
                var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
                Check(text);
                Template.Expand(text, Parameters);
                NumberInput.TryParse(text, "GiB", out _, out _);
            }
        });
    }

    [Fact]
    public void Evaluate_LongestChains_NeverOverflow() => OnSmallStack(() =>
    {
        // A chain leans to the left, so that its depth in the evaluator is its length.
        Assert.True(Check(string.Join('+', Enumerable.Repeat("x", 500))));
        Assert.True(Check(string.Join('/', Enumerable.Repeat("1", 500))));
        Check("1" + string.Concat(Enumerable.Repeat("[0]", 333)));
        Assert.True(Check("1" + string.Concat(Enumerable.Repeat("^1", 64))));
    });

    [Fact]
    public void Expression_DearestTexts_TakeBoundedTime()
    {
        var clock = Stopwatch.StartNew();
        Check(string.Join('+', Enumerable.Repeat("choose(1e6,1e3)", 60)));
        Check("softmax([" + string.Join(',', Enumerable.Repeat("1", 490)) + "])");
        Check(string.Concat(Enumerable.Repeat("9", 1_000)));
        Check("1e" + new string('9', 990));
        Template.Expand(string.Concat(Enumerable.Repeat("{{= 1 ", 50_000)));
        Template.Expand(new string('{', 300_000));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Template_RandomPieces_NeverThrows() => Fuzz(10_000, random => Pieced(random, 60), text =>
    {
        var result = Template.Expand(text, Parameters, forMath: text.Length % 2 == 0);
        Assert.All(result.Errors, error => Assert.InRange(error.Position, 0, text.Length));
        if (!text.Contains("{{", StringComparison.Ordinal))
            Assert.Equal(text, result.Text);
    });

    [Fact]
    public void NumberInput_RandomPieces_NeverThrows()
    {
        string?[] units = [null, "", "GiB", "GB/s", "ms", "%", "TFLOP/s", "heads", "B", "\0"];
        var turn = 0;
        Fuzz(30_000, random => Pieced(random, 6), text =>
        {
            if (NumberInput.TryParse(text, units[turn++ % units.Length], out var input, out var error))
            {
                Assert.True(double.IsFinite(input.Value));
                Assert.NotEmpty(input.Understood);
                Assert.Null(error);
            }
            else
            {
                Assert.NotEmpty(error);
            }
        });
    }

    [Fact]
    public void Evaluate_RandomCalculation_AgreesWithDoubleArithmetic() => Fuzz(2_000, random =>
    {
        int a = random.Next(1, 100), b = random.Next(1, 100), c = random.Next(1, 100);
        return $"{a} + {b} * {c} - {a} / {b} == {a + (b * c) - ((double)a / b):R}";
    }, text => Assert.True(Evaluating.Truth(text).Holds, text));

    private static bool Check(string text)
    {
        if (!Expression.TryParse(text, out var expression, out var error))
        {
            Assert.InRange(error.Position, 0, text.Length);
            Assert.NotEmpty(error.Mend);
            return false;
        }

        var result = expression.Evaluate(Parameters);
        Assert.NotEqual(result.Value is null, result.Error is null);
        switch (result.Value)
        {
            case ExpressionValue.Number number:
                Assert.True(double.IsFinite(number.Value), text);
                break;
            case ExpressionValue.List list:
                Assert.All(list.Values, value => Assert.True(double.IsFinite(value), text));
                break;
            case null:
                Assert.InRange(result.Error!.Position, 0, text.Length);
                break;
        }

        return result.Succeeded;
    }

    /// <summary>A sixth of the stack that a thread has by default (1.5 MB), so that a pass is no luck. An overflow ends the process.</summary>
    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static void Fuzz(int count, Func<Random, string> make, Action<string> check)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            var text = make(random);
            var failure = Record.Exception(() => check(text));
            Assert.True(failure is null, $"Text {i} “{text}”: {failure}");
        }
    }

    private static string Pieced(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Characters(Random random, int most)
    {
        // Half of them printable ASCII, half from the whole plane with its lone surrogates.
        var range = random.Next(2) == 0 ? (32, 127) : (0, 0x10000);
        return string.Create(random.Next(most), (random, range), static (span, state) =>
        {
            foreach (ref var character in span)
                character = (char)state.random.Next(state.range.Item1, state.range.Item2);
        });
    }

    private static string Calculation(Random random, int depth) => depth == 0 || random.Next(4) == 0
        ? random.Next(5) switch { 0 => "x", 1 => "layers", 2 => "1.5", 3 => "20 %", _ => random.Next(1, 9).ToString(System.Globalization.CultureInfo.InvariantCulture) }
        : random.Next(5) switch
        {
            0 => $"({Calculation(random, depth - 1)} + {Calculation(random, depth - 1)})",
            1 => $"({Calculation(random, depth - 1)}) * {Calculation(random, depth - 1)}",
            2 => $"abs({Calculation(random, depth - 1)})",
            3 => $"-({Calculation(random, depth - 1)})",
            _ => $"max({Calculation(random, depth - 1)}, {Calculation(random, depth - 1)})",
        };
}
