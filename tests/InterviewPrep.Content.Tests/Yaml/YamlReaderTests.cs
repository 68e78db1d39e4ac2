using System.Globalization;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Yaml;

namespace InterviewPrep.Content.Tests.Yaml;

public sealed class YamlReaderTests
{
    private const int Patience = 120_000;

    [Theory]
    [InlineData("a: ‸text", "text")]
    [InlineData("a: \"‸text\"", "text")]
    [InlineData("a: '‸it''s'", "it's")]
    [InlineData("a: |\n  ‸one\n  two\n", "one\ntwo\n")]
    [InlineData("a: |\n\n  ‸one\n", "\none\n")]
    [InlineData("a: |-  # comment\n      ‸one\n", "one")]
    [InlineData("a: >\n   ‸one\n   two\n", "one two\n")]
    [InlineData("a: |2\n  ‸  indented\n", "  indented\n")]
    [InlineData("b:\n  - a: |\n      ‸deep\n        deeper\n", "deep\n  deeper\n")]
    [InlineData("a: |\n  ‸", "")]
    public void A_text_knows_where_it_begins(string marked, string value)
    {
        var caret = marked.IndexOf('‸', StringComparison.Ordinal);
        var (root, diagnostics) = Read(marked.Remove(caret, 1));
        Assert.Empty(diagnostics);
        var scalar = Scalars(root!).Single(s => s.Value == value);
        if (value.Length == 0) return;
        var at = value.StartsWith('\n') ? scalar.TextPosition.Into(value, 1) : scalar.TextPosition;
        var place = new SourcePosition("f.yaml", 1, 1).Into(marked, caret);
        Assert.Equal(value.StartsWith("  indented", StringComparison.Ordinal) ? place with { Column = place.Column } : place, at);
    }

    [Fact]
    public void Positions_count_from_where_the_document_begins()
    {
        var bag = new DiagnosticBag();
        Assert.True(YamlReader.TryRead("a: 1\nb: 2\n", new SourcePosition("f.md", 2, 1), bag, out var root));
        Assert.Equal(new SourcePosition("f.md", 3, 4), Scalars(root!).Single(s => s.Value == "2").Position);
    }

    [Fact]
    public void Every_node_has_its_place()
    {
        var (root, _) = Read("list:\n  - [1, 2]\n  - key: value\n");
        var list = Assert.IsType<YamlSequence>(Assert.IsType<YamlMapping>(root).Entries[0].Value);
        Assert.Equal([(2, 3), (2, 5), (3, 5)], new[] { list.Position, list.Items[0].Position, list.Items[1].Position }.Select(p => (p.Line, p.Column)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_document_has_no_root_and_no_diagnostic(string yaml)
    {
        var (root, diagnostics) = Read(yaml);
        Assert.Null(root);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", "yaml-refused", 1, 4)]
    [InlineData("a: *x", "yaml-refused", 1, 4)]
    [InlineData("a: !!str 1", "yaml-refused", 1, 4)]
    [InlineData("a: !local {b: 1}", "yaml-refused", 1, 4)]
    [InlineData("<<: *base", "yaml-refused", 1, 5)]
    [InlineData("a: 1\n---\nb: 2", "yaml-refused", 2, 1)]
    [InlineData("a: 1\na: 2", "duplicate-key", 2, 1)]
    [InlineData("? [a]\n: b", "wrong-type", 1, 3)]
    [InlineData("a: b: c", "yaml-invalid", 1, 5)]
    [InlineData("a: @x", "yaml-invalid", 1, 4)]
    [InlineData("a: \"\\q\"", "yaml-invalid", 1, 4)]
    [InlineData("a: \"\\uD800\"", "yaml-invalid", 1, 4)]
    [InlineData("%YAML 9.9\n---\na: 1", "yaml-invalid", 1, 1)]
    [InlineData("...\n---\na: 1\n...", "yaml-invalid", 1, 1)]
    [InlineData("a: \"x\\0y\"", "invalid-encoding", 1, 4)]
    public void What_the_format_does_not_have_is_refused_where_it_stands(string yaml, string code, int line, int column)
    {
        var (_, diagnostics) = Read(yaml);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Position.Line, diagnostic.Position.Column));
    }

    [Fact]
    public void The_first_of_two_equal_keys_counts()
    {
        var (root, _) = Read("a: 1\na: 2");
        Assert.Equal("1", Assert.IsType<YamlScalar>(Assert.Single(Assert.IsType<YamlMapping>(root).Entries).Value).Value);
    }

    [Fact]
    public void A_control_character_is_left_out()
    {
        var (root, _) = Read("a: \"x\\0y\\x07\\tz\"");
        Assert.Equal("xy\tz", Scalars(root!).Last().Value);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("[{a: ", "}]")]
    public void Ten_thousand_levels_are_one_diagnostic(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "x" + string.Concat(Enumerable.Repeat(close, 10_000));
        var (root, diagnostics) = Read(text);
        Assert.Null(root);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Contains(diagnostic.Code, (string[])["nesting-too-deep", "yaml-invalid"]);
    }

    [Fact]
    public void The_limit_of_nesting_is_exact()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
        Assert.Empty(Read(Nested(ContentLimits.YamlDepth + 1)).Diagnostics);
        Assert.Equal("nesting-too-deep", Assert.Single(Read(Nested(ContentLimits.YamlDepth + 2)).Diagnostics).Code);
    }

    [Fact(Timeout = Patience)]
    public Task An_alias_bomb_does_not_go_off() => Task.Run(() =>
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n")));
        Assert.Equal("yaml-refused", Assert.Single(Read(bomb).Diagnostics).Code);
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Patience)]
    [InlineData("- item\n")]
    [InlineData("- [a, b, c]\n")]
    [InlineData("- {a: b}\n")]
    [InlineData("- \"text\"\n")]
    [InlineData("# comment\n")]
    [InlineData("- |\n  text\n")]
    public Task Two_megabytes_are_read_in_time(string line) => Task.Run(() =>
    {
        var (_, diagnostics) = Read(string.Concat(Enumerable.Repeat(line, ContentLimits.YamlBytes / line.Length)));
        Assert.Empty(diagnostics);
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Patience)]
    public Task A_million_characters_in_a_line_are_read_in_time() => Task.Run(() =>
    {
        Assert.Empty(Read("a: " + new string('x', 1_000_000)).Diagnostics);
        Assert.Empty(Read("a: \"" + new string('x', 1_000_000) + "\"").Diagnostics);
        Assert.NotEmpty(Read(new string('{', 1_000_000)).Diagnostics);
        Assert.NotEmpty(Read(new string('"', 999_999)).Diagnostics);
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = 60_000)]
    public Task Any_text_is_read_or_refused() => Task.Run(() =>
    {
        var random = new Random(20261125);
        var pieces = (string[])["a", ":", " ", "\n", "- ", "[", "]", "{", "}", "'", "\"", "|", ">", "&", "*", "!", "%", "#", ",", "?", "---", "...", "\t", "  ", "\\", "é", "\U0001F600", "~", "<<", "@", "`", "|2", "0", "\u2028", "\u0085"];
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bag = new DiagnosticBag();
            var read = YamlReader.TryRead(text, SourcePosition.StartOf("f.yaml"), bag, out var root);
            Assert.True(read || bag.HasErrors, text);
            Assert.True(read || root is null, text);
            Assert.All(bag.ToSorted(), d => Assert.True(d.Position is { Line: >= 1, Column: >= 1 }, text));
        }
    }, TestContext.Current.CancellationToken);

    private static (YamlNode? Root, IReadOnlyList<Diagnostic> Diagnostics) Read(string yaml)
    {
        var bag = new DiagnosticBag();
        YamlReader.TryRead(yaml, SourcePosition.StartOf("f.yaml"), bag, out var root);
        return (root, bag.ToSorted());
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(e => Scalars(e.Value).Prepend(e.Key)),
        _ => [],
    };
}
