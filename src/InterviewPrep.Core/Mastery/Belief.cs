namespace InterviewPrep.Core.Mastery;

/// <summary>A normal belief about a quantity on the logit scale.</summary>
/// <param name="Mean">What is expected.</param>
/// <param name="Variance">How uncertain that is, in squared logits, at least 0.</param>
public readonly record struct Belief(double Mean, double Variance)
{
    /// <summary>The standard deviation in logits.</summary>
    public double Deviation => Math.Sqrt(Variance);
}
