using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Web.Features.Answers;
using InterviewPrep.Web.Features.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Answers;

/// <summary>Every number opens to the answers that it counts.</summary>
public sealed class AnswersPageTests : LearnerTest
{
    [Fact]
    public void Without_answers_it_says_so() => Assert.Equal("No answers.", Show("/answers").Find("h1").TextContent);

    [Fact]
    public async Task Each_total_of_the_statistics_opens_to_as_many_answers()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain, TimeSpan.FromDays(2));
        await AnsweredAsync("q-multi", 0.5, Certainty.NotSure, TimeSpan.FromDays(1));
        await AnsweredAsync("q-single", 0, Certainty.Certain);
        await AnsweredAsync("q-number", 1);
        var links = Render<StatisticsPage>().FindAll("a[href^='/answers']").Select(a => (Address: a.GetAttribute("href")!, Text: a.TextContent)).ToList();
        Assert.Equal(1 + 1 + 3 + 3 + 2, links.Count); // All, one module, three levels, three types, two certainties.
        foreach (var (address, text) in links.Where(l => l.Address != "/answers"))
            Assert.Equal(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Show(address).FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task The_newest_comes_first_and_opens_as_it_was_given()
    {
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(2));
        await AnsweredAsync("q-multi", 0.5, Certainty.NotSure);
        var page = Show("/answers");
        Assert.Equal("2 answers, 50 % right.", page.Find("h1").TextContent);
        Assert.Equal(["◐ 50 %", "✓ 100 %"], page.FindAll("td.right").Select(c => c.TextContent.Trim()));
        var newest = (await Database.Answers.OfLearnerAsync(Learner, Gone)).MaxBy(a => a.Time)!;
        Assert.EndsWith($"?answer={newest.Id}#answer", page.Find("td.right a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place=no-such&level=9&type=x&certainty=0&page=-1", 2)]
    [InlineData("level=1", 1)]
    [InlineData("type=MULTI", 1)]
    [InlineData("certainty=1", 1)]
    [InlineData("certainty=3", 0)]
    [InlineData("page=99999999999", 0)]
    [InlineData("page=7", 0)]
    public async Task What_the_address_says_is_read_or_passed_over(string query, int rows)
    {
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(2));
        await AnsweredAsync("q-multi", 0.5, Certainty.NotSure);
        Assert.Equal(query == "page=99999999999" ? 2 : rows, Show("/answers?" + query).FindAll("tbody tr").Count);
    }

    [Fact]
    public void An_address_says_its_filter_again()
    {
        var filter = new AnswerFilter(null, 3, QuestionType.Number, Certainty.Certain);
        Assert.Equal("/answers?level=3&type=number&certainty=3", filter.Address);
        Assert.Equal("/answers", new AnswerFilter(null, null, null, null).Address);
    }

    private IRenderedComponent<AnswersPage> Show(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<AnswersPage>();
    }
}
