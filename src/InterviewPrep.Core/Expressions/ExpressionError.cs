namespace InterviewPrep.Core.Expressions;

/// <summary>Why an expression, a pipe or a template could not be read or computed.</summary>
/// <param name="Message">What is wrong, a sentence for an author.</param>
/// <param name="Position">
/// Where it is wrong: a zero-based index in UTF-16 units into the text that was given, from 0 to its length
/// (the length itself means: at the end).
/// </param>
/// <param name="Mend">What to write instead, a sentence.</param>
public sealed record ExpressionError(string Message, int Position, string Mend)
{
    /// <summary>The message, the position and the mend in one line.</summary>
    public override string ToString() => $"{Message} (position {Position}) {Mend}";
}
