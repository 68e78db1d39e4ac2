using System.Text.Json;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Tests.Answers;

/// <summary>What is kept as text comes back as it was.</summary>
public sealed class ResponseTests
{
    [Fact]
    public void Every_kind_of_response_comes_back()
    {
        Response[] all =
        [
            new UnknownResponse(), new ChoiceResponse(["a", "b"]), new TextResponse("16 GiB"), new OrderResponse([2, 0, 1]), new MatchResponse([-1, 2]),
            new ClozeResponse(["", "<b>\"ü\""]), new OpenResponse("words\nand more", [0, 2], [1]),
        ];
        foreach (var response in all) Assert.Equal(response.ToJson(), Response.FromJson(response.ToJson()).ToJson());
        Assert.Equal(all.Length, all.Select(r => Response.FromJson(r.ToJson()).GetType()).Distinct().Count());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kind":"other"}""")]
    [InlineData("not json")]
    public void Anything_else_is_no_response(string text) => Assert.ThrowsAny<Exception>(() => Response.FromJson(text));

    [Fact]
    public void Every_question_comes_back_and_its_text_is_the_same_exactly_when_it_is()
    {
        foreach (var question in Asked.All)
        {
            var text = QuestionJson.Write(question);
            var read = QuestionJson.Read(text);
            Assert.Equal(question.GetType(), read.GetType());
            Assert.Equal(text, QuestionJson.Write(read));
            Assert.NotEqual(text, QuestionJson.Write(question with { Explanation = "Another." }));
        }

        var number = (NumberQuestion)QuestionJson.Read(QuestionJson.Write(Asked.Number));
        Assert.Equal(Marker.KeyOf(Asked.Number, 5), Marker.KeyOf(number, 5));
        Assert.Throws<JsonException>(() => QuestionJson.Read("""{"type":"single"}"""));
    }

    [Fact]
    public void A_seed_shows_the_same_order_always_and_never_the_key_of_an_order()
    {
        for (var seed = 0L; seed < 500; seed++)
        {
            Assert.NotEqual([0, 1, 2, 3], Presentation.Of(Asked.Order, seed).Choices);
            Assert.Equal([0, 1, 2, 3], Presentation.Of(Asked.Multi, seed).Choices.Order());
            Assert.Equal(Presentation.Of(Asked.Multi, seed).Choices, Presentation.Of(Asked.Multi, seed).Choices);
        }

        Assert.Equal([1, 0, 2, 3], Presentation.Of(Asked.Multi, 2026).Choices);
    }

    [Fact]
    public void Every_order_is_about_as_likely()
    {
        var first = Enumerable.Range(0, 4000).GroupBy(seed => Presentation.Of(Asked.Multi, seed).Choices[0]).Select(g => g.Count()).ToList();
        Assert.Equal(4, first.Count);
        Assert.All(first, count => Assert.InRange(count, 880, 1120));
    }
}
