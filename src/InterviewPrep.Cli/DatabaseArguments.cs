using System.Text.Json;
using InterviewPrep.Data;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InterviewPrep.Cli;

/// <summary>What a command about the database was called with. Settings come from where the application takes them too.</summary>
internal sealed class DatabaseArguments
{
    private const string Section = "Database:";
    private const string SettingsFile = "appsettings.json";
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);

    private DatabaseArguments()
    {
    }

    /// <summary>What was named without an option.</summary>
    public string? File { get; private set; }

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">What follows the command.</param>
    /// <param name="options">Options with a value.</param>
    /// <param name="flags">Options without.</param>
    /// <param name="takesFile">Whether a file is named.</param>
    /// <exception cref="MisuseException">It cannot be understood.</exception>
    public static DatabaseArguments Parse(IReadOnlyList<string> arguments, string[] options, string[] flags, bool takesFile)
    {
        var parsed = new DatabaseArguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                if (!takesFile || parsed.File is not null) throw new MisuseException($"'{argument}' is not expected here.");
                parsed.File = argument;
                continue;
            }

            var (name, value) = argument.Split('=', 2) is [var left, var right] ? (left, right) : (argument, null);
            if (flags.Contains(name) && value is null) parsed._options[name] = "";
            else if (options.Contains(name) || name.StartsWith("--" + Section, StringComparison.OrdinalIgnoreCase)) parsed._options[name] = value ?? (++i < arguments.Count ? arguments[i] : throw new MisuseException($"{name} is followed by a value."));
            else throw new MisuseException($"'{argument}' is not an option of this command.");
        }

        return parsed;
    }

    /// <summary>Value of an option, or <see langword="null"/>.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    /// <summary>The file that the command cannot do without.</summary>
    /// <exception cref="MisuseException">None was named.</exception>
    public string RequireFile() => File ?? throw new MisuseException("Name the file.");

    /// <summary>Value of an option that is an id.</summary>
    /// <exception cref="MisuseException">It is none.</exception>
    public Guid? Id(string option) =>
        this[option] is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw new MisuseException($"{option} is followed by the id of a learner, such as 0198c5f2-….");

    /// <summary>Which database: options, then the environment, then <c>appsettings.json</c> in the working directory.</summary>
    /// <exception cref="SettingException">A value cannot be used.</exception>
    public DatabaseSettings Settings()
    {
        var file = ReadSettingsFile();
        return DatabaseSettings.Read(key =>
            this["--" + key] ?? Environment.GetEnvironmentVariable(key.Replace(":", "__", StringComparison.Ordinal)) ?? file.GetValueOrDefault(key[Section.Length..]));
    }

    /// <summary>Contexts for a database.</summary>
    public static IDbContextFactory<InterviewPrepContext> Contexts(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(settings);
        return new PooledDbContextFactory<InterviewPrepContext>(options.Options);
    }

    private static Dictionary<string, string> ReadSettingsFile()
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!System.IO.File.Exists(SettingsFile)) return values;
        try
        {
            using var settings = JsonDocument.Parse(System.IO.File.ReadAllBytes(SettingsFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var section = settings.RootElement.EnumerateObject().FirstOrDefault(p => p.Name.Equals(Section.TrimEnd(':'), StringComparison.OrdinalIgnoreCase)).Value;
            if (section.ValueKind != JsonValueKind.Object) return values;
            foreach (var value in section.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String)) values[value.Name] = value.Value.GetString()!;
            return values;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{SettingsFile} in this folder cannot be read: {e.Message}");
        }
    }
}

/// <summary>The command line cannot be understood; the message says why.</summary>
internal sealed class MisuseException(string message) : Exception(message);
