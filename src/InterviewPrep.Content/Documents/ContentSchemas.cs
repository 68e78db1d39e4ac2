using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Documents;

/// <summary>The JSON Schemas (draft 2020-12) of the YAML files, generated from the same types that read them.</summary>
public static class ContentSchemas
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name and text of each schema.</summary>
    public static ImmutableArray<(string Name, string Schema)> All { get; } =
    [
        ("course.schema.json", Of(typeof(CourseDocument), isList: false, "course.yaml")),
        ("module.schema.json", Of(typeof(ModuleDocument), isList: false, "module.yaml")),
        ("loop.schema.json", Of(typeof(LoopDocument), isList: false, "loop.yaml")),
        ("lesson.schema.json", Of(typeof(LessonDocument), isList: false, "the front matter of a lesson")),
        ("quiz.schema.json", Of(typeof(QuizDocument), isList: false, "a .quiz.yaml file")),
        ("concepts.schema.json", Of(typeof(ConceptDocument), isList: true, "concepts.yaml")),
        ("misconceptions.schema.json", Of(typeof(MisconceptionDocument), isList: true, "misconceptions.yaml")),
        ("sources.schema.json", Of(typeof(SourceDocument), isList: true, "sources.yaml")),
        ("retired.schema.json", Of(typeof(RetiredDocument), isList: true, "retired.yaml")),
    ];

    private static string Of(Type document, bool isList, string title)
    {
        var definitions = new JsonObject();
        var root = Reference(document, definitions);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        if (isList)
        {
            schema["type"] = "array";
            schema["items"] = root;
        }
        else
        {
            schema["$ref"] = root["$ref"]!.GetValue<string>();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Reference(Type document, JsonObject definitions)
    {
        var name = document.Name.Replace("Document", "", StringComparison.Ordinal);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = null;
            definitions[name] = Object(DocumentShape.Of(document), definitions);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    private static JsonObject Object(DocumentShape shape, JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            var property = Form(key, definitions);
            property["description"] = key.Key.Description;
            properties[key.Name] = property;
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. shape.Keys.Where(k => k.Key.Required).Select(k => (JsonNode)k.Name)]),
            ["properties"] = properties,
        };
        var limited = shape.Keys.Where(k => k.Key.Types.Length > 0).ToList();
        if (limited.Count > 0) schema["allOf"] = new JsonArray([.. Enum.GetNames<QuestionType>().Select(t => (JsonNode)Foreign(t, limited))]);
        return schema;
    }

    /// <summary>A question of one type has none of the keys of the others.</summary>
    private static JsonObject Foreign(string type, List<DocumentKey> limited) => new JsonObject
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type.ToLowerInvariant() } } },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject(limited.Where(k => !k.Key.Types.Contains(type)).Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, false))),
        },
    };

    private static JsonObject Form(DocumentKey key, JsonObject definitions) => key.Form switch
    {
        KeyForm.Scalar => Scalar(key),
        KeyForm.ScalarList => new JsonObject { ["type"] = "array", ["items"] = Scalar(key) },
        KeyForm.Document => Reference(key.Element, definitions),
        KeyForm.DocumentList => new JsonObject { ["type"] = "array", ["items"] = Reference(key.Element, definitions) },
        KeyForm.NumberLists => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = $"^(?:{key.Key.Pattern})$" },
            ["additionalProperties"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "number" } },
        },
        _ => throw new InvalidOperationException($"Unhandled form {key.Form}."),
    };

    private static JsonObject Scalar(DocumentKey key)
    {
        var schema = key.Element switch
        {
            var t when t == typeof(int) => new JsonObject { ["type"] = "integer" },
            var t when t == typeof(double) => new JsonObject { ["type"] = "number" },
            var t when t == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            var t when t == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
            { IsEnum: true } t => new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(t).Select(n => (JsonNode)n.ToLowerInvariant())]) },
            _ when key.Key.Pattern is not null => new JsonObject { ["type"] = "string" },

            // What YAML takes for a number, such as text: 11, is a text to us.
            _ => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 },
        };
        if (key.Key.Pattern is { } pattern) schema["pattern"] = $"^(?:{pattern})$";
        if (key.Key.Minimum > double.NegativeInfinity) schema["minimum"] = key.Key.Minimum;
        if (key.Key.Maximum < double.PositiveInfinity) schema["maximum"] = key.Key.Maximum;
        return schema;
    }
}
