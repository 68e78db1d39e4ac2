using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Tests.Answers;

/// <summary>A response keeps its meaning where the parts of a question have moved, and has none where they are gone.</summary>
public sealed class TranslationTests
{
    [Fact]
    public void The_same_question_takes_every_response_as_it_is()
    {
        var responses = new Dictionary<Question, Response>
        {
            [Asked.Single] = new ChoiceResponse(["wrong"]),
            [Asked.Multi] = new ChoiceResponse(["a", "x"]),
            [Asked.Number] = new TextResponse("8 GiB"),
            [Asked.Text] = new TextResponse("adapters"),
            [Asked.Order] = new OrderResponse([3, 2, 1, 0]),
            [Asked.Match] = new MatchResponse([0, -1, 2]),
            [Asked.Cloze] = new ClozeResponse(["softmax", ""]),
            [Asked.Open] = new OpenResponse("words", [1], [0]),
        };
        Assert.Equal(Asked.All.Length, responses.Count);
        foreach (var (question, response) in responses) Assert.Equal(response.ToJson(), Translation.Of(question, question, response)!.ToJson());
        Assert.All(Asked.All, q => Assert.IsType<UnknownResponse>(Translation.Of(q, q, new UnknownResponse())));
    }

    [Fact]
    public void Steps_in_a_mended_order_are_found_by_their_text()
    {
        var mended = Asked.Order with { Steps = ["one", "three", "two", "four"] };
        var learner = new OrderResponse([0, 2, 1, 3]); // One, three, two, four: wrong by the old key.
        Assert.NotEqual(1, Asked.Mark(Asked.Order, learner).Score);
        Assert.Equal(1, Asked.Mark(mended, Translation.Of(Asked.Order, mended, learner)!).Score);
        Assert.Null(Translation.Of(Asked.Order, Asked.Order with { Steps = ["one", "two", "three", "five"] }, learner));
        Assert.Null(Translation.Of(Asked.Order, Asked.Order with { Steps = ["one", "two", "three", "four", "five"] }, learner));
    }

    [Fact]
    public void Pairs_are_found_by_both_of_their_sides()
    {
        var mended = Asked.Match with { Pairs = [new("l2", "r1", null), new("l1", "r2", null), new("l3", "r1", null)] };
        var targets = Presentation.TargetsOf(Asked.Match);
        var learner = new MatchResponse([targets.IndexOf("r2"), targets.IndexOf("r1"), targets.IndexOf("r1")]);
        Assert.Equal(1 / 3.0, Asked.Mark(Asked.Match, learner).Score);
        Assert.Equal(1, Asked.Mark(mended, Translation.Of(Asked.Match, mended, learner)!).Score);
        Assert.Null(Translation.Of(Asked.Match, mended with { Pairs = [new("l2", "r9", null), new("l1", "r2", null), new("l3", "r9", null)] }, learner));
        Assert.Null(Translation.Of(Asked.Match, mended with { Pairs = [new("l8", "r1", null), new("l1", "r2", null), new("l3", "r1", null)] }, learner));
    }

    [Fact]
    public void Blanks_are_found_by_their_names_and_key_points_by_their_texts()
    {
        var cloze = Asked.Cloze with { Blanks = [new("b", ["query"]), new("a", ["softmax"])] };
        Assert.Equal(0.5, Asked.Mark(cloze, Translation.Of(Asked.Cloze, cloze, new ClozeResponse(["softmax", "key"]))!).Score);
        Assert.Null(Translation.Of(Asked.Cloze, Asked.Cloze with { Blanks = [new("a", ["softmax"]), new("c", ["key"])] }, new ClozeResponse(["softmax", "key"])));
        var open = Asked.Open with { KeyPoints = [new("two", 1), new("one", 1)] };
        Assert.Equal([1], Assert.IsType<OpenResponse>(Translation.Of(Asked.Open, open, new OpenResponse("", [0], []))).KeyPoints);
        Assert.Null(Translation.Of(Asked.Open, Asked.Open with { KeyPoints = [new("two", 1), new("three", 1)] }, new OpenResponse("", [0], [])));
    }

    [Fact]
    public void Another_type_other_variants_and_options_that_are_gone_have_no_meaning()
    {
        Assert.Null(Translation.Of(Asked.Single, Asked.Multi, new ChoiceResponse(["a"])));
        Assert.Null(Translation.Of(Asked.Single, Asked.Single with { Options = [.. Asked.Single.Options.Take(1)] }, new ChoiceResponse(["wrong"])));
        var other = Asked.Number with { Variants = new VariantSpace([KeyValuePair.Create("layers", ImmutableArray.Create(8.0, 24.0))]) };
        Assert.Null(Translation.Of(Asked.Number, other, new TextResponse("8 GiB")));
        Assert.Null(Translation.Of(Asked.Order, Asked.Order, new OrderResponse([0, 1, 2, 9])));
        Assert.Null(Translation.Of(Asked.Match, Asked.Match, new MatchResponse([0, 1])));
    }
}
