namespace InterviewPrep.Content.Tests.Scripting;

/// <summary>The formulas of formulas.txt: all constructs that lessons are likely to use.</summary>
internal static class MathFormulas
{
    public static IReadOnlyList<(string Tex, bool Display)> All { get; } = Load();

    private static List<(string, bool)> Load()
    {
        using var stream = typeof(MathFormulas).Assembly.GetManifestResourceStream("formulas.txt")!;
        using var reader = new StreamReader(stream);
        var formulas = new List<(string, bool)>();
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            formulas.Add((line[2..], true));
            if (line[0] == '*')
                formulas.Add((line[2..], false));
        }
        return formulas;
    }
}
