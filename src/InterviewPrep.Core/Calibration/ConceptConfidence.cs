using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Calibration;

/// <summary>Over- or under-confidence in one concept.</summary>
/// <param name="Concept">Id of the concept.</param>
/// <param name="Answers">Answers with a certainty.</param>
/// <param name="Stated">Mean chance of being right that the certainties stand for, 0 to 1.</param>
/// <param name="Share">Share right, 0 to 1.</param>
/// <param name="Plausible">Where the true share lies with 95 %.</param>
/// <param name="CertainAndWrong">Ids of the answers given as certain that were wrong, oldest first.</param>
/// <param name="Verdict">What follows.</param>
public sealed record ConceptConfidence(
    string Concept, int Answers, double Stated, double Share, Interval Plausible, ImmutableArray<string> CertainAndWrong, Confidence Verdict);
