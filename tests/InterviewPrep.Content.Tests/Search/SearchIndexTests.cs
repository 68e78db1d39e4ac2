using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Search;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private readonly CourseFolder _folder = new();
    private readonly SearchIndex _search;

    public SearchIndexTests() => _search = SearchIndex.Build(new CourseLoader(_folder.Root).Load(CourseFolder.Today));

    public void Dispose()
    {
        _search.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_title_ranks_above_a_mention()
    {
        var hits = _search.Search("alignment").Hits;
        Assert.Equal(("Alignment", "/lessons/dot-products#alignment"), (hits[0].Title, hits[0].Url));
        Assert.Equal("Attention › Dot products", hits[0].Context);
    }

    [Fact]
    public void Sections_questions_and_concepts_are_found()
    {
        var hits = _search.Search("variance").Hits;
        Assert.Equal(Enum.GetValues<SearchKind>().Order(), hits.Select(h => h.Kind).Distinct().Order());
        Assert.Contains(hits, h => h is { Kind: SearchKind.Concept, Url: "/glossary#attention.scaling" });
        Assert.Contains(hits, h => h is { Kind: SearchKind.Section, Url: "/lessons/scaling#why-the-square-root" });
    }

    [Fact]
    public void The_last_word_may_be_unfinished_and_others_not()
    {
        Assert.NotEmpty(_search.Search("orthog").Hits);
        Assert.Contains(_search.Search("right angl").Hits, h => h.Url == "/lessons/dot-products#orthogonality");
        Assert.Empty(_search.Search("ang zzzzzzzz").Hits);
    }

    [Theory]
    [InlineData("atention", "attention")]
    [InlineData("attentoin", "attention")]
    [InlineData("sofmax", "softmax")]
    [InlineData("orthogonalty", "orthogonality")]
    public void A_misspelt_word_finds_what_was_meant(string typed, string meant)
    {
        var results = _search.Search(typed);
        Assert.Equal(meant, results.Corrected);
        Assert.NotEmpty(results.Hits);
        Assert.Equal(typed, results.Query);
    }

    [Fact]
    public void A_word_that_is_there_is_not_mended() => Assert.Null(_search.Search("attention").Corrected);

    [Fact]
    public void Case_and_accents_make_no_difference()
    {
        Assert.NotEmpty(_search.Search("ÀLÍGNMENT").Hits);
        Assert.Equal(_search.Search("dot product").Hits.Select(h => h.Url), _search.Search("DOT Product").Hits.Select(h => h.Url));
    }

    [Fact]
    public void The_key_of_a_cloze_is_not_found()
    {
        var byKey = _search.Search("size").Hits;
        Assert.DoesNotContain(byKey, h => h.Kind == SearchKind.Question);
        Assert.Contains(_search.Search("grows").Hits, h => h.Kind == SearchKind.Question && string.Concat(h.Snippet.Select(s => s.Text)).Contains('…'));
        Assert.DoesNotContain(_search.Search("grows").Hits.SelectMany(h => h.Snippet), s => s.Text.Contains("dimension |", StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_and_explanations_are_not_found()
    {
        Assert.DoesNotContain(_search.Search("adds all four").Hits, h => h.Kind == SearchKind.Question && string.Concat(h.Snippet.Select(s => s.Text)).Contains("four", StringComparison.Ordinal));
        Assert.DoesNotContain(_search.Search("interviewer saturated").Hits, h => string.Concat(h.Snippet.Select(s => s.Text)).Contains("Saturated", StringComparison.Ordinal));
    }

    [Fact]
    public void A_snippet_marks_what_was_searched()
    {
        var hit = _search.Search("angles").Hits.Single(h => h.Kind == SearchKind.Section);
        Assert.Equal("angles", Assert.Single(hit.Snippet, s => s.IsMatch).Text);
        Assert.DoesNotContain(hit.Snippet, s => s.Text.Any(char.IsControl));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!!")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("🧠")]
    public void A_query_without_words_finds_nothing(string? query) => Assert.Empty(_search.Search(query).Hits);

    [Theory]
    [InlineData("\"attention")]
    [InlineData("attention\"*")]
    [InlineData("attention OR")]
    [InlineData("NEAR(attention, 2)")]
    [InlineData("NOT attention")]
    [InlineData("title:attention")]
    [InlineData("^attention")]
    [InlineData("-attention")]
    [InlineData("attention'; DROP TABLE entry; --")]
    [InlineData("attention\0x")]
    [InlineData("\u0001attention\u0002")]
    [InlineData("attention 🧠 𝒳 \uD83D")]
    [InlineData("a\u0301ttention")]
    [InlineData("(attention) {attention} [attention]")]
    [InlineData("attention AND AND OR NOT NEAR")]
    [InlineData("%_%attention")]
    public void Any_text_is_a_query(string query)
    {
        Assert.NotNull(_search.Search(query).Hits);
        Assert.NotEmpty(_search.Search("attention").Hits);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("a")]
    [InlineData("attention ")]
    [InlineData("🧠")]
    [InlineData("x🧠")]
    [InlineData("\"* ")]
    [InlineData("aé")]
    public Task Ten_thousand_characters_are_cut(string piece) => Task.Run(() =>
    {
        var results = _search.Search(string.Concat(Enumerable.Repeat(piece, 10_000)));
        Assert.True(results.Query.Length <= SearchIndex.MaximumQueryLength);
        Assert.False(results.Query.Length > 0 && char.IsHighSurrogate(results.Query[^1]));
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void The_limit_bounds_the_hits()
    {
        Assert.Single(_search.Search("the", 1).Hits);
        Assert.True(_search.Search("the", int.MaxValue).Hits.Count <= 100);
        Assert.Single(_search.Search("the", -5).Hits);
    }

    [Fact]
    public async Task Many_may_search_at_the_same_time()
    {
        var searches = Enumerable.Range(0, 40).Select(i => Task.Run(() => _search.Search(i % 2 == 0 ? "attention" : "atention").Hits.Count));
        Assert.Single((await Task.WhenAll(searches)).Distinct());
    }
}
