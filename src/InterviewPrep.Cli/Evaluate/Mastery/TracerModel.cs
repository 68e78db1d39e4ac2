using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>The model that the app runs.</summary>
internal sealed class TracerModel : IKnowledgeModel
{
    private readonly Vocabulary _words;
    private readonly MasteryState _state;

    private TracerModel(Vocabulary words, Dictionary<string, Belief> difficulties)
    {
        _words = words;
        _state = new MasteryState { Difficulties = difficulties };
    }

    /// <summary>A family of learners.</summary>
    /// <param name="items">The questions.</param>
    /// <param name="pooled">Whether the learners share what is learnt about difficulties.</param>
    public static Func<IKnowledgeModel> Family(ItemBank items, bool pooled)
    {
        var words = new Vocabulary(items);
        var shared = new Dictionary<string, Belief>(StringComparer.Ordinal);
        return () => new TracerModel(words, pooled ? shared : new(StringComparer.Ordinal));
    }

    public double Predict(AnswerRow row) => MasteryTracer.Default.Predict(_state, _words.Answer(row));

    public void Observe(AnswerRow row) => MasteryTracer.Default.Trace(_state, _words.Answer(row));

    public TopicEstimate Estimate(int topic, double day)
    {
        var report = ConceptReporter.Default.Report(_state, _words.Topic(topic), _words.Questions(topic), day);
        return new(report.Mastery, report.WeakProbability, report.WeakProbability >= MasteryConstants.Default.WeakFrom, report.Standing == ConceptStanding.Weak);
    }

    /// <summary>Numbers as ids, made once.</summary>
    private sealed class Vocabulary
    {
        private readonly ImmutableDictionary<int, ImmutableArray<string>> _topics;
        private readonly Dictionary<int, ConceptQuestion> _questions = [];
        private readonly Dictionary<int, ImmutableArray<ConceptQuestion>> _byTopic = [];

        public Vocabulary(ItemBank items)
        {
            _topics = items.ByTopic.Keys.ToImmutableDictionary(t => t, t => ImmutableArray.Create(t.ToString(CultureInfo.InvariantCulture)));
            foreach (var (topic, list) in items.ByTopic)
            {
                foreach (var item in list) _questions[item.Id] = Question(item);
                _byTopic[topic] = [.. list.Select(i => _questions[i.Id])];
            }
        }

        public string Topic(int topic) => _topics[topic][0];

        public ImmutableArray<ConceptQuestion> Questions(int topic) => _byTopic[topic];

        public ConceptAnswer Answer(AnswerRow row)
        {
            var question = _questions[row.Item];
            return new ConceptAnswer
            {
                Id = "",
                Question = question.Id,
                Concepts = _topics[row.Topic],
                Level = question.Level,
                Difficulty = question.Difficulty,
                Guess = question.Guess,
                Score = row.Right is { } right ? (right ? 1 : 0) : null,
                Day = row.Day,
            };
        }

        private static ConceptQuestion Question(ItemBank.Question item)
        {
            var constants = MasteryConstants.Default;
            var difficulty = item.Difficulty is { } authored ? Difficulty.Judged(authored, constants) : Difficulty.Unknown(constants);
            return new(item.Id.ToString(CultureInfo.InvariantCulture), 2, difficulty, item.Guess);
        }
    }
}
