using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Evaluation;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>
/// Follows the app: ten diagnostic questions first, then each day what its models say raises the readiness most. It sees answers only.
/// </summary>
internal sealed class TodayOrder : IStudyHabit
{
    private static readonly MemoryModel Model = new(FsrsParameters.Default);

    private readonly MasteryState _state = new();
    private readonly Dictionary<int, MemoryState> _cards = [];
    private readonly HashSet<int> _tested = [];
    private readonly ImmutableArray<ConceptEvidence> _concepts;
    private readonly StudyWorld _world;
    private bool _diagnosed;

    public TodayOrder(StudyWorld world)
    {
        _world = world;
        _concepts =
        [
            .. Enumerable.Range(0, SimulatedWorld.Topics).Select(topic => new ConceptEvidence { Concept = Text(topic), Questions = [.. QuestionsOf(topic).Select(Question)] }),
        ];
    }

    public void Study(Student student, int interviewDay)
    {
        if (!_diagnosed)
        {
            _diagnosed = true;
            foreach (var question in DiagnosticDraw.Draw(ConceptReporter.Default, _state, _concepts, student.Day)) Answer(student, Number(question));
        }

        foreach (var activity in TodayPolicy.Default.Choose(Situation(student, interviewDay), student.Minutes))
        {
            switch (activity)
            {
                case ReadLesson read:
                    student.TryRead(Number(read.Lesson));
                    break;
                case ReviewCard review:
                    Answer(student, Number(review.Question));
                    break;
                case DrillQuestion drill:
                    Answer(student, Number(drill.Question));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown activity {activity}.");
            }
        }
    }

    /// <summary>What the app says about a day when the student has studied.</summary>
    public Readiness Predict(Student student, int day) => Readiness.On(
        ConceptReporter.Default, _state, _concepts, day,
        id => _cards.TryGetValue(Number(id), out var memory)
            ? new CardRecall(Model.Retrievability(day - student.Seen[Number(id)], memory.Stability), _tested.Contains(Number(id)))
            : null);

    private StudySituation Situation(Student student, int interviewDay)
    {
        var left = interviewDay - student.Day;
        return new StudySituation
        {
            Concepts =
            [
                .. _concepts.Select((concept, topic) => new ConceptOutlook(
                    ConceptReporter.Default.Report(_state, concept.Concept, concept.Questions, interviewDay),
                    1,
                    [.. QuestionsOf(topic).Where(_cards.ContainsKey).Select(q => CardOutlook.Of(Text(q), Model, _cards[q], student.Day - student.Seen[q], left))],
                    [.. QuestionsOf(topic).Where(q => !_cards.ContainsKey(q)).Select(Text)])),
            ],
            Lessons = [.. student.Readable().Select(t => new LessonOutlook(Text(t), _world.LessonMinutes[t], [Text(t)]))],
            RecallOfNewCard = CardOutlook.RecallOfNew(Model, 0.6, left),
        };
    }

    private void Answer(Student student, int question)
    {
        var elapsed = student.Seen.TryGetValue(question, out var last) ? student.Day - last : 0;
        if (student.TryAnswer(question) is not { } right) return;
        if (right && elapsed > 0) _tested.Add(question);
        var bank = Question(question);
        MasteryTracer.Default.Trace(_state, new ConceptAnswer
        {
            Id = "",
            Question = bank.Id,
            Concepts = [Text(_world.Topics.Questions[question].Topic)],
            Level = bank.Level,
            Difficulty = bank.Difficulty,
            Guess = bank.Guess,
            Score = right ? 1 : 0,
            Day = student.Day,
        });
        _cards[question] = Model.Next(_cards.GetValueOrDefault(question), AnswerRating.Of(right ? 1 : 0, guessChance: bank.Guess), elapsed);
    }

    private ConceptQuestion Question(int question)
    {
        var asked = _world.Topics.Questions[question];
        return new(Text(question), 2, Difficulty.Judged(asked.AuthoredDifficulty, MasteryConstants.Default), asked.Guess);
    }

    private static IEnumerable<int> QuestionsOf(int topic) => Enumerable.Range(topic * SimulatedWorld.QuestionsPerTopic, SimulatedWorld.QuestionsPerTopic);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
