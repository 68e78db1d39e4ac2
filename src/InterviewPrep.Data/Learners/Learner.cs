namespace InterviewPrep.Data.Learners;

/// <summary>Who answers: a guest, from the first thing they save, or the owner of an account.</summary>
public sealed class Learner
{
    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Created { get; init; }

    /// <summary>Where this guest's work went when an account claimed it; nobody answers under this id any more.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>What the screens call them; empty for none.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Name of the time zone in the IANA database; days follow it.</summary>
    public string TimeZone { get; set; } = LearnerSettings.DefaultTimeZone;

    /// <summary>Minutes a day that they want to spend.</summary>
    public int DailyMinutes { get; set; } = LearnerSettings.DefaultDailyMinutes;

    /// <summary>Everything else they chose, as JSON of <see cref="LearnerSettings"/>.</summary>
    public string Settings { get; set; } = "{}";
}
