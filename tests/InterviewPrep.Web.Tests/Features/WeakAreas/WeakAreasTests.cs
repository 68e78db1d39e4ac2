using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Web.Features.WeakAreas;
using Microsoft.AspNetCore.Http;

namespace InterviewPrep.Web.Tests.Features.WeakAreas;

/// <summary>What is weak, why, and by which answers.</summary>
public sealed class WeakAreasTests : LearnerTest
{
    [Fact]
    public void Without_answers_there_is_nothing_to_judge_by()
    {
        var page = Render<WeakAreasPage>();
        Assert.Equal("Nothing to judge by yet.", page.Find("h1").TextContent);
        Assert.Equal("/quiz/diagnostic", page.Find("form").GetAttribute("action"));
    }

    [Fact]
    public async Task What_costs_most_comes_first_with_its_reasons_and_a_drill()
    {
        await MissAsync();
        await AnsweredAsync("q-number", 1);
        var page = Render<WeakAreasPage>();
        Assert.Equal("One concept is weak.", page.Find("h1").TextContent);
        Assert.Equal(["/weak-areas/queue.order", "/weak-areas/queue.cost"], page.FindAll(".area h3 a").Select(a => a.GetAttribute("href")));
        var first = page.Find(".area");
        Assert.Equal("weak", first.QuerySelector(".standing")!.TextContent);
        Assert.Equal("0 of 12 right, the last yesterday; certain and wrong twice.", first.QuerySelector("li")!.TextContent);
        Assert.Equal("queue.order", first.QuerySelector("input[name=concept]")!.GetAttribute("value"));
        Assert.Equal("drill", first.QuerySelector("input[name=kind]")!.GetAttribute("value"));
        Assert.StartsWith("1 of 1 right, the last yesterday.", page.FindAll(".area")[1].QuerySelector("li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_concept_is_listed_whether_answered_or_not()
    {
        await MissAsync();
        await AnsweredAsync("q-number", 1);
        var page = Render<WeakAreasPage>();
        Assert.Equal("All concepts (2)", page.Find("#all summary").TextContent);
        Assert.Equal(
            [["Order of a queue", "weak", "0 of 12 right, the last yesterday"], ["Cost of a queue", "not settled", "1 of 1 right, the last yesterday"]],
            page.FindAll("#all tbody tr").Select(r => r.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent).ToArray()));
        Assert.Equal(["queue.order", "queue.cost"], page.FindAll("#all button[name=concept]").Select(b => b.GetAttribute("value")));
        Assert.Empty(page.FindAll("form .btn.main")); // One weak concept has its own drill.
    }

    [Fact]
    public async Task A_concept_without_answers_is_listed_as_such()
    {
        await AnsweredAsync("q-number", 1);
        var rows = Render<WeakAreasPage>().FindAll("#all tbody tr");
        Assert.Equal(["1 of 1 right, the last yesterday", "no answer yet"], rows.Select(r => r.QuerySelectorAll("td")[1].TextContent));
    }

    [Fact]
    public async Task What_is_weak_is_drilled_by_one_click()
    {
        await MissAsync();
        for (var i = 0; i < 8; i++) await AnsweredAsync("q-number", 0, ago: TimeSpan.FromHours(20 - i));
        var page = Render<WeakAreasPage>();
        Assert.Equal("2 concepts are weak.", page.Find("h1").TextContent);
        var drill = page.FindAll("form").First(f => f.QuerySelectorAll("input[name=concept]").Length > 1);
        Assert.Equal("/quiz/start", drill.GetAttribute("action"));
        Assert.Equal(["queue.cost", "queue.order"], drill.QuerySelectorAll("input[name=concept]").Select(i => i.GetAttribute("value")!).Order(StringComparer.Ordinal));
        Assert.Equal("Drill the weak ones", drill.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task A_belief_that_showed_stays_with_what_to_believe_instead()
    {
        await AnsweredAsync("q-single", 0, misconceptions: "queue-is-stack");
        var held = Render<WeakAreasPage>().Find(".held");
        Assert.Contains("A queue is a stack.", held.TextContent, StringComparison.Ordinal);
        Assert.Contains("Instead: It keeps the order.", held.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 answer", held.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Certainty_is_set_against_what_was_right()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain);
        await AnsweredAsync("q-multi", 0, Certainty.Certain);
        await AnsweredAsync("q-text", 1, Certainty.NotSure);
        var rows = Render<WeakAreasPage>().FindAll("h2 ~ .table tbody tr").Select(r => r.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent).ToArray()).ToList();
        Assert.Equal(["2", "50 %"], rows.Single(r => r[0] == "Certain")[1..]);
        Assert.Equal(["1", "100 %"], rows.Single(r => r[0] == "Not sure")[1..]);
        Assert.Equal(["0", "–"], rows.Single(r => r[0] == "Fairly sure")[1..]);
    }

    [Fact]
    public async Task A_concept_lists_the_answers_behind_its_numbers_the_latest_first()
    {
        await AnsweredAsync("q-single", 0, Certainty.Certain, TimeSpan.FromDays(3), misconceptions: "queue-is-stack");
        await AnsweredAsync("q-multi", 0.5, ago: TimeSpan.FromDays(2));
        await AnsweredAsync("q-text", 1, Certainty.NotSure, TimeSpan.FromDays(1));
        await AnsweredAsync("q-number", 1);
        await AnsweredAsync("q-order", 1, learner: Guid.CreateVersion7());
        var page = Concept("queue.order");
        Assert.Equal("Order of a queue", page.Find("h1").TextContent);
        Assert.Equal(
            [["25 Nov 2026", "/checks/q-text", "Recall", "Not sure", "✓ 100 %"], ["24 Nov 2026", "/checks/q-multi", "Explain", "–", "◐ 50 %"], ["23 Nov 2026", "/checks/q-single", "Recall", "Certain", "✕ 0 %"]],
            page.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select((c, i) => i == 1 ? c.QuerySelector("a")!.GetAttribute("href")! : c.TextContent).ToArray()));
        Assert.Contains("Shown by 1 answer.", page.Find(".held").TextContent, StringComparison.Ordinal);
        Assert.Equal("/lessons/queues#order", page.FindAll("a.btn")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task An_answer_in_the_list_opens_to_what_was_answered()
    {
        await AnsweredAsync("q-single", 0, Certainty.Certain);
        var link = Concept("queue.order").Find("td.right a").GetAttribute("href")!;
        var answer = Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
        Assert.Equal($"/weak-areas/queue.order?answer={answer.Id}#answer", link);
        Navigation.NavigateTo(link);
        var page = Concept("queue.order");
        Assert.Equal("Your answer on 25 November 2026, 12:00", page.Find("#answer h2").TextContent);
        Assert.Contains("You said that you don’t know.", page.Find("#answer .verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("Which comes out first?", page.Find("#answer .prompt").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_learners_answer_and_one_to_another_concept_open_nothing()
    {
        await AnsweredAsync("q-single", 0);
        await AnsweredAsync("q-number", 0);
        var other = await AnsweredAsync("q-text", 0, learner: Guid.CreateVersion7());
        var number = (await Database.Answers.OfLearnerAsync(Learner, Gone)).Single(a => a.Question == "q-number");
        foreach (var id in new[] { other.Id.ToString(), number.Id.ToString(), Guid.Empty.ToString(), "<script>" })
        {
            Navigation.NavigateTo($"/weak-areas/queue.order?answer={Uri.EscapeDataString(id)}");
            Assert.Empty(Concept("queue.order").FindAll("#answer"));
        }
    }

    [Fact]
    public void A_concept_without_answers_says_so()
    {
        var page = Concept("queue.cost");
        Assert.Contains("You have not answered a question on this yet", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("queue")]
    [InlineData("<script>")]
    public void An_unknown_concept_is_not_found(string id)
    {
        var page = Concept(id);
        Assert.Equal("There is no such page.", page.Find("h1").TextContent);
        Assert.Equal(StatusCodes.Status404NotFound, Http.Response.StatusCode);
    }

    private IRenderedComponent<ConceptPage> Concept(string id) => Render<ConceptPage>(p => p.Add(c => c.Id, id));

    /// <summary>Twelve misses on the order of a queue, the first two of them certain.</summary>
    private async Task MissAsync()
    {
        string[] questions = ["q-single", "q-multi", "q-text", "q-order", "q-match", "q-cloze"];
        for (var i = 0; i < 12; i++) await AnsweredAsync(questions[i % questions.Length], 0, i < 2 ? Certainty.Certain : null, TimeSpan.FromDays(1) + TimeSpan.FromMinutes(12 - i));
    }
}
