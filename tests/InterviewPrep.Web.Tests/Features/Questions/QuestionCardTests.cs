using System.Text.RegularExpressions;
using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Lessons;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Questions;

/// <summary>Every type on screen: nothing of the key before the answer, every reason after it.</summary>
public sealed class QuestionCardTests : LearnerTest
{
    private static readonly string[] Ids = ["q-single", "q-multi", "q-number", "q-text", "q-order", "q-match", "q-cloze", "q-open"];

    public static TheoryData<string, bool> Everywhere
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var id in Ids)
            {
                data.Add(id, true);
                data.Add(id, false);
            }

            return data;
        }
    }

    public static TheoryData<string> All => [.. Ids];

    [Theory, MemberData(nameof(Everywhere))]
    public void Nothing_tells_the_key_before_the_answer(string id, bool interactive)
    {
        SetRendererInfo(new RendererInfo(interactive ? "Server" : "Static", interactive));
        for (var seed = 0; seed < 8; seed++)
        {
            var markup = Card(id, seed).Markup;
            Assert.DoesNotContain(ScreenCourse.Secret, markup, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("class=\"explain", markup, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Everywhere))]
    public void Fields_are_named_by_the_place_where_things_are_shown(string id, bool interactive)
    {
        SetRendererInfo(new RendererInfo(interactive ? "Server" : "Static", interactive));
        for (var seed = 0; seed < 8; seed++)
        {
            var card = Card(id, seed);
            Assert.Equal(Enumerable.Range(0, card.FindAll("[name=option]").Count).Select(i => $"{i}"), card.FindAll("[name=option]").Select(e => e.GetAttribute("value")));
            Assert.Equal(card.FindAll("select[name^=place]").Select((_, i) => $"place-{i}"), card.FindAll("select[name^=place]").Select(e => e.GetAttribute("name")));
            foreach (var choice in card.FindAll("select.pair-right")) Assert.Equal(["-1", "0", "1", "2"], choice.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        }
    }

    [Fact]
    public async Task A_wrong_choice_says_which_is_right_and_why_each_is_or_is_not()
    {
        var (session, card) = await StartAsync("q-single");
        await card.FindAll("input[name=option]")[Place(session, "newest")].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await SureAsync(card, Certainty.Certain);
        await card.Find("form").SubmitAsync();
        Assert.Contains("Not right.", card.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("You said certain: 6 points lost, where right would have brought 3.", card.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, card.FindAll(".why").Count);
        Assert.Contains("A queue is a stack.", card.Find(".held").TextContent, StringComparison.Ordinal);
        Assert.Equal("/lessons/queues#order", card.Find(".leads a").GetAttribute("href"));
        var kept = Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
        Assert.Equal((0, Certainty.Certain, AnswerMode.Check), (kept.Score, kept.Certainty, kept.Mode));
        Assert.Equal(["queue-is-stack"], kept.Misconceptions);
    }

    [Fact]
    public async Task An_answer_is_not_taken_before_it_says_how_sure_it_is()
    {
        var (_, card) = await StartAsync("q-single");
        await card.FindAll("input[name=option]")[0].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await card.Find("form").SubmitAsync();
        Assert.Contains("how sure", card.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task A_number_shows_how_it_is_understood_and_a_slip_is_named()
    {
        var (session, card) = await StartAsync("q-number");
        var size = session.Asked.Question.Variants.Draw(session.Asked.Seed)["size"];
        await card.Find("input[name=text]").InputAsync(new ChangeEventArgs { Value = $"{size + 3}" });
        Assert.Contains($"Read as {size + 3}", card.Find(".read").TextContent, StringComparison.Ordinal);
        await SureAsync(card, Certainty.NotSure);
        await card.Find("form").SubmitAsync();
        Assert.Contains("slip", card.Find(".slip").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{3 * size}", card.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_read_is_said_and_nothing_is_lost()
    {
        var (_, card) = await StartAsync("q-number");
        await card.Find("input[name=text]").InputAsync(new ChangeEventArgs { Value = "a few" });
        await SureAsync(card, Certainty.NotSure);
        await card.Find("form").SubmitAsync();
        Assert.NotEmpty(card.Find(".problem").TextContent);
        Assert.Equal("a few", card.Find("input[name=text]").GetAttribute("value"));
    }

    [Fact]
    public async Task Steps_move_by_buttons()
    {
        var (session, card) = await StartAsync("q-order");
        string[] Shown() => [.. card.FindAll(".step .opt-text").Select(s => s.TextContent.Trim())];
        for (var target = 0; target < 4; target++)
        {
            var wanted = ((OrderQuestion)session.Asked.Question).Steps[target];
            while (Array.IndexOf(Shown(), wanted) is var at && at > target) await card.FindAll($".step:nth-child({at + 1}) .mover")[0].ClickAsync(new());
        }

        await SureAsync(card, Certainty.Certain);
        await card.Find("form").SubmitAsync();
        Assert.Contains("Right.", card.Find(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_nobody_moved_is_no_answer()
    {
        var (session, card) = await StartAsync("q-order");
        await SureAsync(card, Certainty.Certain);
        await card.Find("form").SubmitAsync();
        Assert.StartsWith("! Nothing is moved yet", card.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
        await card.FindAll(".mover:enabled")[0].ClickAsync(new());
        await card.Find("form").SubmitAsync();
        Assert.NotNull(session.Outcome);
    }

    /// <summary>Whoever worked something out from the page finds the same numbers, and the options where they were.</summary>
    [Theory, MemberData(nameof(All))]
    public void What_a_lesson_shows_of_a_check_is_asked_first(string id)
    {
        var question = Catalog.Current.Course.FindQuestion(id)!;
        var shown = Render<LessonPage>(p => p.Add(l => l.Id, question.Lesson)).Find($"#check-{id}");
        var island = Render<CheckIsland>(p => p.Add(c => c.QuestionId, id));
        var asked = island.WaitForElement("[data-question]");
        if (question is not ClozeQuestion) Assert.Equal(shown.QuerySelector(".prompt")!.TextContent.Trim(), asked.QuerySelector(".prompt")!.TextContent.Trim());
        string[] Choices() => [.. island.FindAll(".opts .opt-text, .pair > :first-child").Select(c => c.TextContent.Trim())];
        Assert.Equal(shown.QuerySelectorAll(".options:not(.letters) li > :last-child").Select(c => c.TextContent.Trim()), Choices());
        Assert.Equal(shown.QuerySelectorAll(".letters li > :last-child").Select(c => c.TextContent.Trim()), asked.QuerySelectorAll(".targets li > :last-child").Select(c => c.TextContent.Trim()));
        Assert.Equal($"/checks/{id}?first=1", shown.QuerySelector("a[data-check]")!.GetAttribute("href"));
    }

    [Fact]
    public void Over_many_questions_what_is_asked_first_tells_nothing_of_the_key()
    {
        var question = (ChoiceQuestion)Catalog.Current.Course.FindQuestion("q-single")!;
        var first = Enumerable.Range(0, 999).Count(i => Presentation.Of(question, CheckTicket.FirstSeed(question with { Id = $"q-{i}" })).Choices[0] == 0);
        Assert.InRange(first, 283, 383); // A third of them, since it has three options.
    }

    [Theory]
    [InlineData("q-match")]
    [InlineData("q-order")]
    [InlineData("q-cloze")]
    [InlineData("q-number")]
    public async Task Who_says_that_they_do_not_know_sees_the_answer_and_nothing_called_wrong(string id)
    {
        var (session, card) = await StartAsync(id);
        await card.Find("[value=unknown]").ClickAsync(new());
        Assert.Empty(card.FindAll(".is-wrong"));
        Assert.DoesNotContain("✕", card.Markup, StringComparison.Ordinal);
        string[] key = session.Asked.Question switch
        {
            MatchQuestion match => [.. match.Pairs.Select(p => p.Right)],
            OrderQuestion order => [.. order.Steps],
            ClozeQuestion cloze => [.. cloze.Blanks.Select(b => b.Accept[0])],
            _ => [session.Outcome!.Key!],
        };
        Assert.Equal(key, card.FindAll(".pair-right, .in-order li, .gap-answer, [data-outcome] > p:not(.verdict) b").Select(e => e.TextContent.Trim()));
    }

    [Fact]
    public async Task Pairs_are_chosen_from_a_list()
    {
        var (session, card) = await StartAsync("q-match");
        for (var left = 0; left < 2; left++)
        {
            var place = session.Asked.Targets.IndexOf(session.Asked.Targets.First(t => t.Index == left));
            await card.FindAll("select.pair-right")[left].ChangeAsync(new ChangeEventArgs { Value = $"{place}" });
        }

        await SureAsync(card, Certainty.FairlySure);
        await card.Find("form").SubmitAsync();
        Assert.Contains("Right.", card.Find(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_pair_says_what_was_chosen_and_what_belongs_there()
    {
        var (session, card) = await StartAsync("q-match");
        var place = session.Asked.Targets.IndexOf(session.Asked.Targets.First(t => t.Index == 1));
        await card.FindAll("select.pair-right")[0].ChangeAsync(new ChangeEventArgs { Value = $"{place}" });
        await SureAsync(card, Certainty.FairlySure);
        await card.Find("form").SubmitAsync();
        string TextOf(int target) => Regex.Replace(session.Asked.Targets.First(t => t.Index == target).Html, "<[^>]+>", "").Trim();
        string[] Said(int left) => [.. card.FindAll(".pair")[left].QuerySelectorAll(".pair-right > span").Select(s => s.TextContent.Trim())];
        Assert.Equal(["✕ You chose", TextOf(1), "Here belongs", TextOf(0)], Said(0));
        Assert.Equal(["✕ Left open", "Here belongs", TextOf(1)], Said(1));
    }

    [Fact]
    public async Task Gaps_are_filled_in_the_text_itself()
    {
        var (_, card) = await StartAsync("q-cloze");
        var gaps = card.FindAll("input.gap-field");
        Assert.Equal(2, gaps.Count);
        await gaps[0].TriggerEventAsync("onblank", new BlankEventArgs { Index = 0, Value = ScreenCourse.Secret });
        await SureAsync(card, Certainty.FairlySure);
        await card.Find("form").SubmitAsync();
        Assert.Contains("Partly right: 50 %", card.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Equal(["✓", "✕"], card.FindAll(".gap-answer > span").Select(s => s.TextContent));
    }

    [Fact]
    public async Task An_open_question_compares_before_it_is_marked_and_is_kept_only_then()
    {
        var (_, card) = await StartAsync("q-open");
        await card.Find("textarea").InputAsync(new ChangeEventArgs { Value = "My words." });
        Assert.Empty(card.FindAll(".certainty")); // How much of the key points one would find in them, nobody knows before.
        await card.Find("form").SubmitAsync();
        Assert.Contains(ScreenCourse.Secret, card.Find(".model").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
        await card.FindAll("input[name=keypoint]")[0].ChangeAsync(new ChangeEventArgs { Value = true });
        await card.FindAll("input[name=redflag]")[0].ChangeAsync(new ChangeEventArgs { Value = true });
        await card.Find("form").SubmitAsync();
        Assert.Contains("of the key points, 1 red flag taken off.", card.Find(".verdict").TextContent, StringComparison.Ordinal);
        var kept = (OpenResponse)Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone)).Response;
        Assert.Equal("My words.", kept.Text);
        Assert.Equal([0], kept.KeyPoints);
        Assert.Equal([0], kept.RedFlags);
    }

    [Fact]
    public async Task Hints_are_counted_and_not_knowing_is_no_certainty()
    {
        var (_, card) = await StartAsync("q-single");
        await SureAsync(card, Certainty.Certain);
        await card.Find("[value=hint]").ClickAsync(new());
        Assert.Single(card.FindAll(".hints li"));
        await card.Find("[value=unknown]").ClickAsync(new());
        Assert.Contains("don’t know", card.Find(".verdict").TextContent, StringComparison.Ordinal);
        var kept = Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
        Assert.Equal((1, null, typeof(UnknownResponse)), (kept.Hints, kept.Certainty, kept.Response.GetType()));
    }

    [Fact]
    public async Task Bookmark_note_and_report_are_kept()
    {
        var (_, card) = await StartAsync("q-single");
        await card.Find("[value=unknown]").ClickAsync(new());
        var tools = card.FindAll(".tools button");
        await tools[0].ClickAsync(new());
        Assert.Equal(["q-single"], await Database.Marks.BookmarksAsync(Learner, Gone));
        await card.FindAll(".tools button")[1].ClickAsync(new());
        await card.Find(".tool-form textarea").ChangeAsync(new ChangeEventArgs { Value = "Mind the order." });
        await card.Find(".tool-form button").ClickAsync(new());
        Assert.Equal("Mind the order.", (await Database.Marks.NoteAsync(Learner, "q-single", Gone))!.Text);
        await card.FindAll(".tools button")[2].ClickAsync(new());
        await card.Find(".tool-form button").ClickAsync(new());
        Assert.Contains("Write what is wrong", card.Find(".tool-said").TextContent, StringComparison.Ordinal);
        await card.Find(".tool-form textarea").ChangeAsync(new ChangeEventArgs { Value = "The key is wrong." });
        await card.Find(".tool-form button").ClickAsync(new());
        Assert.Equal("The key is wrong.", Assert.Single(await Database.Marks.ReportsAsync(9, Gone)).Text);
    }

    private IRenderedComponent<QuestionCard> Card(string id, long seed)
    {
        var asked = AskedQuestion.Of(Catalog.Current, Catalog.Current.Course.FindQuestion(id)!, seed);
        return Render<QuestionCard>(p => p.Add(c => c.Name, "x").Add(c => c.Asked, asked).Add(c => c.Draft, new ResponseDraft(asked)).Add(c => c.AskCertainty, true));
    }

    private async Task<(CheckSession Session, IRenderedComponent<CheckSessionView> Card)> StartAsync(string id)
    {
        var sessions = Services.GetRequiredService<CheckSessions>();
        var session = await sessions.StartAsync(id, Gone);
        Assert.NotNull(session);
        return (session, Render<CheckSessionView>(p => p.Add(c => c.Session, session)));
    }

    private static int Place(CheckSession session, string option)
    {
        var question = (ChoiceQuestion)session.Asked.Question;
        return session.Asked.Choices.IndexOf(session.Asked.Choices.First(c => question.Options[c.Index].Id == option));
    }

    private static Task SureAsync(IRenderedComponent<CheckSessionView> card, Certainty certainty) =>
        card.Find($"input[name=certainty][value='{(int)certainty}']").ChangeAsync(new ChangeEventArgs { Value = "on" });
}
