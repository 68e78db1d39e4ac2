namespace InterviewPrep.Core.Expressions;

/// <summary>Functions that the base library lacks, on finite arguments.</summary>
internal static class SpecialFunctions
{
    /// <summary>The largest n whose factorial is a double.</summary>
    public const int MaxFactorial = 170;

    /// <summary>The largest n of <see cref="Choose"/>.</summary>
    public const int MaxChoose = 1_000_000;

    /// <summary>The most factors that <see cref="Choose"/> multiplies; more than this is infinite for every n it allows.</summary>
    private const int MaxFactors = 1_100;

    /// <summary>Above this, one more factor might not fit into 128 bits.</summary>
    private static readonly UInt128 MaxExact = UInt128.One << 100;

    /// <summary>
    /// The error function by the series 2/√π · e^(-x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!! (Abramowitz and Stegun 7.1.6), whose terms
    /// all have one sign, so that nothing cancels. Beyond 6 it is ±1 to the last digit.
    /// </summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= 6)
            return Math.Sign(x);

        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>n! for a whole n from 0 to <see cref="MaxFactorial"/>; NaN else.</summary>
    public static double Factorial(double n)
    {
        if (n < 0 || n > MaxFactorial || n != Math.Floor(n))
            return double.NaN;

        var product = 1.0;
        for (var factor = 2; factor <= (int)n; factor++)
            product *= factor;

        return product;
    }

    /// <summary>
    /// How many ways there are to choose k of n, 0 when k is above n: exact below 2⁵³, infinite beyond a double; NaN for
    /// what is not whole, negative or above <see cref="MaxChoose"/>.
    /// </summary>
    public static double Choose(double n, double k)
    {
        if (n < 0 || k < 0 || n > MaxChoose || k > MaxChoose || n != Math.Floor(n) || k != Math.Floor(k))
            return double.NaN;

        if (k > n)
            return 0;

        var factors = Math.Min(k, n - k);
        if (factors > MaxFactors)
            return double.PositiveInfinity;

        // Each partial product is itself a binomial coefficient, so the division leaves no remainder.
        UInt128 exact = 1;
        var at = 1;
        for (; at <= factors && exact < MaxExact; at++)
            exact = exact * (UInt128)(n - factors + at) / (UInt128)at;

        var product = (double)exact;
        for (; at <= factors; at++)
            product = product * (n - factors + at) / at;

        return product;
    }

    /// <summary>The logistic function, without overflow on either side.</summary>
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>ln Σ e^x, shifted by the largest so that it never overflows.</summary>
    public static double LogSumExp(IReadOnlyList<double> values)
    {
        var largest = values.Max();
        return largest + Math.Log(values.Sum(value => Math.Exp(value - largest)));
    }

    /// <summary>e^x over its sum, shifted by the largest so that it never overflows.</summary>
    public static double[] Softmax(IReadOnlyList<double> values)
    {
        var largest = values.Max();
        var total = values.Sum(value => Math.Exp(value - largest));
        return [.. values.Select(value => Math.Exp(value - largest) / total)];
    }

    /// <summary>The variance of a whole population: the mean squared distance from the mean.</summary>
    public static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }

    /// <summary>The remainder with the sign of the divisor, as in Python.</summary>
    public static double Modulo(double value, double divisor)
    {
        var remainder = value % divisor;
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder;
    }

    /// <summary>Rounds half away from zero to so many decimals, negative ones being tens, hundreds and so on; NaN when they are not whole or beyond ±15.</summary>
    public static double Round(double value, double decimals)
    {
        if (decimals != Math.Floor(decimals) || Math.Abs(decimals) > 15)
            return double.NaN;

        if (decimals >= 0)
            return Math.Round(value, (int)decimals, MidpointRounding.AwayFromZero);

        var step = Math.Pow(10, -decimals);
        return Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
    }
}
