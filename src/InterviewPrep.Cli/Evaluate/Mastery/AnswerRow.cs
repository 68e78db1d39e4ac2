namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>One line of an answer file.</summary>
/// <param name="Row">Its number from 0, the heading not counted.</param>
/// <param name="Learner">Who answered.</param>
/// <param name="Day">When, in days.</param>
/// <param name="Topic">The concept.</param>
/// <param name="Item">The question.</param>
/// <param name="Right">Whether it was right; <see langword="null"/> when the solution was shown without asking.</param>
/// <param name="Posttest">Whether it belongs to the test after practice.</param>
internal sealed record AnswerRow(int Row, int Learner, double Day, int Topic, int Item, bool? Right, bool Posttest);
