namespace InterviewPrep.Cli.Evaluate;

/// <summary>Reads data files line by line.</summary>
internal static class DataFile
{
    /// <summary>The lines that are not empty, with their numbers from 1.</summary>
    /// <exception cref="DataFileException">The file is missing or cannot be read.</exception>
    public static IEnumerable<(int Number, string Text)> Lines(string file)
    {
        using var reader = Open(file);
        for (var number = 1; ReadLine(file, reader) is { } text; number++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return (number, text);
        }
    }

    private static StreamReader Open(string file)
    {
        if (!File.Exists(file)) throw new DataFileException(file, "There is no such file.");
        try
        {
            return new StreamReader(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(file, e.Message);
        }
    }

    private static string? ReadLine(string file, StreamReader reader)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (IOException e)
        {
            throw new DataFileException(file, e.Message);
        }
    }
}
