namespace InterviewPrep.Core.Memory;

/// <summary>What each rating would make of a card.</summary>
public sealed record CardPreview(Card Again, Card Hard, Card Good, Card Easy)
{
    /// <summary>The card after one of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating does not exist.</exception>
    public Card this[Rating rating] => rating switch
    {
        Rating.Again => Again,
        Rating.Hard => Hard,
        Rating.Good => Good,
        Rating.Easy => Easy,
        _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is one of four."),
    };
}
