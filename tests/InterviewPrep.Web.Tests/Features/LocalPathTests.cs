using InterviewPrep.Web.Features.Theme;

namespace InterviewPrep.Web.Tests.Features;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/queues")]
    [InlineData("/search?q=a%20b&x=//y")]
    [InlineData("/glossary#queue.order")]
    public void OrHome_PathOfThisSite_IsKept(string path) => Assert.Equal(path, LocalPath.OrHome(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lessons")]
    [InlineData("//example.org")]
    [InlineData("///example.org")]
    [InlineData("/\\example.org")]
    [InlineData("\\\\example.org")]
    [InlineData("/\t/example.org")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("/a b")]
    [InlineData("/ä")]
    [InlineData("https://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" /")]
    public void OrHome_AnythingElse_IsHome(string? path) => Assert.Equal("/", LocalPath.OrHome(path));

    [Fact]
    public void OrHome_EndlessPath_IsHome() => Assert.Equal("/", LocalPath.OrHome("/" + new string('a', 3_000)));
}
