using System.Collections.Concurrent;
using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Renders a whole course once, for the diagnostics that only rendering brings up: formulas, figures, diagrams, links.</summary>
public sealed class CourseInspection
{
    private readonly LoadedCourse _loaded;
    private readonly CourseRenderer _renderer;

    /// <summary>For one course.</summary>
    public CourseInspection(LoadedCourse loaded, RenderEngines engines)
    {
        _loaded = loaded;
        _renderer = new CourseRenderer(loaded, engines);
    }

    /// <summary>Everything: what loading said and what rendering says.</summary>
    /// <param name="degree">How many lessons at a time.</param>
    /// <param name="cancellation">Stops between lessons.</param>
    public ImmutableArray<Diagnostic> Inspect(int degree, CancellationToken cancellation = default) =>
        Inspect(_loaded.Course.Lessons, _loaded.Course.Questions, _ => true, degree, cancellation);

    /// <summary>What loading said, and what rendering says of the lessons and questions in some files.</summary>
    /// <param name="files">Paths relative to the content folder.</param>
    /// <param name="cancellation">Stops between lessons.</param>
    public ImmutableArray<Diagnostic> Inspect(IReadOnlySet<string> files, CancellationToken cancellation = default) =>
        Inspect(
            [.. _loaded.Course.Lessons.Where(l => files.Contains(_loaded.Texts[l.Id].Origin.File))],
            [.. _loaded.Course.Questions.Where(q => files.Contains(_loaded.Sources.Questions[q.Id].Document.Position.File))],
            files.Contains,
            Environment.ProcessorCount,
            cancellation);

    private ImmutableArray<Diagnostic> Inspect(ImmutableArray<Lesson> lessons, ImmutableArray<Question> questions, Func<string, bool> isWanted, int degree, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(_loaded.Diagnostics);
        var options = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(lessons, EnumerablePartitionerOptions.NoBuffering), options, l => diagnostics.AddRange(_renderer.Render(l).Diagnostics));
        Parallel.ForEach(Partitioner.Create(questions, EnumerablePartitionerOptions.NoBuffering), options, q => Inspect(q, diagnostics));
        var shortTexts = _loaded.Sources.Concepts.Select(c => c.Definition).Concat(_loaded.Sources.Misconceptions.SelectMany(m => (Located<string>[])[m.Belief, m.Correction]));
        foreach (var text in shortTexts.Where(t => isWanted(t.Position.File)))
        {
            cancellation.ThrowIfCancellationRequested();
            _renderer.RenderInline(text, diagnostics);
        }

        return diagnostics.ToSorted();
    }

    /// <summary>Renders the first and the last variant: between them every value at an end of its range is printed once.</summary>
    private void Inspect(Question question, DiagnosticBag diagnostics)
    {
        foreach (var parameters in (IEnumerable<IReadOnlyDictionary<string, double>>)[question.Variants.First, question.Variants.Last])
        {
            _renderer.RenderPrompt(question, parameters, diagnostics);
            _renderer.RenderFeedback(question, parameters, diagnostics);
            if (question.Variants.Count == 1) return;
        }
    }
}
