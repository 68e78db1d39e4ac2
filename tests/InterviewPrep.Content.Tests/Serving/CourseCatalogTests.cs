using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Content.Tests.Serving;

public sealed class CourseCatalogTests : IDisposable
{
    private readonly CourseFolder _folder = new();
    private readonly ErrorLog _log = new();
    private CourseCatalog? _catalog;

    public void Dispose()
    {
        _catalog?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_first_edition_is_what_the_folder_says()
    {
        var catalog = Open();
        Assert.Equal(1, catalog.Current.Number);
        Assert.Equal(2, catalog.Current.Course.Lessons.Length);
        Assert.Empty(catalog.Current.Diagnostics);
        Assert.Empty(catalog.Rejected);
        Assert.Equal(_folder.Root, catalog.Root);
    }

    [Fact]
    public void An_edit_is_served()
    {
        var catalog = Open();
        var before = catalog.Current;
        var changed = new List<long>();
        catalog.Changed += e => changed.Add(e.Number);
        _folder.Edit("attention/scaling.md", "is not small.", "is *large*.");
        Assert.True(catalog.Reload());
        Assert.Equal(2, catalog.Current.Number);
        Assert.Equal([2], changed);
        Assert.Contains("is <em>large</em>.", Html(catalog.Current), StringComparison.Ordinal);
        Assert.Contains("is not small.", Html(before), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changed_is_no_edition()
    {
        var catalog = Open();
        catalog.Changed += _ => Assert.Fail("There is no other edition.");
        Assert.False(catalog.Reload());
        Assert.Equal(1, catalog.Current.Number);
    }

    [Theory]
    [InlineData("attention/scaling.md", "is not small.", "is $\\sqroot{x}$.")]
    [InlineData("attention/scaling.md", "minutes: 10", "minutes: ten")]
    [InlineData("attention/scaling.md", "## Cost {#cost}", "## Cost")]
    [InlineData("attention/scaling.quiz.yaml", "answer: \"2 *", "answer: \"2 **")]
    [InlineData("attention/scaling.quiz.yaml", "explain: The softmax comes last.", "explain: The [softmax](javascript:x).")]
    [InlineData("attention/figures/spread.svg", "<title>", "<script/><title>")]
    [InlineData("concepts.yaml", "definition: A sum of products, $q \\cdot k$.", "definition: A sum, $\\sqroot{x}$.")]
    [InlineData("sources.yaml", "id: vaswani2017", "id: vaswani2018")]
    [InlineData("course.yaml", "modules: [attention]", "modules: [attention")]
    [InlineData("attention/module.yaml", "[dot-products, scaling]", "[scaling]")]
    public void A_broken_edit_keeps_the_last_good_edition_and_mending_it_is_served(string file, string old, string broken)
    {
        var catalog = Open();
        var html = Html(catalog.Current);
        _folder.Edit(file, old, broken);
        Assert.False(catalog.Reload());
        Assert.Equal(1, catalog.Current.Number);
        Assert.NotEmpty(catalog.Rejected);
        Assert.All(catalog.Rejected, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));
        Assert.Equal(html, Html(catalog.Current));
        Assert.Contains(_log.Errors, e => e.Contains("last good edition", StringComparison.Ordinal));
        Assert.Contains(_log.Errors, e => e.Contains(catalog.Rejected[0].Code, StringComparison.Ordinal));
        _folder.Edit(file, broken, old);
        Assert.True(catalog.Reload());
        Assert.Equal(2, catalog.Current.Number);
        Assert.Empty(catalog.Rejected);
    }

    [Fact]
    public void A_figure_that_was_shown_stays_while_its_edit_is_refused()
    {
        var catalog = Open();
        Assert.Contains("M0 60 H680", Html(catalog.Current), StringComparison.Ordinal);
        _folder.Edit("attention/figures/spread.svg", "<title>", "<script/><title>");
        Assert.False(catalog.Reload());
        var lesson = catalog.Current.Course.FindLesson("scaling")!;
        Assert.Contains("M0 60 H680", string.Concat(catalog.Current.Renderer.Render(lesson).Parts.OfType<LessonPart.Html>().Select(p => p.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_edited_is_drawn_anew()
    {
        var catalog = Open();
        Assert.Contains("M0 60 H680", Html(catalog.Current), StringComparison.Ordinal);
        _folder.Edit("attention/figures/spread.svg", "M0 60 H680", "M0 90 H680");
        Assert.True(catalog.Reload());
        Assert.Contains("M0 90 H680", Html(catalog.Current), StringComparison.Ordinal);
    }

    [Fact]
    public void Putting_the_old_file_back_clears_what_was_refused()
    {
        var catalog = Open();
        var path = _folder.PathOf("attention/scaling.md");
        var (text, time) = (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        _folder.Edit("attention/scaling.md", "minutes: 10", "minutes: ten");
        catalog.Reload();
        Assert.NotEmpty(catalog.Rejected);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, time);
        Assert.False(catalog.Reload());
        Assert.Empty(catalog.Rejected);
    }

    [Fact]
    public void A_course_that_starts_with_errors_serves_the_rest()
    {
        _folder.Edit("attention/scaling.quiz.yaml", "answer: \"2 *", "answer: \"2 **");
        var catalog = Open();
        Assert.Equal(7, catalog.Current.Course.Questions.Length);
        Assert.Equal("invalid-expression", Assert.Single(catalog.Current.Diagnostics).Code);
        Assert.Empty(catalog.Rejected);
        _folder.Edit("attention/dot-products.md", "multiplies and adds", "multiplies, then adds");
        Assert.True(catalog.Reload());
        Assert.Equal("invalid-expression", Assert.Single(catalog.Current.Diagnostics).Code);
        _folder.Edit("attention/scaling.quiz.yaml", "answer: \"2 **", "answer: \"2 *");
        Assert.True(catalog.Reload());
        Assert.Equal(8, catalog.Current.Course.Questions.Length);
        Assert.Empty(catalog.Current.Diagnostics);
    }

    [Fact]
    public void An_error_that_only_rendering_finds_is_not_new_because_it_was_not_known()
    {
        _folder.Edit("attention/scaling.md", "is not small.", "is $\\sqroot{x}$.");
        var catalog = Open();
        Assert.Empty(catalog.Current.Diagnostics);
        _folder.Edit("attention/scaling.md", "The scores are scaled", "The scores are divided");
        Assert.True(catalog.Reload());
        Assert.Equal("tex-invalid", Assert.Single(catalog.Current.Diagnostics).Code);
        _folder.Edit("attention/scaling.md", "The scores are divided", "The $\\sqroot{x}$ scores are divided");
        Assert.False(catalog.Reload());
        Assert.Single(catalog.Rejected);
    }

    [Fact]
    public void What_inspection_found_stays_known_when_another_file_changes()
    {
        _folder.Edit("attention/scaling.md", "is not small.", "is $\\sqroot{x}$.");
        var catalog = Open();
        catalog.Inspect(TestContext.Current.CancellationToken);
        Assert.Equal("tex-invalid", Assert.Single(catalog.Current.Diagnostics).Code);
        _folder.Edit("attention/dot-products.md", "multiplies and adds", "multiplies, then adds");
        Assert.True(catalog.Reload());
        Assert.Equal("tex-invalid", Assert.Single(catalog.Current.Diagnostics).Code);
    }

    [Fact]
    public void An_inspection_can_be_stopped()
    {
        var catalog = Open();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        catalog.Inspect(stop.Token);
        Assert.Empty(catalog.Current.Diagnostics);
    }

    [Fact]
    public void An_empty_folder_serves_an_empty_course_until_there_is_one()
    {
        var empty = Directory.CreateTempSubdirectory();
        try
        {
            using var catalog = new CourseCatalog(Path.Combine(empty.FullName, "content"), new FakeTimeProvider(), _log);
            Assert.True(catalog.Current.Loaded.IsEmpty);
            Assert.Equal(DiagnosticRules.FolderMissing, Assert.Single(catalog.Current.Diagnostics).Rule);
            Directory.CreateDirectory(catalog.Root);
            foreach (var (path, text) in CourseFolder.Valid)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(catalog.Root, path))!);
                File.WriteAllText(Path.Combine(catalog.Root, path), text);
            }

            Assert.True(catalog.Reload());
            Assert.Equal(2, catalog.Current.Course.Lessons.Length);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_lesson_is_rendered_once_for_an_edition()
    {
        var catalog = Open();
        var lesson = catalog.Current.Course.FindLesson("scaling")!;
        var rendered = new RenderedLesson[8];
        Parallel.For(0, rendered.Length, i => rendered[i] = catalog.Current.Render(lesson));
        Assert.All(rendered, r => Assert.Same(rendered[0], r));
    }

    [Fact]
    public void A_lesson_is_cut_where_its_checks_stand_and_lists_what_it_cites()
    {
        var rendered = Open().Current.Render(_catalog!.Current.Course.FindLesson("dot-products")!);
        Assert.Equal(["Html", "Check", "Html"], rendered.Parts.Select(p => p.GetType().Name));
        Assert.Equal(["vaswani2017"], rendered.Cited.Select(s => s.Id));
        Assert.True(rendered.HasMath);
        Assert.Equal(["A dot product of orthogonal vectors is 0."], rendered.Facts);
    }

    [Fact]
    public void A_prompt_gives_nothing_away()
    {
        var edition = Open().Current;
        var cloze = edition.RenderPrompt(edition.Course.FindQuestion("scale-06")!, 0);
        Assert.DoesNotContain("dimension", cloze.Prompt, StringComparison.Ordinal);
        Assert.Contains("data-blank=\"what\"", cloze.Prompt, StringComparison.Ordinal);
        var match = edition.RenderPrompt(edition.Course.FindQuestion("scale-05")!, 0);
        Assert.Equal(["dimension of a key", "length of the sequence", "number of layers"], match.Targets);
        Assert.Equal(2, match.Choices.Length);
        var number = edition.RenderPrompt(edition.Course.FindQuestion("scale-02")!, 0);
        Assert.Contains("24 layers and a context of 2,048 tokens", number.Prompt, StringComparison.Ordinal);
        var feedback = edition.Renderer.RenderFeedback(edition.Course.FindQuestion("scale-07")!, new Dictionary<string, double>());
        Assert.Equal(2, feedback.KeyPoints.Length);
        Assert.Contains("brings it back to one", feedback.Model, StringComparison.Ordinal);
    }

    private CourseCatalog Open()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(CourseFolder.Today, TimeOnly.MinValue, TimeSpan.Zero));
        return _catalog = new CourseCatalog(_folder.Root, clock, _log);
    }

    private static string Html(CourseEdition edition) =>
        string.Concat(edition.Render(edition.Course.FindLesson("scaling")!).Parts.OfType<LessonPart.Html>().Select(p => p.Value));

    private sealed class ErrorLog : ILogger<CourseCatalog>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error) Errors.Add(formatter(state, exception));
        }
    }
}
