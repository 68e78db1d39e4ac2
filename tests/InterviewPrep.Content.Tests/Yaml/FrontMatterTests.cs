using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Loading;

namespace InterviewPrep.Content.Tests.Yaml;

public sealed class FrontMatterTests
{
    private const string Keys = "id: a\ntitle: T\nsummary: S\nminutes: 5\nobjectives: [O]\nconcepts: [a.b]\n";

    [Theory]
    [InlineData("---\n" + Keys + "---\nText.\n", "Text.\n", 9)]
    [InlineData("---\n" + Keys + "---\n\n\nText.\n", "\n\nText.\n", 9)]
    [InlineData("---  \n" + Keys + "--- \t\nText.\n", "Text.\n", 9)]
    [InlineData("---\n" + Keys + "---", "", 9)]
    [InlineData("---\n" + Keys + "---\n", "", 9)]
    [InlineData("---\n" + Keys + "---\nText.\n\n---\n\nMore.\n", "Text.\n\n---\n\nMore.\n", 9)]
    public void Front_matter_ends_with_the_next_line_of_dashes(string text, string body, int line)
    {
        var (file, diagnostics) = Read(text);
        Assert.Empty(diagnostics);
        Assert.Equal("T", file.Document!.Title.Value);
        Assert.Equal(body, file.Text.Body);
        Assert.Equal(new SourcePosition("m/a.md", line, 1), file.Text.Origin);
        Assert.Equal("m", file.Text.Folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Text.\n")]
    [InlineData("---\n" + Keys)]
    [InlineData("\n---\n" + Keys + "---\n")]
    [InlineData("----\n" + Keys + "---\n")]
    [InlineData("---\n" + Keys + " ---\n")]
    public void Without_it_the_lesson_is_not_read(string text)
    {
        var (file, diagnostics) = Read(text);
        Assert.Null(file.Document);
        Assert.Equal("front-matter-missing", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Empty_front_matter_lacks_its_keys()
    {
        var (file, diagnostics) = Read("---\n---\nText.\n");
        Assert.Null(file.Document);
        Assert.Contains("id, title, summary", Assert.Single(diagnostics).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_that_does_not_parse_is_one_diagnostic()
    {
        var (file, diagnostics) = Read("---\nid: a: b\n---\nText.\n");
        Assert.Null(file.Document);
        Assert.Equal(("yaml-invalid", 2), (Assert.Single(diagnostics).Code, diagnostics[0].Position.Line));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("", "\r")]
    public void Byte_order_marks_and_line_ends_make_no_difference(string mark, string lineEnd)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(mark + ("---\n" + Keys + "---\n## A {#a}\n").Replace("\n", lineEnd, StringComparison.Ordinal));
        var bag = new DiagnosticBag();
        var text = TextEncoding.Read(bytes, "m/a.md", bag);
        var (file, diagnostics) = Read(text!);
        Assert.Empty(diagnostics);
        Assert.Equal("a", Assert.Single(file.Text.Outline.Sections).Id);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0 }, 2, 2)]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xC3, 0xA9, 0xFF, (byte)'x' }, 2, 2)]
    [InlineData(new byte[] { 0xC3 }, 1, 1)]
    [InlineData(new byte[] { (byte)'a', 0xED, 0xA0, 0x80 }, 1, 2)]
    [InlineData(new byte[] { (byte)'a', 0x07 }, 1, 2)]
    public void Bytes_that_are_no_text_are_refused_where_they_are(byte[] bytes, int line, int column)
    {
        var bag = new DiagnosticBag();
        Assert.Null(TextEncoding.Read(bytes, "f.md", bag));
        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.Equal(("invalid-encoding", new SourcePosition("f.md", line, column)), (diagnostic.Code, diagnostic.Position));
    }

    private static (LessonFile File, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        var bag = new DiagnosticBag();
        var file = LessonFile.Read(new ContentFile("m/a.md", text, new FileStamp(0, 0)), new DocumentBinder(bag), bag);
        return (file, bag.ToSorted());
    }
}
