using Bunit;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Lessons;

namespace InterviewPrep.Web.Tests.Features;

public sealed class LessonPageTests : PageTest
{
    private IRenderedComponent<LessonPage> Lesson(string id) => Render<LessonPage>(p => p.Add(l => l.Id, id));

    [Fact]
    public void A_lesson_shows_its_text_with_all_that_belongs_to_it()
    {
        var page = Lesson("queues");

        Assert.Equal("Queues & order", page.Find("h1").TextContent);
        Assert.Equal("8 min", page.Find(".meta span").TextContent);
        Assert.Equal("2026-11-25", page.Find("time").GetAttribute("datetime"));
        Assert.Equal(2, page.FindAll(".goals li").Count);
        Assert.Equal("A queue is fair.", page.Find(".facts li").TextContent);
        Assert.Equal(["source-alpha2017", "source-gamma2001"], page.FindAll(".lesson-sources li").Select(l => l.Id));
        Assert.Equal("/lessons/stacks", page.Find(".turn .next").GetAttribute("href"));
        Assert.NotNull(page.Find("article .formula math"));
        Assert.Equal("page", page.Find(".side a[href='/lessons/queues']").GetAttribute("aria-current"));
    }

    [Fact]
    public void A_lesson_says_what_it_builds_on() =>
        Assert.Equal("/lessons/queues", Lesson("stacks").Find(".builds a").GetAttribute("href"));

    [Fact]
    public void Contents_lead_to_anchors_that_are_there()
    {
        var page = Lesson("queues");

        var targets = page.FindAll(".toc a").Select(a => a.GetAttribute("href")![1..]).ToArray();
        Assert.Equal(["order", "steps", LessonView.FactsAnchor, LessonView.SourcesAnchor], targets);
        Assert.All(targets, id => Assert.Single(page.FindAll($"[id='{id}']")));
        Assert.Equal(targets, page.FindAll("details.contents a").Select(a => a.GetAttribute("href")![1..]));
    }

    [Fact]
    public void Every_id_of_a_lesson_is_there_once()
    {
        var ids = Lesson("queues").FindAll("[id]").Select(e => e.Id).ToArray();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_bare_lesson_shows_no_empty_parts()
    {
        var page = Lesson("trees");

        Assert.Empty(page.FindAll(".facts, .lesson-sources, time, .builds"));
        Assert.Empty(page.FindAll(".turn .next"));
    }

    [Fact]
    public void Checks_show_every_type_of_question_and_nothing_of_a_key()
    {
        var page = Lesson("queues");

        Assert.Equal(8, page.FindAll(".check").Count);
        Assert.DoesNotContain(ScreenCourse.Secret, page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("correct", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("291", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".check input, .check [data-key], .check [hidden]"));
    }

    [Fact]
    public void Checks_say_how_they_are_asked()
    {
        var page = Lesson("queues");

        Assert.Contains("97 bytes", page.Find("#check-q-number .prompt").TextContent, StringComparison.Ordinal);
        Assert.Equal("A number is asked, in B.", page.Find("#check-q-number .hint").TextContent);
        Assert.Contains("3 min to speak", page.Find("#check-q-open .tag").TextContent, StringComparison.Ordinal);
        Assert.Equal(["(1)", "(2)"], page.FindAll("#check-q-cloze .blank").Select(b => b.TextContent));
        Assert.Equal(3, page.FindAll("#check-q-match .letters li").Count);
        Assert.Equal(["1", "2", "3"], page.FindAll("#check-q-single .key").Select(k => k.TextContent));
    }

    [Fact]
    public void Steps_are_not_in_the_order_of_the_key()
    {
        var steps = Lesson("queues").FindAll("#check-q-order .options li").Select(l => l.LastElementChild!.TextContent).ToArray();

        Assert.Equal(["Alpha step", "Beta step", "Delta step", "Gamma step"], steps.Order(StringComparer.Ordinal));
        Assert.NotEqual(["Alpha step", "Beta step", "Gamma step", "Delta step"], steps);
    }

    [Fact]
    public void A_lab_says_that_it_is_not_built() =>
        Assert.Contains("Not built yet", Lesson("queues").Find(".lab").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Nothing_on_the_page_needs_an_exception_from_the_content_security_policy()
    {
        var page = Lesson("queues");

        Assert.Empty(page.FindAll("[style], style, [onclick], script:not([src])"));
    }

    [Theory]
    [InlineData("queus", "/lessons/queues")]
    [InlineData("Queues", "/lessons/queues")]
    [InlineData("the-stacks-of-old", "/lessons/stacks")]
    [InlineData("leaves", "/lessons/trees#leaves")]
    public void An_unknown_lesson_is_a_404_that_offers_what_is_near(string id, string offered)
    {
        var page = Lesson(id);

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.Equal("There is no such lesson.", page.Find("h1").TextContent);
        Assert.Contains(offered, page.FindAll(".near a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"' OR 1=1 --")]
    [InlineData("%00")]
    public void A_hostile_address_is_an_ordinary_404(string id)
    {
        var page = Lesson(id);

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.Empty(page.FindAll("script"));
    }

    [Fact]
    public void An_endless_address_is_cut()
    {
        var page = Lesson(new string('x', 10_000));

        Assert.True(page.Markup.Length < 10_000);
    }
}
