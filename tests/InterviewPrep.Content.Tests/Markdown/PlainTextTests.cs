using InterviewPrep.Content.Markdown;

namespace InterviewPrep.Content.Tests.Markdown;

/// <summary>What search, names and counts read of Markdown.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("It is {{= 6 * 7 }} bits, *not* `8`.", "It is 42 bits, not 8.")]
    [InlineData("A rate of {{rate}}, and a gap {{name: answer | other}}.", "A rate of …, and a gap ….")]
    [InlineData("{{= rate * 2 }} then.", "… then.")]
    [InlineData("Half is $x = {{= 1 / 2 }}$.", "Half is x = 0.5.")]
    [InlineData("A group ${{a}}$ of TeX.", "A group a of TeX.")]
    public void Of_Computed_ReadsAsItIsPrinted(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown));
}
