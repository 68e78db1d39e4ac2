using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Courses;

/// <summary>A whole course: what is read, what is asked and how the ideas hang together. Immutable.</summary>
/// <remarks>
/// Everything an id names is unique over the course, so that each look-up takes a bare id. A look-up of an unknown id
/// returns <see langword="null"/>.
/// </remarks>
public sealed class Course
{
    private readonly Dictionary<string, Module> _modules;
    private readonly Dictionary<string, Lesson> _lessons;
    private readonly Dictionary<string, Concept> _concepts;
    private readonly Dictionary<string, Misconception> _misconceptions;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Question> _questions;
    private readonly Dictionary<string, ImmutableArray<Question>> _questionsByLesson;
    private readonly Dictionary<string, ImmutableArray<Concept>> _conceptsByLesson;
    private readonly Dictionary<string, int> _lessonOrder;

    /// <summary>Builds the course and its look-ups.</summary>
    /// <exception cref="ArgumentException">An id occurs twice among things of one kind.</exception>
    public Course(CourseParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Id = parts.Id;
        Title = parts.Title;
        Description = parts.Description;
        Modules = parts.Modules;
        Decks = parts.Decks;
        Concepts = parts.Concepts;
        Misconceptions = parts.Misconceptions;
        Sources = parts.Sources;
        Questions = parts.Questions;
        Loop = parts.Loop;
        Lessons = [.. Modules.SelectMany(m => m.Lessons)];
        _modules = Modules.ToDictionary(m => m.Id, StringComparer.Ordinal);
        _lessons = Lessons.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _concepts = Concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _misconceptions = Misconceptions.ToDictionary(m => m.Id, StringComparer.Ordinal);
        _sources = Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _questions = Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        _questionsByLesson = Questions.Where(q => q.Lesson is not null)
            .GroupBy(q => q.Lesson!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        ConceptsOutsideLessons = [.. Concepts.Where(c => c.Place is null)];
        _conceptsByLesson = Concepts.Where(c => c.Place is not null)
            .GroupBy(c => c.Place!.Value.Lesson, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _lessonOrder = Lessons.Select((l, i) => (l.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Permanent id of the course.</summary>
    public string Id { get; }

    /// <summary>Title in plain text.</summary>
    public string Title { get; }

    /// <summary>One or two sentences of plain text.</summary>
    public string Description { get; }

    /// <summary>The modules in reading order.</summary>
    public ImmutableArray<Module> Modules { get; }

    /// <summary>Every lesson in reading order.</summary>
    public ImmutableArray<Lesson> Lessons { get; }

    /// <summary>Banks of questions that belong to no lesson.</summary>
    public ImmutableArray<Deck> Decks { get; }

    /// <summary>The concept graph; prerequisites form no cycle.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>The concepts that no lesson teaches: only decks ask for them.</summary>
    public ImmutableArray<Concept> ConceptsOutsideLessons { get; }

    /// <summary>The named wrong beliefs.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; }

    /// <summary>What the course cites.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>The whole bank, lessons' questions first, in reading order.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>The mock loop that ends the course; <see langword="null"/> for none.</summary>
    public MockLoop? Loop { get; }

    /// <summary>The module of this id.</summary>
    public Module? FindModule(string id) => _modules.GetValueOrDefault(id);

    /// <summary>The lesson of this id.</summary>
    public Lesson? FindLesson(string id) => _lessons.GetValueOrDefault(id);

    /// <summary>The concept of this id.</summary>
    public Concept? FindConcept(string id) => _concepts.GetValueOrDefault(id);

    /// <summary>The misconception of this id.</summary>
    public Misconception? FindMisconception(string id) => _misconceptions.GetValueOrDefault(id);

    /// <summary>The source of this key.</summary>
    public Source? FindSource(string id) => _sources.GetValueOrDefault(id);

    /// <summary>The question of this id.</summary>
    public Question? FindQuestion(string id) => _questions.GetValueOrDefault(id);

    /// <summary>The questions that belong to a lesson, in the order of its file; empty when there are none.</summary>
    public ImmutableArray<Question> QuestionsOf(Lesson lesson) =>
        _questionsByLesson.GetValueOrDefault(lesson.Id, []);

    /// <summary>The concepts that a lesson teaches; empty when there are none.</summary>
    public ImmutableArray<Concept> ConceptsOf(Lesson lesson) => _conceptsByLesson.GetValueOrDefault(lesson.Id, []);

    /// <summary>The lessons before and after one in reading order, across modules.</summary>
    public (Lesson? Previous, Lesson? Next) Neighbours(Lesson lesson)
    {
        if (!_lessonOrder.TryGetValue(lesson.Id, out var i)) return (null, null);
        return (i > 0 ? Lessons[i - 1] : null, i + 1 < Lessons.Length ? Lessons[i + 1] : null);
    }
}
