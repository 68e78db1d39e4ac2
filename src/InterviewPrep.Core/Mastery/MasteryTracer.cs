namespace InterviewPrep.Core.Mastery;

/// <summary>
/// Hierarchical Bayesian Rasch model, one step of an extended Kalman filter for each answer. The chance to be right is
/// G + (1-G) σ(ability + offset of the concept + memory of the question - difficulty of the question), each part a normal belief.
/// </summary>
/// <remarks>
/// Rasch 1960 for the model, Wilson et al. 2016 (Back to the basics: Bayesian extensions of IRT, arXiv 1604.02336) for its hierarchical
/// form, Glickman 1999 for the growth of variance. Only a question's primary concept is traced: crediting the others as well would count one
/// answer twice, and sharing it out needs weights that nobody has. A partial score is a fractional outcome: it takes the place of
/// the 0 or 1 in the step and in the gain.
/// </remarks>
public sealed class MasteryTracer(MasteryConstants constants)
{
    /// <summary>The model as the app runs it.</summary>
    public static MasteryTracer Default { get; } = new(MasteryConstants.Default);

    /// <summary>The constants in use.</summary>
    public MasteryConstants Constants => constants;

    /// <summary>The chance that an answer will be right, 0 to 1; its score is not looked at.</summary>
    public double Predict(MasteryState state, ConceptAnswer answer)
    {
        var ability = AbilityOf(state);
        var offset = OffsetOf(state, answer.PrimaryConcept);
        var difficulty = state.Difficulties.GetValueOrDefault(answer.Question, answer.Difficulty);
        var memory = Recall(state, answer);
        var known = NormalDistribution.MeanLogistic(
            ability.Mean + offset.Mean + memory.Mean - difficulty.Mean,
            ability.Variance + offset.Variance + memory.Variance + difficulty.Variance);
        return answer.Guess + ((1 - answer.Guess) * known);
    }

    /// <summary>Takes an answer, or a look at a solution, into the state.</summary>
    /// <exception cref="ArgumentException">The score is outside 0 to 1, the guess chance outside 0 to below 1, or the day is not a number.</exception>
    public void Trace(MasteryState state, ConceptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(state);
        Check(answer);
        var ability = AbilityOf(state);
        var trace = state.Concepts.GetValueOrDefault(answer.PrimaryConcept) ?? Unseen();
        var offset = trace.Offset;
        var difficulty = state.Difficulties.GetValueOrDefault(answer.Question, answer.Difficulty);
        var memory = Recall(state, answer);
        var known = NormalDistribution.Logistic(ability.Mean + offset.Mean + memory.Mean - difficulty.Mean);

        if (answer.Score is { } score)
        {
            var step = Step.Of(known, answer.Guess, score, ability.Variance + offset.Variance + memory.Variance + difficulty.Variance);
            ability = step.Move(ability, 1);
            offset = step.Move(offset, 1);
            memory = step.Move(memory, 1);
            difficulty = step.Move(difficulty, -1);
        }

        var right = answer.Score ?? 0;
        var memoryGain = constants.MemoryGainWrong + (right * (constants.MemoryGainRight - constants.MemoryGainWrong));
        state.Ability = ability with { Variance = Math.Min(constants.AbilityVariance, ability.Variance + constants.AbilityDrift) };
        offset = new(
            offset.Mean + (constants.OffsetGain * (1 - known)),
            Math.Min(constants.OffsetVariance, offset.Variance + constants.OffsetDrift));
        if (answer.FeedbackShown) memory = memory with { Mean = memory.Mean + (memoryGain * (1 - known)) };

        var mixed = state.LastConcept is { } last && last != answer.PrimaryConcept;
        state.Concepts[answer.PrimaryConcept] = trace.Count(answer, mixed) with { Offset = offset };
        state.Difficulties[answer.Question] = difficulty;
        state.Memories[answer.Question] = new(memory, answer.Day, answer.Variant);
        state.LastConcept = answer.PrimaryConcept;
    }

    /// <summary>The state after tracing answers in the order given.</summary>
    public MasteryState Replay(IEnumerable<ConceptAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var state = new MasteryState();
        foreach (var answer in answers) Trace(state, answer);
        return state;
    }

    /// <summary>The belief about a learner's overall ability.</summary>
    public Belief AbilityOf(MasteryState state) => state.Ability ?? new(0, constants.AbilityVariance);

    /// <summary>The belief about a concept relative to it.</summary>
    public Belief OffsetOf(MasteryState state, string concept) =>
        state.Concepts.TryGetValue(concept, out var trace) ? trace.Offset : new(0, constants.OffsetVariance);

    /// <summary>What is left on a day of having seen a question, in logits; 0 for one that was never seen.</summary>
    public double RememberedOf(MasteryState state, string question, double day) =>
        state.Memories.TryGetValue(question, out var term) ? Faded(term, day) : 0;

    private ConceptTrace Unseen() => new() { Offset = new(0, constants.OffsetVariance) };

    /// <summary>The memory of the question at the time of an answer: faded, and none of another variant.</summary>
    private Belief Recall(MasteryState state, ConceptAnswer answer) =>
        state.Memories.TryGetValue(answer.Question, out var term) && term.Variant == answer.Variant
            ? term.Boost with { Mean = Faded(term, answer.Day) }
            : new(0, constants.MemoryVariance);

    private double Faded(MemoryTerm term, double day) =>
        term.Boost.Mean * Math.Pow(1 + (Math.Max(0, day - term.Day) / constants.MemoryFadeDays), -constants.MemoryFadeExponent);

    private static void Check(ConceptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Concepts.IsDefaultOrEmpty) throw new ArgumentException("An answer needs a concept.", nameof(answer));
        if (answer.Score is { } score && !(score is >= 0 and <= 1)) throw new ArgumentException("A score lies between 0 and 1.", nameof(answer));
        if (!(answer.Guess is >= 0 and < 1)) throw new ArgumentException("A guess chance lies between 0 and below 1.", nameof(answer));
        if (!double.IsFinite(answer.Day)) throw new ArgumentException("The day must be a number.", nameof(answer));
    }

    /// <summary>One Kalman step: the error and the information of an answer, and the gain that all parts share.</summary>
    private readonly record struct Step(double Error, double Information, double Shrink)
    {
        public static Step Of(double known, double guess, double score, double variance)
        {
            // With P = G + (1-G) p the slope is (1-G) p (1-p) and P (1-P) is P (1-G)(1-p); written so that nothing is divided by zero.
            var chance = guess + ((1 - guess) * known);
            var ratio = guess == 0 ? 1 : known / chance;
            var information = ratio * (1 - guess) * known * (1 - known);
            return new(ratio * (score - chance), information, 1 / (1 + (information * variance)));
        }

        public Belief Move(Belief part, int sign) => new(
            part.Mean + (sign * part.Variance * Shrink * Error),
            part.Variance * (1 - (part.Variance * Information * Shrink)));
    }
}
