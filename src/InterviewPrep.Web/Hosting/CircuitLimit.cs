using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Hosting;

/// <summary>How many connections for circuits may be open at once; each tab with a question that is alive holds one.</summary>
/// <param name="PerLearner">For one learner.</param>
/// <param name="PerAddress">From one network address: a class, or an office behind one router.</param>
public sealed record CircuitLimit(int PerLearner, int PerAddress)
{
    /// <summary>Reads <c>Circuits:PerLearner</c> (20) and <c>Circuits:PerAddress</c> (200).</summary>
    /// <exception cref="SettingException">One is no whole number from 1 on.</exception>
    public static CircuitLimit Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new CircuitLimit(NumberSetting.Read(configuration, "Circuits:PerLearner", 20), NumberSetting.Read(configuration, "Circuits:PerAddress", 200));
    }
}
