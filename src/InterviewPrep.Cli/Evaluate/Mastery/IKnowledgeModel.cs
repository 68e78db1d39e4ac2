namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>A model of one learner, as the protocols use it.</summary>
internal interface IKnowledgeModel
{
    /// <summary>The chance that an answer will be right; whether it was is not looked at.</summary>
    double Predict(AnswerRow row);

    /// <summary>Learns from an answer or from a look at a solution.</summary>
    void Observe(AnswerRow row);

    /// <summary>What the model says about a topic on a day.</summary>
    TopicEstimate Estimate(int topic, double day);
}

/// <summary>A statement about a topic.</summary>
/// <param name="Mastery">Expected share right, 0 to 1.</param>
/// <param name="Weak">Probability of being below the mark, or what stands in for it in a model that has none.</param>
/// <param name="Flagged">Whether the model takes it for weak.</param>
/// <param name="Called">Whether it would tell the learner so, which takes answers in the topic itself.</param>
internal readonly record struct TopicEstimate(double Mastery, double Weak, bool Flagged, bool Called);

/// <summary>Makes models of learners; what they share, such as difficulties learnt from everybody, belongs to the family.</summary>
/// <param name="Name">As in the result.</param>
/// <param name="NewFamily">A family that has seen nobody yet: call the result once for each learner.</param>
internal sealed record ModelKind(string Name, Func<Func<IKnowledgeModel>> NewFamily);
