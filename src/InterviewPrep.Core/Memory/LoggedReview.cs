namespace InterviewPrep.Core.Memory;

/// <summary>One review of a log in time order.</summary>
/// <param name="Card">Which card, any number.</param>
/// <param name="Rating">How it was recalled.</param>
/// <param name="ElapsedDays">Whole days since the card's review before; not looked at for its first.</param>
public readonly record struct LoggedReview(long Card, Rating Rating, int ElapsedDays);
