using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Tests.Loading;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("sumary", "id|title|summary|lessons", "summary")]
    [InlineData("layer", "layers|ctx", "layers")]
    [InlineData("layer", "ctx|layers", "layers")]
    [InlineData("atention", "attention|intention", "attention")]
    [InlineData("promt", "prompt|model", "prompt")]
    [InlineData("Title", "title|text", "title")]
    public void The_nearest_name_is_meant_wherever_it_stands(string word, string candidates, string nearest) =>
        Assert.Equal($"Did you mean '{nearest}'?", Suggestion.DidYouMean(word, candidates.Split('|'), "No."));

    [Theory]
    [InlineData("colour", "left|right|why")]
    [InlineData("x", "")]
    [InlineData("", "a|b")]
    public void What_is_far_from_everything_is_not_guessed(string word, string candidates) =>
        Assert.Equal("No.", Suggestion.DidYouMean(word, candidates.Split('|', StringSplitOptions.RemoveEmptyEntries), "No."));

    [Fact]
    public void A_long_word_is_not_looked_for() =>
        Assert.Equal("No.", Suggestion.DidYouMean(new string('a', 10_000), [new string('a', 10_001)], "No."));
}
