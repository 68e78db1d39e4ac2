using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Calibration;

namespace InterviewPrep.Core.Tests.Answers;

/// <summary>Marking: what the contract says for each type, and a refusal for whatever does not belong.</summary>
public sealed class MarkerTests
{
    [Fact]
    public void A_single_choice_is_worth_one_or_nothing_and_shows_the_belief_behind_it()
    {
        Assert.Equal(1, Asked.Mark(Asked.Single, new ChoiceResponse(["right"])).Score);
        var wrong = Asked.Mark(Asked.Single, new ChoiceResponse(["wrong"]));
        Assert.Equal(0, wrong.Score);
        Assert.Equal(["belief"], wrong.Misconceptions);
        Assert.Equal([false, false, true], wrong.Parts);
    }

    [Theory]
    [InlineData("a b", 1)]
    [InlineData("a", 0.5)]
    [InlineData("a b x", 0.5)]
    [InlineData("a x", 0)]
    [InlineData("x y", 0)]
    public void Wrong_ticks_count_against_right_ones_and_never_below_zero(string ticked, double score) =>
        Assert.Equal(score, Asked.Mark(Asked.Multi, new ChoiceResponse([.. ticked.Split(' ')])).Score);

    [Fact]
    public void A_belief_shown_by_two_options_is_shown_once() =>
        Assert.Equal(["belief"], Asked.Mark(Asked.Multi, new ChoiceResponse(["x", "y"])).Misconceptions);

    [Fact]
    public void A_number_is_read_in_its_unit_and_says_how()
    {
        var layers = Asked.Number.Variants.Draw(7)["layers"];
        var right = Asked.Mark(Asked.Number, new TextResponse($"{layers} GiB"), 7);
        Assert.Equal((1, $"{layers}\u00A0GiB"), (right.Score, right.Understood));
        Assert.Equal(1, Asked.Mark(Asked.Number, new TextResponse($"{layers * 1024} MiB"), 7).Score);
    }

    [Fact]
    public void A_known_slip_is_known()
    {
        var slip = Asked.Mark(Asked.Number, new TextResponse($"{Asked.Number.Variants.Draw(3)["layers"]} GB"), 3);
        Assert.Equal((0, 0), (slip.Score, slip.Slip));
        Assert.Equal(["gb-is-gib"], slip.Misconceptions);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("12 parsecs")]
    [InlineData("")]
    public void A_number_that_cannot_be_read_says_what_to_write(string text) => Assert.NotEmpty(Asked.Refuse(Asked.Number, new TextResponse(text)));

    [Theory]
    [InlineData("Fine tuning", 1)]
    [InlineData("FINETUNING.", 1)]
    [InlineData("fine–tuning", 1)]
    [InlineData("ﬁne-tuning", 1)]
    [InlineData("kl-divergence", 1)]
    [InlineData("adapters", 1)]
    [InlineData("adapterss", 0)]
    [InlineData("tuning", 0)]
    public void A_term_is_marked_for_what_it_says(string text, double score) => Assert.Equal(score, Asked.Mark(Asked.Text, new TextResponse(text)).Score);

    [Theory]
    [InlineData("0 1 2 3", 1)]
    [InlineData("3 2 1 0", 0)]
    [InlineData("1 0 2 3", 5 / 6.0)]
    public void An_order_loses_its_share_of_inversions(string order, double score) =>
        Assert.Equal(score, Asked.Mark(Asked.Order, new OrderResponse([.. order.Split(' ').Select(int.Parse)])).Score, 12);

    [Fact]
    public void Pairs_are_marked_by_text_so_that_two_lefts_can_share_a_right()
    {
        Assert.Equal(["r1", "r2", "d"], Presentation.TargetsOf(Asked.Match));
        Assert.Equal(1, Asked.Mark(Asked.Match, new MatchResponse([0, 1, 0])).Score);
        var part = Asked.Mark(Asked.Match, new MatchResponse([0, 2, -1]));
        Assert.Equal(1 / 3.0, part.Score, 12);
        Assert.Equal([true, false, false], part.Parts);
    }

    [Fact]
    public void Gaps_are_marked_one_by_one()
    {
        var part = Asked.Mark(Asked.Cloze, new ClozeResponse(["Softmax", "query"]));
        Assert.Equal(0.5, part.Score);
        Assert.Equal([true, false], part.Parts);
    }

    [Fact]
    public void Key_points_count_by_weight_and_a_red_flag_takes_one_away()
    {
        Assert.Equal(0.75, Asked.Mark(Asked.Open, new OpenResponse("", [0], [])).Score);
        Assert.Equal(0.5, Asked.Mark(Asked.Open, new OpenResponse("", [0], [0])).Score);
        Assert.Equal(0, Asked.Mark(Asked.Open, new OpenResponse("", [], [0])).Score);
    }

    public static TheoryData<int> Types => [.. Enumerable.Range(0, Asked.All.Length)];

    [Theory, MemberData(nameof(Types))]
    public void Not_knowing_is_an_answer_to_everything(int type) => Assert.Equal(0, Asked.Mark(Asked.All[type], new UnknownResponse()).Score);

    [Theory, MemberData(nameof(Types))]
    public void Whatever_is_sent_is_marked_or_refused_and_never_throws(int type)
    {
        Response[] hostile =
        [
            new ChoiceResponse(default), new ChoiceResponse([]), new ChoiceResponse(["forged"]), new ChoiceResponse(["right", "wrong"]),
            new TextResponse(null!), new TextResponse(new string('9', 1_000_000)), new TextResponse("\0\uFFFF"),
            new OrderResponse(default), new OrderResponse([0, 0, 1, 2]), new OrderResponse([0, 1]), new OrderResponse([-1, 4, 2, 3]),
            new MatchResponse(default), new MatchResponse([9, 9, 9]), new MatchResponse([-1, -1, -1]), new MatchResponse([0]),
            new ClozeResponse(default), new ClozeResponse([null!, null!]), new ClozeResponse([new string('x', 1_000_000), ""]),
            new OpenResponse(null!, default, default), new OpenResponse(new string('x', 1_000_000), [], []), new OpenResponse("", [-1, 99], [99]),
        ];
        foreach (var response in hostile)
        {
            if (Marker.TryMark(Asked.All[type], 1, response, out var marking, out var problem)) Assert.InRange(marking.Score, 0, 1);
            else Assert.NotEmpty(problem);
        }
    }

    [Fact]
    public void Options_of_another_question_are_refused() => Assert.Contains("Load the page again", Asked.Refuse(Asked.Single, new ChoiceResponse(["a"])), StringComparison.Ordinal);

    [Theory]
    [InlineData(Certainty.NotSure, 1, 1)]
    [InlineData(Certainty.NotSure, 0, 0)]
    [InlineData(Certainty.FairlySure, 1, 2)]
    [InlineData(Certainty.FairlySure, 0, -2)]
    [InlineData(Certainty.Certain, 1, 3)]
    [InlineData(Certainty.Certain, 0, -6)]
    [InlineData(Certainty.Certain, 0.5, -1.5)]
    public void Certainty_is_marked_as_published(Certainty certainty, double score, double mark) => Assert.Equal(mark, CertaintyMark.Of(certainty, score));

    [Fact]
    public void To_say_truly_how_sure_one_is_earns_most()
    {
        for (var chance = 0.01; chance < 1; chance += 0.01)
        {
            double Expected(Certainty c) => (chance * CertaintyMark.Of(c, 1)) + ((1 - chance) * CertaintyMark.Of(c, 0));
            var best = Enum.GetValues<Certainty>().MaxBy(Expected);
            if (Math.Abs(chance - (2 / 3.0)) > 0.01 && Math.Abs(chance - 0.8) > 0.01)
                Assert.Equal(chance < 2 / 3.0 ? Certainty.NotSure : chance < 0.8 ? Certainty.FairlySure : Certainty.Certain, best);
        }
    }
}
