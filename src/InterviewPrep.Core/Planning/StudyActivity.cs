using System.Collections.Immutable;

namespace InterviewPrep.Core.Planning;

/// <summary>Something worth doing today, with what it costs and brings.</summary>
/// <param name="Minutes">How long it takes, above 0.</param>
/// <param name="Gain">By how much it raises the readiness on the interview day, as a sum over concepts of weight times chance.</param>
public abstract record StudyActivity(double Minutes, double Gain)
{
    /// <summary>What a minute of it brings.</summary>
    public double GainPerMinute => Gain / Minutes;
}

/// <summary>Seeing a card again.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Concept">Id of its primary concept.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Gain">What it brings.</param>
public sealed record ReviewCard(string Question, string Concept, double Minutes, double Gain) : StudyActivity(Minutes, Gain);

/// <summary>Answering a question never seen, where the concept is weak or unknown.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Concept">Id of its primary concept.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Gain">What it brings.</param>
public sealed record DrillQuestion(string Question, string Concept, double Minutes, double Gain) : StudyActivity(Minutes, Gain);

/// <summary>Reading a lesson.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Concepts">Ids of the concepts that it teaches.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Gain">What it brings.</param>
public sealed record ReadLesson(string Lesson, ImmutableArray<string> Concepts, double Minutes, double Gain) : StudyActivity(Minutes, Gain);
