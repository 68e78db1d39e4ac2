using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Tests.Answers;

/// <summary>A question of every type.</summary>
internal static class Asked
{
    public static readonly SingleQuestion Single = new()
    {
        Id = "single",
        Version = 1,
        Concepts = ["c"],
        Level = 1,
        Prompt = "?",
        Explanation = "Because.",
        Options = [new("right", "Right", true, "yes", null), new("wrong", "Wrong", false, "no", "belief"), new("other", "Other", false, null, null)],
    };

    public static readonly MultiQuestion Multi = new()
    {
        Id = "multi",
        Version = 1,
        Concepts = ["c"],
        Level = 2,
        Prompt = "?",
        Explanation = "Because.",
        Options = [new("a", "A", true, null, null), new("b", "B", true, null, null), new("x", "X", false, null, "belief"), new("y", "Y", false, null, "belief")],
    };

    public static readonly NumberQuestion Number = new()
    {
        Id = "number",
        Version = 2,
        Concepts = ["c"],
        Level = 3,
        Prompt = "{{layers}} layers?",
        Explanation = "Because.",
        Answer = Parse("layers * 1 GiB"),
        Unit = "GiB",
        Tolerance = new Tolerance(0.01, 0),
        Slips = [new Slip(Parse("layers * 1 GB"), "GB is not GiB.", "gb-is-gib")],
        Variants = new VariantSpace([KeyValuePair.Create("layers", ImmutableArray.Create(8.0, 16.0))]),
    };

    public static readonly TextQuestion Text = new()
    {
        Id = "text",
        Version = 1,
        Concepts = ["c"],
        Level = 1,
        Prompt = "?",
        Explanation = "Because.",
        Accept = ["fine-tuning", "KL divergence"],
        Pattern = "adapt(er|ers)",
    };

    public static readonly OrderQuestion Order = new()
    {
        Id = "order",
        Version = 1,
        Concepts = ["c"],
        Level = 2,
        Prompt = "?",
        Explanation = "Because.",
        Steps = ["one", "two", "three", "four"],
    };

    public static readonly MatchQuestion Match = new()
    {
        Id = "match",
        Version = 1,
        Concepts = ["c"],
        Level = 2,
        Prompt = "?",
        Explanation = "Because.",
        Pairs = [new("l1", "r1", null), new("l2", "r2", null), new("l3", "r1", "shared")],
        Distractors = ["d"],
    };

    public static readonly ClozeQuestion Cloze = new()
    {
        Id = "cloze",
        Version = 1,
        Concepts = ["c"],
        Level = 2,
        Prompt = "{{a: x}} {{b: y}}",
        Explanation = "Because.",
        Blanks = [new("a", ["softmax"]), new("b", ["key", "keys"])],
    };

    public static readonly OpenQuestion Open = new()
    {
        Id = "open",
        Version = 1,
        Concepts = ["c"],
        Level = 4,
        Prompt = "?",
        Explanation = "Because.",
        Model = "A model answer.",
        Minutes = 3,
        KeyPoints = [new("one", 3), new("two", 1)],
        RedFlags = ["flag"],
    };

    public static readonly ImmutableArray<Question> All = [Single, Multi, Number, Text, Order, Match, Cloze, Open];

    public static Expression Parse(string text) => Expression.TryParse(text, out var expression, out var error) ? expression : throw new ArgumentException(error.Message);

    public static Marking Mark(Question question, Response response, long seed = 0)
    {
        Assert.True(Marker.TryMark(question, seed, response, out var marking, out var problem), problem);
        return marking;
    }

    public static string Refuse(Question question, Response response, long seed = 0)
    {
        Assert.False(Marker.TryMark(question, seed, response, out var marking, out var problem));
        Assert.Null(marking);
        return problem;
    }
}
