namespace InterviewPrep.Core.Memory;

/// <summary>One day of a forecast.</summary>
/// <param name="Day">The day.</param>
/// <param name="DueMinutes">What falls due on it; on the first day everything that is overdue too.</param>
/// <param name="OfferedMinutes">What is asked on it, within the minutes a day.</param>
/// <param name="BacklogMinutes">What is left over for later days.</param>
public sealed record ReviewDay(DateOnly Day, double DueMinutes, double OfferedMinutes, double BacklogMinutes);
