using AngleSharp.Dom;
using Bunit;
using InterviewPrep.Testing;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Courses;
using InterviewPrep.Web.Features.Diagnostics;
using InterviewPrep.Web.Features.Errors;
using InterviewPrep.Web.Features.Glossary;
using InterviewPrep.Web.Features.Home;
using InterviewPrep.Web.Features.Modules;
using InterviewPrep.Web.Features.Search;
using InterviewPrep.Web.Features.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Web.Tests.Features;

public sealed class PagesTests : PageTest
{
    [Fact]
    public void The_content_of_these_tests_has_no_errors() =>
        Assert.Empty(Catalog.Current.Diagnostics.Where(d => d.Severity == Content.Diagnostics.DiagnosticSeverity.Error).Select(d => d.ToString()));

    [Fact]
    public void Home_leads_to_the_first_lesson_and_to_every_module()
    {
        var page = Render<HomePage>();

        Assert.Equal("A course for nobody.", page.Find("h1").TextContent);
        Assert.Equal("/lessons/queues", page.Find(".btn.main").GetAttribute("href"));
        Assert.Equal(["/modules/basics", "/modules/further"], Hrefs(page.FindAll(".modules h3 a")));
        Assert.Contains("2 lessons · 1 h 8 min", page.Find(".modules").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Course_map_lists_lessons_with_minutes_and_questions()
    {
        var page = Render<CoursePage>();

        Assert.Equal(["/lessons/queues", "/lessons/stacks", "/lessons/trees"], Hrefs(page.FindAll(".lessons h3 a")));
        Assert.Equal("8 min 8 questions", page.Find(".lessons .amount").TextContent);
        Assert.NotEmpty(page.FindAll(".lessons math"));
    }

    [Fact]
    public void Concept_map_says_in_words_what_its_arcs_show()
    {
        var page = Render<CoursePage>();

        Assert.Equal(["/glossary#queue.order", "/glossary#queue.cost", "/glossary#stack.order", "/glossary#tree.leaves"], Hrefs(page.FindAll(".concept-grid [data-row] a")));
        Assert.Equal(2, page.FindAll(".concept-grid path").Count);
        Assert.Equal(["builds on Order of a queue", "builds on Order of a queue"], page.FindAll(".needs").Select(n => n.TextContent));
        Assert.Equal("true", page.Find(".concept-grid svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Module_page_shows_what_is_around_it()
    {
        var page = Render<ModulePage>(p => p.Add(m => m.Id, "basics"));

        Assert.Equal("The basics", page.Find("h1").TextContent);
        Assert.Equal("/modules/further", page.Find(".turn .next").GetAttribute("href"));
        Assert.Empty(page.FindAll(".turn .previous"));
        Assert.Equal(3, page.FindAll(".chips a").Count);
    }

    [Fact]
    public void Cheat_sheet_holds_the_key_facts_below_their_lessons()
    {
        var page = Render<CheatSheetPage>(p => p.Add(s => s.Id, "basics"));

        Assert.Equal("The basics: cheat sheet", page.Find("h1").TextContent);
        Assert.Equal(["/lessons/queues#lesson-facts"], Hrefs(page.FindAll("h2 a")));
        Assert.Equal("A queue is <strong>fair</strong>.", Assert.Single(page.FindAll("section li")).InnerHtml);
    }

    [Fact]
    public void Module_and_course_lead_to_a_cheat_sheet_where_there_are_facts()
    {
        Assert.NotEmpty(Render<ModulePage>(p => p.Add(m => m.Id, "basics")).FindAll("[href='/modules/basics/cheat-sheet']"));
        Assert.Empty(Render<ModulePage>(p => p.Add(m => m.Id, "further")).FindAll("[href='/modules/further/cheat-sheet']"));
        Assert.Single(Render<CoursePage>().FindAll("[href$='/cheat-sheet']"));
    }

    [Fact]
    public void Cheat_sheet_of_an_unknown_module_is_a_404()
    {
        var page = Render<CheatSheetPage>(p => p.Add(s => s.Id, "basic"));

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.Equal("/modules/basics", page.Find(".near a").GetAttribute("href"));
    }

    [Fact]
    public void Unknown_module_is_a_404_that_offers_the_nearest()
    {
        var page = Render<ModulePage>(p => p.Add(m => m.Id, "basic"));

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.Equal("There is no such module.", page.Find("h1").TextContent);
        Assert.Equal("/modules/basics", page.Find(".near a").GetAttribute("href"));
    }

    [Fact]
    public void Glossary_defines_each_concept_where_links_expect_it()
    {
        var page = Render<GlossaryPage>();

        var entry = page.Find("[id='queue.order']");
        Assert.NotNull(entry.QuerySelector("math"));
        Assert.Equal("/lessons/queues#order", entry.QuerySelector(".where a")!.GetAttribute("href"));
        Assert.Equal("It keeps the order.", entry.QuerySelector(".belief p")!.TextContent);
        Assert.Contains("#queue.order", Hrefs(page.FindAll("[id='stack.order'] .where a")));
    }

    [Fact]
    public void A_concept_that_no_lesson_teaches_stands_last_in_glossary_and_map()
    {
        Folder.Add("concepts.yaml", "\n- { id: sorting.merge, title: Merge sort, needs: [tree.leaves], definition: It merges. }\n");

        var glossary = Render<GlossaryPage>();

        Assert.Equal("#beyond-the-lessons", Hrefs(glossary.FindAll(".chips a")).Last());
        Assert.Equal("Beyond the lessons", Words(glossary.Find("#beyond-the-lessons")));
        Assert.Equal("Builds on Leaves.", Words(glossary.Find("[id='sorting.merge'] .where")));
        var map = Render<CoursePage>();
        Assert.Equal("Beyond the lessons", Words(map.FindAll(".concept-grid .heading")[^1]));
        Assert.Equal("/glossary#sorting.merge", Hrefs(map.FindAll(".concept-grid [data-row] a")).Last());
    }

    [Fact]
    public void Sources_are_sorted_and_know_who_cites_them()
    {
        var page = Render<SourcesPage>();

        Assert.Equal(["source-alpha2017", "source-gamma2001", "source-zeta2020"], page.FindAll(".source-list li").Select(l => l.Id));
        Assert.Equal(["/lessons/queues#source-alpha2017", "/lessons/stacks#source-alpha2017"], Hrefs(page.FindAll("#source-alpha2017 .cited a")));
        Assert.Empty(page.FindAll("#source-zeta2020 .cited"));

        // One that no lesson cites, and a question does.
        Folder.Write("basics/queues.quiz.yaml", File.ReadAllText(Path.Combine(Folder.Path, "basics/queues.quiz.yaml")).Replace("[alpha2017]", "[alpha2017, zeta2020]", StringComparison.Ordinal));
        Assert.True(Catalog.Reload());
        Assert.Equal("Cited by questions.", Render<SourcesPage>().Find("#source-zeta2020 .cited").TextContent);
    }

    [Fact]
    public void Search_marks_what_was_found()
    {
        Navigation.NavigateTo("/search?q=line");
        var page = Render<SearchPage>();

        Assert.Equal("line", page.Find("input").GetAttribute("value"));
        Assert.Equal("/lessons/queues", page.Find(".hit").GetAttribute("href"));
        Assert.Equal("line", page.Find("mark").TextContent);
        Assert.Equal("One result for “line”.", page.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void Search_says_which_query_it_answered_instead()
    {
        Navigation.NavigateTo("/search?q=branhc");
        var page = Render<SearchPage>();

        Assert.Equal("Nothing found for “branhc”. Showing results for branch", Words(page.Find("[role=status]")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?q=", "")]
    [InlineData("?q=%20%22*%20NEAR(", "Nothing found for “\"* NEAR(”.")]
    [InlineData("?q=zzzzzz", "Nothing found for “zzzzzz”.")]
    [InlineData("?q=<script>x", "Nothing found for “<script>x”.")]
    public void Search_without_results_leads_on(string query, string status)
    {
        Navigation.NavigateTo("/search" + query);
        var page = Render<SearchPage>();

        Assert.Equal(status, Words(page.Find("[role=status]")));
        Assert.Equal(["/course", "/glossary"], Hrefs(page.FindAll("#results a")));
        Assert.Empty(page.FindAll("#results script"));
    }

    [Fact]
    public void Error_page_has_a_way_out() =>
        Assert.Equal(["/course", "/"], Hrefs(Render<ErrorPage>().FindAll(".actions a")));

    [Fact]
    public void Diagnostics_are_shown_in_development_with_the_mend()
    {
        Environment.EnvironmentName = Environments.Development;
        Folder.Write("further/trees.md", "---\nid: trees\ntitle: Trees\nsummary: They branch.\nminutes: 12\nobjectives: [Count]\nconcepts: []\nneeds: [nobody]\n---\nText\n");

        var page = Render<DiagnosticsPage>();

        Assert.Contains(page.FindAll(".diagnostics .error"), e => e.TextContent.Contains("further/trees.md", StringComparison.Ordinal));
        Assert.All(page.FindAll(".diagnostics li"), e => Assert.Contains("Mend: ", e.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rejected_edit_is_shown_while_the_last_good_edition_stays()
    {
        Environment.EnvironmentName = Environments.Development;
        _ = Catalog.Current;
        Folder.Write("further/trees.md", "---\nid: trees\ntitle: Trees\nsummary: They branch.\nminutes: 12\nobjectives: [Count]\nconcepts: [tree.leaves]\nneeds: [nobody]\n---\n## Leaves {#leaves}\n\nText, longer than it was\n");
        Catalog.Reload();

        Assert.Equal("The last edit is not served.", Render<DiagnosticsPage>().Find("h1").TextContent);
    }

    [Fact]
    public void Diagnostics_do_not_exist_in_production()
    {
        var page = Render<DiagnosticsPage>();

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.DoesNotContain(Folder.Path, page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_course_the_page_says_how_to_point_at_one(bool exists)
    {
        Folder.Dispose();
        Folder = new ScreenCourse();
        if (!exists) Directory.Delete(Folder.Path);

        var page = Render<CourseLayout>(p => p.Add(l => l.Body, (RenderFragment)(b => b.AddContent(0, "the page"))));

        Assert.Contains(Folder.Path, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Content:Path", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("the page", page.Markup, StringComparison.Ordinal);
        Directory.CreateDirectory(Folder.Path);
    }

    private static IEnumerable<string?> Hrefs(IEnumerable<IElement> links) => links.Select(l => l.GetAttribute("href"));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
