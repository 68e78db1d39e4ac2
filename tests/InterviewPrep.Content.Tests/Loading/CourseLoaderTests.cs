using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Questions;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Loading;

public sealed class CourseLoaderTests
{
    [Fact]
    public void A_course_is_read_as_it_is_written()
    {
        using var folder = new CourseFolder();
        var loaded = new CourseLoader(folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        var course = loaded.Course;
        Assert.Equal(("miniature", "Miniature course"), (course.Id, course.Title));
        Assert.Equal([("1.1", "dot-products"), ("1.2", "scaling")], course.Lessons.Select(l => (l.Number, l.Id)));
        var lesson = course.FindLesson("scaling")!;
        Assert.Equal(["why-the-square-root", "cost"], lesson.Sections.Select(s => s.Id));
        Assert.Equal(["dot-products"], lesson.Needs);
        Assert.Equal(new DateOnly(2026, 11, 1), lesson.Reviewed);
        Assert.InRange(lesson.Words, 30, 80);
        Assert.Equal(["attention.dot-products"], course.FindConcept("attention.scaling")!.Needs);
        Assert.Equal(Enum.GetValues<QuestionType>().Order(), course.Questions.Select(q => q.Type).Order());
        Assert.Equal("dot-01", course.Questions[0].Id);
        var number = Assert.IsType<NumberQuestion>(course.FindQuestion("scale-02"));
        Assert.Equal(4, number.Variants.Count);
        Assert.Equal("scale-by-length", Assert.Single(number.Slips).Misconception);
        Assert.Equal(["dimension", "size"], Assert.Single(Assert.IsType<ClozeQuestion>(course.FindQuestion("scale-06")).Blanks).Accept);
        Assert.Equal(["scale-02"], course.FindQuestion("scale-01")!.FollowUps);
    }

    [Fact]
    public void Counts_say_how_much_there_is()
    {
        using var folder = new CourseFolder();
        var counts = new CourseLoader(folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken).Counts;
        Assert.Equal((1, 2, 8, 2, 1, 1, 3), (counts.Modules, counts.Lessons, counts.Questions, counts.Concepts, counts.Misconceptions, counts.Sources, counts.Checks));
        Assert.All(counts.QuestionsByType, c => Assert.Equal(1, c.Value));
        Assert.Equal([2, 3, 2, 1], counts.QuestionsByLevel.Values);
        Assert.Equal(["1", "2", "3", "4"], counts.QuestionsByLevel.Keys);
    }

    [Fact]
    public void A_deck_holds_questions_without_a_lesson()
    {
        using var folder = new CourseFolder(("decks/breadth.quiz.yaml", """
            deck: breadth
            title: Breadth
            description: A bit of everything.
            questions:
              - id: breadth-01
                version: 1
                type: text
                concepts: [attention.scaling]
                level: 1
                prompt: What is it?
                accept: ["it"]
                explain: It.
                sources: [vaswani2017]

            """));
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Empty(diagnostics);
        Assert.Equal(("breadth", "Breadth"), (Assert.Single(loaded.Course.Decks).Id, loaded.Course.Decks[0].Title));
        var question = loaded.Course.Questions[^1];
        Assert.Equal(("breadth-01", "breadth", (string?)null), (question.Id, question.Deck, question.Lesson));
    }

    [Fact]
    public void A_concept_that_only_decks_ask_for_needs_no_lesson()
    {
        var questions = string.Concat(Enumerable.Range(1, 3).Select(level => $"""
              - id: trees-0{level}
                version: 1
                type: text
                concepts: [classical.trees]
                level: {level}
                prompt: What is at its top?
                accept: ["root"]
                explain: The root.
                sources: [vaswani2017]

            """));
        using var folder = new CourseFolder(("decks/breadth.quiz.yaml", "deck: breadth\nquestions:\n" + questions));
        folder.Write("concepts.yaml", CourseFolder.Valid["concepts.yaml"] + "- { id: classical.trees, title: Trees, needs: [attention.scaling], definition: They branch. }\n");
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Empty(diagnostics);
        Assert.Equal("classical.trees", Assert.Single(loaded.Course.ConceptsOutsideLessons).Id);
        Assert.Null(loaded.Course.FindConcept("classical.trees")!.Place);
    }

    [Fact]
    public void An_unchanged_file_is_not_parsed_again()
    {
        using var folder = new CourseFolder();
        var loader = new CourseLoader(folder.Root);
        var first = loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        var second = loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        Assert.All(first.Texts, t => Assert.Same(t.Value, second.Texts[t.Key]));
        Assert.All(first.Sources.Questions, q => Assert.Same(q.Value.Document, second.Sources.Questions[q.Key].Document));
        folder.Edit("attention/scaling.md", "is not small.", "is large.");
        var third = loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        Assert.Same(first.Texts["dot-products"], third.Texts["dot-products"]);
        Assert.NotSame(first.Texts["scaling"], third.Texts["scaling"]);
        Assert.Contains("is large.", third.Texts["scaling"].Body, StringComparison.Ordinal);
        Assert.All(first.Sources.Questions, q => Assert.Same(q.Value.Document, third.Sources.Questions[q.Key].Document));
        Assert.Same(first.Sources.Concepts[0], third.Sources.Concepts[0]);
    }

    [Fact]
    public void An_unchanged_file_keeps_its_diagnostics()
    {
        using var folder = new CourseFolder();
        folder.Edit("attention/scaling.md", "## Cost {#cost}", "#### Cost {#cost}");
        var loader = new CourseLoader(folder.Root);
        var first = loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken).Diagnostics;
        Assert.Equal(DiagnosticRules.HeadingLevel, Assert.Single(first).Rule);
        Assert.Equal(first, loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken).Diagnostics);
    }

    [Fact]
    public void Files_come_and_go()
    {
        using var folder = new CourseFolder();
        var loader = new CourseLoader(folder.Root);
        loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        File.Delete(folder.PathOf("attention/dot-products.quiz.yaml"));
        Assert.Null(loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken).Course.FindQuestion("dot-01"));
        folder.Write("attention/dot-products.quiz.yaml", CourseFolder.Valid["attention/dot-products.quiz.yaml"]);
        Assert.NotNull(loader.Load(CourseFolder.Today, TestContext.Current.CancellationToken).Course.FindQuestion("dot-01"));
    }

    [Fact]
    public void A_load_can_be_stopped()
    {
        using var folder = new CourseFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new CourseLoader(folder.Root).Load(CourseFolder.Today, stop.Token));
    }

    [Fact]
    public void An_empty_folder_is_an_empty_course_without_a_diagnostic()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var loaded = new CourseLoader(folder.FullName).Load(CourseFolder.Today, TestContext.Current.CancellationToken);
            Assert.True(loaded.IsEmpty);
            Assert.Empty(loaded.Diagnostics);
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void A_draft_beside_the_course_is_a_warning_and_not_in_it()
    {
        using var folder = new CourseFolder(
            ("attention/draft.md", CourseFolder.Valid["attention/scaling.md"].Replace("id: scaling", "id: draft", StringComparison.Ordinal)),
            ("attention/draft.quiz.yaml", CourseFolder.Valid["attention/scaling.quiz.yaml"].Replace("lesson: scaling", "lesson: draft", StringComparison.Ordinal)));
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Equal(["not-listed attention/draft.md:1:1", "not-listed attention/draft.quiz.yaml:1:1"], new Checked(loaded, diagnostics).Places);
        Assert.Equal(8, loaded.Course.Questions.Length);
    }

    [Fact]
    public void A_module_that_cannot_be_read_is_one_diagnostic_however_much_hangs_on_it()
    {
        using var folder = new CourseFolder();
        folder.Write("attention/module.yaml", "id: attention\n");
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.All(diagnostics, d => Assert.Equal(("attention/module.yaml", DiagnosticRules.MissingKey), (d.Position.File, d.Rule)));
        Assert.Equal(3, diagnostics.Length);
        Assert.True(loaded.IsEmpty);
    }

    [Fact]
    public void A_text_that_cannot_be_read_has_perhaps_all_the_sections_that_are_named()
    {
        using var folder = new CourseFolder();
        folder.Edit("attention/scaling.md", "The scores are scaled before the softmax.", new string('>', 50) + " x");
        Assert.Equal(["markdown-too-complex attention/scaling.md:16:1"], Checked.Folder(folder).Places);
    }

    [Fact]
    public void Warnings_of_coverage_wait_until_the_questions_can_be_read()
    {
        using var folder = new CourseFolder();
        folder.Edit("attention/dot-products.quiz.yaml", "questions:", "questions: [");
        Assert.Equal(["yaml-invalid"], Checked.Folder(folder).Diagnostics.Select(d => d.Code));
    }
}
