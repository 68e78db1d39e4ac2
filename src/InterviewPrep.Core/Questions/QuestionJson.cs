using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Questions;

/// <summary>
/// A question as text, so that a sitting can keep what it asked while the course goes on: the text of a question is the same
/// exactly when the question is.
/// </summary>
public static class QuestionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // It is data, never part of a page.
        Converters = { new ExpressionConverter(), new VariantConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Describe } },
    };

    /// <summary>As text.</summary>
    public static string Write(Question question) => JsonSerializer.Serialize(question, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Question Read(string json) => JsonSerializer.Deserialize<Question>(json, Options) ?? throw new JsonException("The question is null.");

    private static void Describe(JsonTypeInfo type)
    {
        if (type.Type.IsAssignableTo(typeof(Question)))
        {
            foreach (var kind in type.Properties.Where(p => p.Name == "type").ToList()) type.Properties.Remove(kind);
        }

        if (type.Type != typeof(Question)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "type",
            DerivedTypes =
            {
                new(typeof(SingleQuestion), "single"),
                new(typeof(MultiQuestion), "multi"),
                new(typeof(NumberQuestion), "number"),
                new(typeof(TextQuestion), "text"),
                new(typeof(OrderQuestion), "order"),
                new(typeof(MatchQuestion), "match"),
                new(typeof(ClozeQuestion), "cloze"),
                new(typeof(OpenQuestion), "open"),
            },
        };
    }

    private sealed class ExpressionConverter : JsonConverter<Expression>
    {
        public override Expression Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Expression.TryParse(reader.GetString(), out var expression, out var error) ? expression : throw new JsonException(error.Message);

        public override void Write(Utf8JsonWriter writer, Expression value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class VariantConverter : JsonConverter<VariantSpace>
    {
        public override VariantSpace Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var parameters = JsonSerializer.Deserialize<ImmutableArray<KeyValuePair<string, ImmutableArray<double>>>>(ref reader, options);
            return parameters.IsDefaultOrEmpty ? VariantSpace.None : new VariantSpace(parameters);
        }

        public override void Write(Utf8JsonWriter writer, VariantSpace value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Parameters, options);
    }
}
