namespace InterviewPrep.Cli.Evaluate;

/// <summary>A data file cannot be read or does not say what its format wants; the message names the place as compilers do.</summary>
internal sealed class DataFileException : Exception
{
    public DataFileException(string file, string message)
        : base($"{file}: {message}")
    {
    }

    public DataFileException(string file, int line, string message)
        : base($"{file}:{line}: {message}")
    {
    }
}
