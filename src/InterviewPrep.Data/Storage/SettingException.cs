namespace InterviewPrep.Data.Storage;

/// <summary>A setting that the application cannot start with; its message is one line that says what to do.</summary>
public sealed class SettingException(string message) : Exception(message);
