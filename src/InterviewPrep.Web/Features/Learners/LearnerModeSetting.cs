using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>The setting <c>Learners:Mode</c>.</summary>
/// <param name="Mode">For whom.</param>
public sealed record LearnerModeSetting(LearnerMode Mode)
{
    /// <summary>Whether everything belongs to one owner.</summary>
    public bool IsSingle => Mode == LearnerMode.Single;

    /// <summary>Reads it; <c>Multi</c> when nothing is said.</summary>
    /// <exception cref="SettingException">It is something else.</exception>
    public static LearnerModeSetting Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Learners:Mode"] switch
        {
            null or "" or nameof(LearnerMode.Multi) => new(LearnerMode.Multi),
            nameof(LearnerMode.Single) => new(LearnerMode.Single),
            var other => throw new SettingException($"Learners:Mode is '{other}'; it must be {nameof(LearnerMode.Multi)} or {nameof(LearnerMode.Single)}."),
        };
    }
}
