using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Learning;

/// <summary>What the fold needs of a course, made once for all learners.</summary>
internal sealed class CourseItems
{
    private const double LeastWeight = 0.5;
    private const double MostWeight = 2;

    /// <summary>The mastery model needs a chance below one, whatever an author offers to choose from.</summary>
    private const double MostGuess = 0.95;

    private static readonly ConditionalWeakTable<Course, CourseItems> Known = [];
    private readonly Dictionary<string, CourseItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CourseConcept> _concepts;

    private CourseItems(Course course)
    {
        var groups = course.Questions.GroupBy(q => q.Concepts[0], StringComparer.Ordinal).ToImmutableArray();
        var placeOfConcept = groups.Select((g, i) => (g.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        var beliefs = course.Misconceptions.ToLookup(m => m.Concept, m => m.Id, StringComparer.Ordinal);
        All = [.. course.Questions.Select((q, i) => Describe(course, q, i, placeOfConcept[q.Concepts[0]], beliefs[q.Concepts[0]]))];
        foreach (var item in All) _byId.Add(item.Id, item);
        var usual = All.Length / (double)Math.Max(1, groups.Length);
        Concepts =
        [
            .. groups.Select((g, i) => new CourseConcept(
                g.Key, [.. All.Where(item => item.Concept == i)], Math.Clamp(g.Count() / usual, LeastWeight, MostWeight))),
        ];
        _concepts = Concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        Fingerprint = FingerprintOf(All);
    }

    /// <summary>In the order of the course.</summary>
    public ImmutableArray<CourseItem> All { get; }

    /// <summary>The concepts that have questions, in the order of their first one.</summary>
    public ImmutableArray<CourseConcept> Concepts { get; }

    /// <summary>Changes whenever anything changes that the fold looks at.</summary>
    public ulong Fingerprint { get; }

    public static CourseItems Of(Course course) => Known.GetValue(course, c => new CourseItems(c));

    public CourseItem? Find(string question) => _byId.GetValueOrDefault(question);

    public CourseConcept? FindConcept(string concept) => _concepts.GetValueOrDefault(concept);

    private static CourseItem Describe(Course course, Question question, int index, int concept, IEnumerable<string> about)
    {
        var guess = Math.Min(MostGuess, Difficulty.GuessChance(question));
        return new CourseItem
        {
            Question = question,
            Index = index,
            Concept = concept,
            Module = question.Lesson is { } lesson ? course.FindLesson(lesson)?.Module : null,
            Prior = new ConceptQuestion(question.Id, question.Level, Difficulty.Authored(question.Level, MasteryConstants.Default), guess, question.Variants.Count > 1),
            Expected = ExpectedTime.Of(question),
            Contradicts = [.. Shows(question).Concat(about).Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> Shows(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Options.Select(o => o.Misconception).OfType<string>(),
        NumberQuestion number => number.Slips.Select(s => s.Misconception).OfType<string>(),
        _ => [],
    };

    /// <summary>FNV-1a over all that decides a fold.</summary>
    private static ulong FingerprintOf(ImmutableArray<CourseItem> items)
    {
        var hash = 0xCBF29CE484222325;
        void Add(string text)
        {
            foreach (var character in text) hash = (hash ^ character) * 0x100000001B3;
            hash = (hash ^ '\n') * 0x100000001B3;
        }

        foreach (var item in items)
        {
            Add(item.Id);
            Add(item.Question.Concepts[0]);
            Add(FormattableString.Invariant($"{item.Question.Level} {item.Prior.Guess:R} {item.Expected.Ticks} {item.Question.Variants.Count}"));
            foreach (var belief in item.Contradicts) Add(belief);
        }

        return hash;
    }
}
