using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Serving;

/// <summary>Variants of questions as HTML, made once for all who are asked the same at about the same time. Thread-safe.</summary>
internal sealed class RenderedVariants(CourseRenderer renderer)
{
    /// <summary>Variants kept at a time, of prompts and of feedback each.</summary>
    private const int Kept = 512;

    private readonly ConcurrentDictionary<Variant, RenderedPrompt> _prompts = new();
    private readonly ConcurrentDictionary<Variant, RenderedFeedback> _feedback = new();

    public RenderedPrompt Prompt(Question question, long variant) => Get(_prompts, new Variant(question, variant), renderer.RenderPrompt);

    public RenderedFeedback Feedback(Question question, long variant) => Get(_feedback, new Variant(question, variant), renderer.RenderFeedback);

    private static T Get<T>(ConcurrentDictionary<Variant, T> kept, Variant variant, Func<Question, IReadOnlyDictionary<string, double>, T> render)
    {
        if (kept.TryGetValue(variant, out var known)) return known;
        if (kept.Count >= Kept) kept.Clear();
        return kept.GetOrAdd(variant, render(variant.Question, variant.Question.Variants.At(variant.Index)));
    }

    /// <summary>A question is itself only: one that was asked before an edit is another.</summary>
    private readonly record struct Variant(Question Question, long Index)
    {
        public bool Equals(Variant other) => ReferenceEquals(Question, other.Question) && Index == other.Index;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Question), Index);
    }
}
