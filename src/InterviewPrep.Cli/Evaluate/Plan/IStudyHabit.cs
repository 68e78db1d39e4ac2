namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>A way to spend the minutes of a day.</summary>
internal interface IStudyHabit
{
    /// <summary>Spends the student's minutes of today, as far as there is something to do.</summary>
    void Study(Student student, int interviewDay);
}
