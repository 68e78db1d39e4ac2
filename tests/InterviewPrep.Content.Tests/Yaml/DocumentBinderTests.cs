using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Yaml;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Tests.Yaml;

public sealed class DocumentBinderTests
{
    [Fact]
    public void A_document_holds_its_values_and_their_places()
    {
        var (question, diagnostics) = Bind<QuestionDocument>("""
            id: q-1
            version: 2
            type: number
            concepts: [a.b, a.c]
            level: 3
            params: { layers: [24, 32.5], ctx: [1_000, 1e4] }
            prompt: "What?"
            answer: layers * ctx
            tolerance: { rel: 0.02 }
            explain: |
              Because.
            """);
        Assert.Empty(diagnostics);
        Assert.Equal(QuestionType.Number, question!.Type.Value);
        Assert.Equal(["a.b", "a.c"], question.Concepts.Select(c => c.Value));
        Assert.Equal([24, 32.5], question.Params["layers"].Value);
        Assert.Equal([1_000, 10_000], question.Params["ctx"].Value);
        Assert.Equal(0.02, question.Tolerance!.Rel!.Value);
        Assert.Null(question.Tolerance.Abs);
        Assert.Equal(("f.yaml", 4, 17), (question.Concepts[1].Position.File, question.Concepts[1].Position.Line, question.Concepts[1].Position.Column));
        Assert.Equal((7, 10), (question.Prompt.Position.Line, question.Prompt.Position.Column));
        Assert.Equal((11, 3), (question.Explain.Position.Line, question.Explain.Position.Column));
        Assert.Equal((9, 1), (question.PositionOf("tolerance").Line, question.PositionOf("tolerance").Column));
        Assert.Equal(question.Position, question.PositionOf("hints"));
        Assert.False(question.IsDamaged);
    }

    [Fact]
    public void An_optional_key_may_be_left_empty()
    {
        var (source, diagnostics) = Bind<SourceDocument>("id: a1\ntitle: T\nauthors: A\nyear: 2017\nurl:\nnote: ~\n");
        Assert.Empty(diagnostics);
        Assert.Null(source!.Url);
        Assert.Null(source.Note);
    }

    [Theory]
    [InlineData("year: 2017.5", "wrong-type")]
    [InlineData("year: 2e3", "wrong-type")]
    [InlineData("year: ' 2017'", "wrong-type")]
    [InlineData("year: 99999999999", "wrong-type")]
    [InlineData("year: 1599", "invalid-value")]
    [InlineData("year: 2201", "invalid-value")]
    [InlineData("year: [2017]", "wrong-type")]
    [InlineData("year: {a: 1}", "wrong-type")]
    [InlineData("year: ~", "wrong-type")]
    [InlineData("year: ''", "wrong-type")]
    public void A_number_is_a_number_in_its_range(string line, string code)
    {
        var (source, diagnostics) = Bind<SourceDocument>($"id: a1\ntitle: T\nauthors: A\n{line}\n");
        Assert.Null(source);
        Assert.Equal(code, Assert.Single(diagnostics).Code);
        Assert.Equal((4, 7), (diagnostics[0].Position.Line, diagnostics[0].Position.Column));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", true)]
    [InlineData("True", false)]
    [InlineData("yes", false)]
    [InlineData("1", false)]
    public void A_truth_is_true_or_false(string value, bool isTruth) =>
        Assert.Equal(isTruth, Bind<OptionDocument>($"id: a\ntext: T\ncorrect: {value}\n").Diagnostics.Count == 0);

    [Theory]
    [InlineData("single", true)]
    [InlineData("Single", false)]
    [InlineData("0", false)]
    [InlineData("single, multi", false)]
    public void A_type_is_one_of_its_names(string value, bool isType) =>
        Assert.Equal(isType, Bind<QuestionDocument>($"id: q\nversion: 1\ntype: {value}\nconcepts: [a.b]\nlevel: 1\nprompt: P\nexplain: E\n").Diagnostics.Count == 0);

    [Theory]
    [InlineData("a-b", true)]
    [InlineData("a1-2b", true)]
    [InlineData("A-b", false)]
    [InlineData("a_b", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("../a", false)]
    [InlineData("a/b", false)]
    [InlineData("é", false)]
    [InlineData("\"a\\n\"", false)]
    [InlineData("\"a \"", false)]
    public void An_id_is_lower_case_kebab_case(string id, bool isId)
    {
        var (_, diagnostics) = Bind<RetiredDocument>($"id: {id}\n");
        Assert.Empty(diagnostics);
        Assert.Equal(isId ? [] : ["invalid-id"], Bind<SourceDocument>($"id: {id}\ntitle: T\nauthors: A\nyear: 2017\n").Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/1", true)]
    [InlineData("http://arxiv.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("'https://a b'", false)]
    [InlineData("'https://a\"onclick=x'", false)]
    public void An_address_is_https(string url, bool isAddress) =>
        Assert.Equal(isAddress, Bind<SourceDocument>($"id: a1\ntitle: T\nauthors: A\nyear: 2017\nurl: {url}\n").Diagnostics.Count == 0);

    [Fact]
    public void An_unknown_key_names_the_one_that_was_meant_or_all_there_are()
    {
        var (module, diagnostics) = Bind<ModuleDocument>("id: a\ntitle: T\nsummary: S\nlessons: []\nsumary: x\ncolour: y\n");
        Assert.NotNull(module);
        Assert.Equal(["Did you mean 'summary'?", "The keys are id, title, summary, lessons."], diagnostics.Select(d => d.Mend));
        Assert.Equal([(5, 1), (6, 1)], diagnostics.Select(d => (d.Position.Line, d.Position.Column)));
    }

    [Fact]
    public void Every_mistake_of_a_document_is_reported_at_once()
    {
        var (_, diagnostics) = Bind<SourceDocument>("id: A1\ntitel: T\nyear: old\nurl: ftp://x\n");
        Assert.Equal(["1 invalid-id", "1 missing-key", "2 unknown-key", "3 wrong-type", "4 invalid-id"], diagnostics.Select(d => $"{d.Position.Line} {d.Code}").Order());
    }

    [Fact]
    public void A_part_that_cannot_be_used_damages_the_whole()
    {
        var (question, diagnostics) = Bind<QuestionDocument>("id: q\nversion: 1\ntype: single\nconcepts: [a.b]\nlevel: 1\nprompt: P\nexplain: E\noptions:\n  - { id: a, text: A }\n  - { id: b }\n");
        Assert.Single(diagnostics);
        Assert.True(question!.IsDamaged);
        Assert.Single(question.Options);
    }

    [Fact]
    public void A_document_that_cannot_be_used_leaves_its_id()
    {
        var bag = new DiagnosticBag();
        var binder = new DocumentBinder(bag);
        Assert.True(YamlReader.TryRead("- { id: a1, title: T }\n- { id: b1, title: T, authors: A, year: 2000 }\n", SourcePosition.StartOf("f.yaml"), bag, out var root));
        Assert.Equal(["b1"], binder.BindList<SourceDocument>(root)!.Select(s => s.Id.Value));
        Assert.Equal(["a1"], binder.Unusable);
    }

    [Fact]
    public void A_long_key_does_not_fill_the_message()
    {
        var (_, diagnostics) = Bind<RetiredDocument>($"id: a\n? {new string('k', 5_000)}\n: x\n");
        Assert.True(Assert.Single(diagnostics).Message.Length < 200);
    }

    private static (T? Document, IReadOnlyList<Diagnostic> Diagnostics) Bind<T>(string yaml)
        where T : Document
    {
        var bag = new DiagnosticBag();
        Assert.True(YamlReader.TryRead(yaml, SourcePosition.StartOf("f.yaml"), bag, out var root));
        return (new DocumentBinder(bag).Bind<T>(root, "f.yaml"), bag.ToSorted());
    }
}
