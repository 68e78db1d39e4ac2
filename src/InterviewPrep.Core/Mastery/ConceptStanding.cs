namespace InterviewPrep.Core.Mastery;

/// <summary>What can be said about a learner and a concept.</summary>
public enum ConceptStanding
{
    /// <summary>Too few answers, or too close to the mark, to say either.</summary>
    NotEnoughEvidence,

    /// <summary>Probably below 60 % of its questions.</summary>
    Weak,

    /// <summary>Probably above.</summary>
    Strong,

    /// <summary>Strong, and shown on other days, on other questions, on a hard one and between questions on other concepts.</summary>
    Solid,
}
