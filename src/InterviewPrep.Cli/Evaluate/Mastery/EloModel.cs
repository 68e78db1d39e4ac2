namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Elo for learners and questions with a falling step a / (1 + b n) (Pelánek 2016, Applications of the Elo rating system in adaptive educational
/// systems), a = 1, b = 0.05.
/// </summary>
internal sealed class EloModel(ItemBank items, Dictionary<int, EloModel.Rating> questions) : IKnowledgeModel
{
    private const double WeakBelow = 0.6;
    private Rating _learner;

    public double Predict(AnswerRow row) => Chance(items[row.Item]);

    public void Observe(AnswerRow row)
    {
        if (row.Right is not { } right) return;
        var item = items[row.Item];
        var error = (right ? 1 : 0) - Chance(item);
        var question = RatingOf(item);
        _learner = _learner.Move(error);
        questions[item.Id] = question.Move(-error);
    }

    public TopicEstimate Estimate(int topic, double day)
    {
        var mastery = items.ByTopic[topic].Average(Chance);
        return new(mastery, 1 - mastery, mastery < WeakBelow, mastery < WeakBelow);
    }

    private double Chance(ItemBank.Question item) =>
        item.Guess + ((1 - item.Guess) / (1 + Math.Exp(RatingOf(item).Value - _learner.Value)));

    private Rating RatingOf(ItemBank.Question item) => questions.GetValueOrDefault(item.Id, new(item.Difficulty ?? 0, 0));

    /// <summary>A rating in logits and how often it was moved.</summary>
    internal readonly record struct Rating(double Value, int Count)
    {
        public Rating Move(double error) => new(Value + (error / (1 + (0.05 * Count))), Count + 1);
    }
}
