namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Percent correct by topic, what most quizzes show, and the posterior of a share under a flat prior. Both predict (right + 1) / (answers + 2);
/// the first calls a topic weak below 60 %, the second when that is probable.
/// </summary>
internal sealed class RawShareModel(bool posterior) : IKnowledgeModel
{
    private const double WeakBelow = 0.6;
    private const double WeakFrom = 0.7;
    private const int LeastAnswers = 3;
    private readonly Dictionary<int, (int Right, int Answers)> _topics = [];

    public double Predict(AnswerRow row) => Mean(row.Topic);

    public void Observe(AnswerRow row)
    {
        if (row.Right is not { } right) return;
        var (hits, answers) = _topics.GetValueOrDefault(row.Topic);
        _topics[row.Topic] = (hits + (right ? 1 : 0), answers + 1);
    }

    public TopicEstimate Estimate(int topic, double day)
    {
        var (right, answers) = _topics.GetValueOrDefault(topic);
        if (posterior)
        {
            var weak = BetaBelow(right + 1, answers - right + 1, WeakBelow);
            return new(Mean(topic), weak, weak >= WeakFrom, weak >= WeakFrom && answers >= LeastAnswers);
        }

        // A plain percentage says 0 or 1; what was never asked it can only call average.
        var share = answers == 0 ? 0.5 : (double)right / answers;
        var below = share < WeakBelow;
        return new(share, below ? 1 : 0, below && answers > 0, below && answers >= LeastAnswers);
    }

    private double Mean(int topic)
    {
        var (right, answers) = _topics.GetValueOrDefault(topic);
        return (right + 1.0) / (answers + 2);
    }

    /// <summary>P(X &lt; x) for X of a Beta distribution with whole parameters: at least a successes in a + b - 1 trials.</summary>
    private static double BetaBelow(int a, int b, double x)
    {
        var trials = a + b - 1;
        var sum = 0.0;
        for (var k = a; k <= trials; k++) sum += Combinations(trials, k) * Math.Pow(x, k) * Math.Pow(1 - x, trials - k);
        return sum;
    }

    private static double Combinations(int n, int k) => Math.Exp(LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k));

    private static double LogFactorial(int n)
    {
        var sum = 0.0;
        for (var i = 2; i <= n; i++) sum += Math.Log(i);
        return sum;
    }
}
