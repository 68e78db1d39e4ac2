namespace InterviewPrep.Core.Mastery;

/// <summary>Turns the state of a learner into statements about a concept.</summary>
public sealed class ConceptReporter(MasteryTracer tracer)
{
    /// <summary>Where bisection for the mark begins and ends, in logits.</summary>
    private const double Range = 12;

    /// <summary>The reports that the app shows.</summary>
    public static ConceptReporter Default { get; } = new(MasteryTracer.Default);

    private MasteryConstants Constants => tracer.Constants;

    /// <summary>Reports on one concept.</summary>
    /// <param name="state">The learner.</param>
    /// <param name="concept">Id of the concept.</param>
    /// <param name="questions">Its questions: those whose primary concept it is. One medium question stands in for none.</param>
    /// <param name="day">Now, in the days of the answers; an old estimate is a wide one.</param>
    public ConceptReport Report(MasteryState state, string concept, IReadOnlyList<ConceptQuestion> questions, double day)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(questions);
        var trace = state.Concepts.GetValueOrDefault(concept);
        var overall = tracer.AbilityOf(state);
        var offset = tracer.OffsetOf(state, concept);
        if (trace is not null)
            offset = offset with { Variance = Math.Min(Constants.OffsetVariance, offset.Variance + (Constants.OffsetDriftPerDay * Math.Max(0, day - trace.LastDay))) };
        var ability = new Belief(overall.Mean + offset.Mean, overall.Variance + offset.Variance);
        var items = new Items(tracer, state, questions, day);
        var mark = items.AbilityFor(Constants.WeakBelow);
        var weak = NormalDistribution.Cdf((mark - ability.Mean) / ability.Deviation);
        var answers = trace?.Answers ?? 0;
        var settled = IsSettled(weak, answers);
        return new ConceptReport
        {
            Concept = concept,
            Mastery = items.Expected(ability),
            Likely = Between(items, ability, NormalDistribution.Central80),
            Plausible = Between(items, ability, NormalDistribution.Central95),
            WeakProbability = weak,
            Ability = ability,
            Offset = offset,
            Standing = !settled ? ConceptStanding.NotEnoughEvidence
                : weak >= Constants.WeakFrom ? ConceptStanding.Weak
                : trace!.CarriesTop(questions.Count, items.HighestLevel) ? ConceptStanding.Solid : ConceptStanding.Strong,
            FurtherAnswers = settled ? 0 : FurtherAnswers(overall.Variance, offset.Variance, ability.Mean, mark, items.Information(ability.Mean), answers),
            Answers = answers,
            Right = trace?.Right ?? 0,
            LastDay = trace?.LastDay,
        };
    }

    /// <summary>What would be expected of somebody at this learner's overall level, neither weaker nor stronger in any concept.</summary>
    /// <returns>The expected number of right answers among those given.</returns>
    public double ExpectedRight(MasteryState state, IEnumerable<ConceptAnswer> answers)
    {
        var overall = tracer.AbilityOf(state).Mean;
        return answers.Where(a => a.Score is not null).Sum(a => a.Guess + ((1 - a.Guess) * NormalDistribution.Logistic(overall - a.Difficulty.Mean)));
    }

    /// <summary>The chance that one question of a concept would be answered right on a day.</summary>
    /// <param name="state">The learner.</param>
    /// <param name="report">The report on the question's concept for that day.</param>
    /// <param name="question">The question.</param>
    /// <param name="day">The day, in the days of the answers.</param>
    public QuestionChance ChanceOf(MasteryState state, ConceptReport report, ConceptQuestion question, double day)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(question);
        var difficulty = state.Difficulties.GetValueOrDefault(question.Id, question.Difficulty);
        var edge = report.Ability.Mean + Remembered(tracer, state, question, day) - difficulty.Mean;
        var half = NormalDistribution.Central80 * report.Ability.Deviation;
        double Right(double known) => question.Guess + ((1 - question.Guess) * known);
        return new(
            Right(NormalDistribution.MeanLogistic(edge, report.Ability.Variance + difficulty.Variance)),
            new(Right(NormalDistribution.Logistic(edge - half)), Right(NormalDistribution.Logistic(edge + half))));
    }

    /// <summary>What is left of having seen a question; of its other variants nothing is taken over.</summary>
    private static double Remembered(MasteryTracer tracer, MasteryState state, ConceptQuestion question, double day) =>
        question.HasVariants ? 0 : tracer.RememberedOf(state, question.Id, day);

    private bool IsSettled(double weak, int answers) =>
        answers >= Constants.LeastAnswers && (weak >= Constants.WeakFrom || weak <= Constants.StrongUpTo);

    private static Interval Between(Items items, Belief ability, double deviations) => new(
        items.Share(ability.Mean - (deviations * ability.Deviation)),
        items.Share(ability.Mean + (deviations * ability.Deviation)));

    /// <summary>How many answers shrink the variance enough if the mean stays where it is.</summary>
    private int? FurtherAnswers(double overall, double offset, double mean, double mark, double information, int answers)
    {
        for (var more = 1; more <= ConceptReport.MostFurtherAnswers; more++)
        {
            var shrink = 1 / (1 + (information * (overall + offset + Constants.MemoryVariance + Constants.DifficultyVariance)));
            overall = Math.Min(Constants.AbilityVariance, (overall * (1 - (overall * information * shrink))) + Constants.AbilityDrift);
            offset = Math.Min(Constants.OffsetVariance, (offset * (1 - (offset * information * shrink))) + Constants.OffsetDrift);
            if (IsSettled(NormalDistribution.Cdf((mark - mean) / Math.Sqrt(overall + offset)), answers + more)) return more;
        }

        return null;
    }

    /// <summary>The questions of a concept, each with how hard it is believed to be now: less so when it is remembered.</summary>
    private readonly struct Items
    {
        private readonly double[] _difficulties;
        private readonly double[] _guesses;

        public Items(MasteryTracer tracer, MasteryState state, IReadOnlyList<ConceptQuestion> questions, double day)
        {
            _difficulties = questions.Count == 0
                ? [Difficulty.Medium]
                : [.. questions.Select(q => state.Difficulties.GetValueOrDefault(q.Id, q.Difficulty).Mean - Remembered(tracer, state, q, day))];
            _guesses = questions.Count == 0 ? [0] : [.. questions.Select(q => q.Guess)];
            HighestLevel = questions.Count == 0 ? 0 : questions.Max(q => q.Level);
        }

        public int HighestLevel { get; }

        /// <summary>Share of the questions right at an ability that is known.</summary>
        public double Share(double ability) => Mean(ability, 0);

        /// <summary>Share expected under a belief about the ability.</summary>
        public double Expected(Belief ability) => Mean(ability.Mean, ability.Variance);

        /// <summary>The ability at which a share is reached; the share grows with it.</summary>
        public double AbilityFor(double share)
        {
            var (low, high) = (-Range, Range);
            while (high - low > 1e-6)
            {
                var middle = (low + high) / 2;
                if (Share(middle) < share) low = middle;
                else high = middle;
            }

            return (low + high) / 2;
        }

        /// <summary>Mean information of one answer about the ability.</summary>
        public double Information(double ability)
        {
            var sum = 0.0;
            for (var i = 0; i < _difficulties.Length; i++)
            {
                var known = NormalDistribution.Logistic(ability - _difficulties[i]);
                var chance = _guesses[i] + ((1 - _guesses[i]) * known);
                sum += (1 - _guesses[i]) * known * known * (1 - known) / chance;
            }

            return sum / _difficulties.Length;
        }

        private double Mean(double ability, double variance)
        {
            var sum = 0.0;
            for (var i = 0; i < _difficulties.Length; i++)
                sum += _guesses[i] + ((1 - _guesses[i]) * NormalDistribution.MeanLogistic(ability - _difficulties[i], variance));
            return sum / _difficulties.Length;
        }
    }
}
