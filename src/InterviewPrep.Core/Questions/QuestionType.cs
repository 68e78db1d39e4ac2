namespace InterviewPrep.Core.Questions;

/// <summary>The eight ways to ask.</summary>
public enum QuestionType
{
    /// <summary>One option is right.</summary>
    Single,

    /// <summary>One or more options are right.</summary>
    Multi,

    /// <summary>A number, with or without a unit.</summary>
    Number,

    /// <summary>A short term.</summary>
    Text,

    /// <summary>Steps to be put in order.</summary>
    Order,

    /// <summary>Pairs to be matched.</summary>
    Match,

    /// <summary>Blanks in a text.</summary>
    Cloze,

    /// <summary>An answer in one's own words, which the learner marks against key points.</summary>
    Open,
}
