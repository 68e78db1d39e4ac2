using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Mastery;

/// <summary>The standard normal distribution and the logistic function.</summary>
internal static class NormalDistribution
{
    /// <summary>Half width of the central 80 % in standard deviations.</summary>
    public const double Central80 = 1.2815515655446004;

    /// <summary>Half width of the central 95 % in standard deviations.</summary>
    public const double Central95 = 1.959963984540054;

    /// <summary>P(Z ≤ x).</summary>
    public static double Cdf(double x) => 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>
    /// The mean of the logistic function under a normal belief, by scaling its argument (MacKay 1992, The evidence framework
    /// applied to classification networks, section 4).
    /// </summary>
    public static double MeanLogistic(double mean, double variance) => Logistic(mean / Math.Sqrt(1 + (Math.PI / 8 * variance)));
}
