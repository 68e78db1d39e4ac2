using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewPrep.Core.Answers;

/// <summary>What a learner answered. The closed set of its kinds is here; each belongs to one or two types of question.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UnknownResponse), "unknown")]
[JsonDerivedType(typeof(ChoiceResponse), "choice")]
[JsonDerivedType(typeof(TextResponse), "text")]
[JsonDerivedType(typeof(OrderResponse), "order")]
[JsonDerivedType(typeof(MatchResponse), "match")]
[JsonDerivedType(typeof(ClozeResponse), "cloze")]
[JsonDerivedType(typeof(OpenResponse), "open")]
public abstract record Response
{
    /// <summary>The longest text of a short answer, in UTF-16 units.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The longest text of an answer in one's own words, in UTF-16 units.</summary>
    public const int MaxOpenLength = 20_000;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Response FromJson(string json) => JsonSerializer.Deserialize<Response>(json, Options) ?? throw new JsonException("The response is null.");
}

/// <summary>"I don't know": an honest answer to every type of question, marked 0.</summary>
public sealed record UnknownResponse : Response;

/// <summary>The options that were ticked.</summary>
/// <param name="Options">Their ids.</param>
public sealed record ChoiceResponse(ImmutableArray<string> Options) : Response;

/// <summary>A number or a short term as it was typed.</summary>
/// <param name="Text">The text.</param>
public sealed record TextResponse(string Text) : Response;

/// <summary>Steps in an order.</summary>
/// <param name="Steps">For each place the index of the step, by its place in the key.</param>
public sealed record OrderResponse(ImmutableArray<int> Steps) : Response;

/// <summary>What was matched.</summary>
/// <param name="Targets">For each left side the index of its right side among <see cref="Presentation.TargetsOf"/>; -1 for none.</param>
public sealed record MatchResponse(ImmutableArray<int> Targets) : Response;

/// <summary>What was filled in.</summary>
/// <param name="Blanks">For each blank the text.</param>
public sealed record ClozeResponse(ImmutableArray<string> Blanks) : Response;

/// <summary>An answer in one's own words, and what the learner found in it after seeing the key points.</summary>
/// <param name="Text">What was written; empty when it was spoken.</param>
/// <param name="KeyPoints">Indices of the key points that it contains; the default until the learner has looked for them.</param>
/// <param name="RedFlags">Indices of the red flags that it shows; the default until the learner has looked for them.</param>
public sealed record OpenResponse(string Text, ImmutableArray<int> KeyPoints, ImmutableArray<int> RedFlags) : Response
{
    /// <summary>Whether the learner is still looking: ticks are kept, but not yet the learner's word.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Whether the learner has marked the words; a mark of nothing is one too.</summary>
    [JsonIgnore]
    public bool IsMarked => !KeyPoints.IsDefault && !IsTentative;
}
