namespace InterviewPrep.Data.Tests.Databases;

/// <summary>Damages files as a failing disk does.</summary>
internal static class Damage
{
    private const int Page = 4096;

    /// <summary>Overwrites every page but the first.</summary>
    public static void Middle(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        var noise = new byte[Page];
        Array.Fill(noise, (byte)0x5A);
        for (var at = Page; at < stream.Length; at += Page)
        {
            stream.Position = at;
            stream.Write(noise);
        }
    }
}
