using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewPrep.Data.Learners;

/// <summary>What to show after an answer.</summary>
public enum FeedbackDetail
{
    /// <summary>Everything, unfolded.</summary>
    Full,

    /// <summary>Right or wrong and the reason for what was chosen; the rest unfolds.</summary>
    Short,
}

/// <summary>What a learner chose.</summary>
public sealed record LearnerSettings
{
    /// <summary>Until a browser says otherwise.</summary>
    public const string DefaultTimeZone = "UTC";

    /// <summary>A quarter of an hour.</summary>
    public const int DefaultDailyMinutes = 15;

    /// <summary>The most minutes a day.</summary>
    public const int MaxDailyMinutes = 480;

    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 80;

    /// <summary>The lowest desired retention: below, what comes back has to be learnt anew.</summary>
    public const double LeastRetention = 0.7;

    /// <summary>The highest desired retention: above, reviews multiply.</summary>
    public const double MostRetention = 0.97;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>What the screens call them; empty for none.</summary>
    [JsonIgnore]
    public string DisplayName { get; init; } = "";

    /// <summary>Name in the IANA database.</summary>
    [JsonIgnore]
    public string TimeZone { get; init; } = DefaultTimeZone;

    /// <summary>1 to <see cref="MaxDailyMinutes"/>.</summary>
    [JsonIgnore]
    public int DailyMinutes { get; init; } = DefaultDailyMinutes;

    /// <summary>What to show after an answer.</summary>
    public FeedbackDetail Feedback { get; init; }

    /// <summary>Whether checks and reviews ask how sure an answer is.</summary>
    public bool AskCertainty { get; init; } = true;

    /// <summary>Whether sections count as read by time and scrolling.</summary>
    public bool MarkReadByTime { get; init; } = true;

    /// <summary>Whether a streak of days is shown.</summary>
    public bool ShowStreak { get; init; }

    /// <summary>How likely recall shall be when a card comes back, <see cref="LeastRetention"/> to <see cref="MostRetention"/>; more means more reviews.</summary>
    public double DesiredRetention { get; init; } = Core.Learning.LearnerModel.DefaultRetention;

    /// <summary>Day of the interview.</summary>
    public DateOnly? InterviewDay { get; init; }

    /// <summary>Ids of concepts that the learner says to know.</summary>
    public IReadOnlyList<string> KnownConcepts { get; init; } = [];

    /// <summary>Ids of the modules that the interview's rounds are about; empty for all.</summary>
    public IReadOnlyList<string> Rounds { get; init; } = [];

    /// <summary>The zone of <see cref="TimeZone"/>; UTC when this system does not know it.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    internal static LearnerSettings Of(Learner learner)
    {
        var settings = JsonSerializer.Deserialize<LearnerSettings>(learner.Settings, Options) ?? new LearnerSettings();
        return settings with { DisplayName = learner.DisplayName, TimeZone = learner.TimeZone, DailyMinutes = learner.DailyMinutes };
    }

    internal void Keep(Learner learner)
    {
        learner.DisplayName = DisplayName;
        learner.TimeZone = TimeZone;
        learner.DailyMinutes = DailyMinutes;
        learner.Settings = JsonSerializer.Serialize(this, Options);
    }
}
