using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Tests.Features;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h")]
    [InlineData(200, "3 h 20 min")]
    public void Duration(int minutes, string text) => Assert.Equal(text, Phrases.Duration(minutes));

    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(70, "1 h 10 min")]
    [InlineData(85, "about 1½ hours")]
    [InlineData(241, "about 4 hours")]
    [InlineData(255, "about 4½ hours")]
    public void About(int minutes, string text) => Assert.Equal(text, Phrases.About(minutes));

    [Theory]
    [InlineData(0, "0 lessons")]
    [InlineData(1, "1 lesson")]
    [InlineData(1200, "1,200 lessons")]
    public void Count(int number, string text) => Assert.Equal(text, Phrases.Count(number, "lesson"));
}
