using System.Globalization;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.Settings;

/// <summary>The fields of the settings as a browser sends them; nothing else of a learner can be set by them.</summary>
public sealed class SettingsForm
{
    /// <summary>What the screens call the learner.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Name of a time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>A whole number.</summary>
    public string? DailyMinutes { get; set; }

    /// <summary>Name of a <see cref="FeedbackDetail"/>.</summary>
    public string? Feedback { get; set; }

    /// <summary>Whether to ask how sure an answer is.</summary>
    public bool AskCertainty { get; set; }

    /// <summary>Whether sections count as read by time and scrolling.</summary>
    public bool MarkReadByTime { get; set; }

    /// <summary>Whether a streak of days is shown.</summary>
    public bool ShowStreak { get; set; }

    /// <summary>The form as it is shown at first.</summary>
    public static SettingsForm Of(LearnerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SettingsForm
        {
            DisplayName = settings.DisplayName,
            TimeZone = settings.TimeZone,
            DailyMinutes = settings.DailyMinutes.ToString(CultureInfo.InvariantCulture),
            Feedback = settings.Feedback.ToString(),
            AskCertainty = settings.AskCertainty,
            MarkReadByTime = settings.MarkReadByTime,
            ShowStreak = settings.ShowStreak,
        };
    }

    /// <summary>The settings it stands for; of what it does not hold, those before stay.</summary>
    /// <param name="before">The settings so far.</param>
    /// <param name="problems">Gets what cannot be used.</param>
    public LearnerSettings Apply(LearnerSettings before, FormProblems problems)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(problems);
        var name = (DisplayName ?? "").Trim();
        if (name.Length > LearnerSettings.MaxNameLength) problems[nameof(DisplayName)] = $"A name has at most {LearnerSettings.MaxNameLength} characters; this one has {name.Length}.";
        else if (name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)) problems[nameof(DisplayName)] = "A name has no invisible characters.";
        if (!TimeZones.IsKnown(TimeZone)) problems[nameof(TimeZone)] = "Choose a time zone of the list.";
        if (!int.TryParse(DailyMinutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > LearnerSettings.MaxDailyMinutes)
            problems[nameof(DailyMinutes)] = $"Minutes a day are a whole number from 1 to {LearnerSettings.MaxDailyMinutes}.";
        if (!Enum.TryParse<FeedbackDetail>(Feedback, out var feedback) || !Enum.IsDefined(feedback)) problems[nameof(Feedback)] = "Choose one of the two.";
        return before with
        {
            DisplayName = name,
            TimeZone = TimeZone ?? before.TimeZone,
            DailyMinutes = minutes,
            Feedback = feedback,
            AskCertainty = AskCertainty,
            MarkReadByTime = MarkReadByTime,
            ShowStreak = ShowStreak,
        };
    }
}
