using InterviewPrep.Content.Documents;

namespace InterviewPrep.Cli;

/// <summary><c>schema</c>: writes the JSON Schemas of the YAML files, or says which are stale.</summary>
internal static class SchemaCommand
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var check = arguments.Contains("--check");
        var folders = arguments.Where(a => !a.StartsWith('-')).ToList();
        if (arguments.FirstOrDefault(a => a.StartsWith('-') && a != "--check") is { } unknown)
        {
            error.WriteLine($"'{unknown}' is not an option of schema.");
            return Commands.Misused;
        }

        if (folders.Count > 1)
        {
            error.WriteLine($"One folder at a time; '{folders[1]}' is a second one.");
            return Commands.Misused;
        }

        var folder = folders.FirstOrDefault("docs/schemas");
        var stale = 0;
        foreach (var (name, schema) in ContentSchemas.All)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && File.ReadAllText(path) == schema) continue;
            stale++;
            if (check)
            {
                error.WriteLine($"{path} is stale; run 'schema' to write it.");
                continue;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(path, schema);
            output.WriteLine($"wrote {path}");
        }

        return check && stale > 0 ? Commands.Failed : Commands.Passed;
    }
}
