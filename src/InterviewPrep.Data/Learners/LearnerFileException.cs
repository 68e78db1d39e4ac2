namespace InterviewPrep.Data.Learners;

/// <summary>A file with learners' data cannot be read; its message says why, in one line.</summary>
public sealed class LearnerFileException(string message, Exception? inner = null) : Exception(message, inner);
