using System.Net;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Settings;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>What a learner can choose.</summary>
public sealed class SettingsTests
{
    private static SettingsForm Form => SettingsForm.Of(new LearnerSettings());

    [Fact]
    public async Task A_choice_is_kept_and_shown()
    {
        await using var site = AccountSite.WithoutMail();
        var surfer = site.Surf();
        var saved = await surfer.SendAsync("/settings", "settings", ("Form.DisplayName", " Ada "), ("Form.TimeZone", "Europe/Berlin"), ("Form.DailyMinutes", "45"), ("Form.Feedback", "Short"), ("Form.ShowStreak", "true"), ("Form.AskCertainty", "false"));
        Assert.Equal("/settings?done=saved", saved.Location);
        Assert.Contains(saved.Cookies, c => c.StartsWith("__Host-guest=", StringComparison.Ordinal));
        var page = await surfer.OpenAsync("/settings?done=saved");
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        Assert.Equal("Ada", page.Document.QuerySelector("[name='Form.DisplayName']")!.GetAttribute("value"));
        Assert.Equal("Europe/Berlin", page.Document.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("45", page.Document.QuerySelector("[name='Form.DailyMinutes']")!.GetAttribute("value"));
        Assert.Equal("Short", page.Document.QuerySelector("[name='Form.Feedback'][checked]")!.GetAttribute("value"));
        Assert.Equal(["Form.MarkReadByTime", "Form.ShowStreak"], page.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(c => c.GetAttribute("name")));
    }

    [Fact]
    public async Task Looking_at_the_settings_makes_no_guest()
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().OpenAsync("/settings");
        Assert.DoesNotContain(page.Cookies, c => c.Contains("guest", StringComparison.Ordinal));
        Assert.Empty(await site.LearnersAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("481")]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void Minutes_that_are_none_are_said_so(string minutes)
    {
        var (form, problems) = (Form, new FormProblems());
        form.DailyMinutes = minutes;
        form.Apply(new LearnerSettings(), problems);
        Assert.Equal("Minutes a day are a whole number from 1 to 480.", problems["DailyMinutes"]);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public void A_time_zone_is_one_of_the_list(string? zone)
    {
        var (form, problems) = (Form, new FormProblems());
        form.TimeZone = zone;
        form.Apply(new LearnerSettings(), problems);
        Assert.NotNull(problems["TimeZone"]);
    }

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u202eb")]
    [InlineData("a\nb")]
    public void A_name_has_no_invisible_characters(string name)
    {
        var (form, problems) = (Form, new FormProblems());
        form.DisplayName = name;
        form.Apply(new LearnerSettings(), problems);
        Assert.NotNull(problems["DisplayName"]);
    }

    [Fact]
    public void A_name_has_an_end()
    {
        var (form, problems) = (Form, new FormProblems());
        form.DisplayName = new string('x', LearnerSettings.MaxNameLength + 1);
        form.Apply(new LearnerSettings(), problems);
        Assert.Equal("A name has at most 80 characters; this one has 81.", problems["DisplayName"]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Loud")]
    [InlineData(null)]
    public void Feedback_is_one_of_the_two(string? feedback)
    {
        var (form, problems) = (Form, new FormProblems());
        form.Feedback = feedback;
        form.Apply(new LearnerSettings(), problems);
        Assert.NotNull(problems["Feedback"]);
    }

    [Fact]
    public void What_the_form_does_not_hold_stays()
    {
        var before = new LearnerSettings { KnownConcepts = ["queue.order"], InterviewDay = new DateOnly(2026, 12, 24) };
        var problems = new FormProblems();
        var after = Form.Apply(before, problems);
        Assert.True(problems.IsEmpty);
        Assert.Equal(before.KnownConcepts, after.KnownConcepts);
        Assert.Equal(before.InterviewDay, after.InterviewDay);
    }

    [Fact]
    public void Zones_say_what_they_are_off_by_now()
    {
        var winter = TimeZones.ByArea(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).SelectMany(a => a).ToDictionary(z => z.Id, z => z.Label);
        Assert.Equal("Berlin (UTC+01:00)", winter["Europe/Berlin"]);
        Assert.Equal("New York (UTC−05:00)", winter["America/New_York"]);
        Assert.Equal("Argentina · Salta (UTC−03:00)", winter["America/Argentina/Salta"]);
        Assert.Equal("UTC", winter["UTC"]);
    }

    [Fact]
    public async Task A_wrong_form_is_shown_again_with_what_was_typed()
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().SendAsync("/settings", "settings", ("Form.DisplayName", "Ada"), ("Form.DailyMinutes", "many"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Ada", page.Document.QuerySelector("[name='Form.DisplayName']")!.GetAttribute("value"));
        var minutes = page.Document.QuerySelector("[name='Form.DailyMinutes']")!;
        Assert.Equal("many", minutes.GetAttribute("value"));
        Assert.Equal("true", minutes.GetAttribute("aria-invalid"));
        Assert.StartsWith("form-dailyminutes-problem", minutes.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Empty(await site.LearnersAsync());
    }
}

/// <summary>An instance for one person has no accounts, and all else.</summary>
public sealed class SingleUserTests
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-up")]
    [InlineData("/account/recover")]
    [InlineData("/account/passkeys")]
    public async Task There_are_no_account_pages(string path)
    {
        await using var site = AccountSite.WithoutMail(("Learners:Mode", "Single"));
        var page = await site.Surf().OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("a[href^='/account']:not(.skip)"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Surf().PostAsync(path, [])).Status);
    }

    [Fact]
    public async Task The_owner_has_settings_takes_their_data_along_and_deletes_it()
    {
        await using var site = AccountSite.WithoutMail(("Learners:Mode", "Single"));
        var owner = site.Surf();
        await owner.SendAsync("/settings", "settings", ("Form.DisplayName", "Owner"));
        var learner = Assert.Single(await site.LearnersAsync());
        await site.WorkAsync(learner, 2);
        Assert.Contains("\"displayName\": \"Owner\"", (await owner.OpenAsync("/settings/data")).Html, StringComparison.Ordinal);
        Assert.Equal("/settings/delete?done=deleted", (await owner.SendAsync("/settings/delete", "delete", ("Form.Proof", "delete"))).Location);
        await using var context = await site.ContextAsync();
        Assert.Empty(context.Answers);
        Assert.DoesNotContain(context.Learners, l => l.DisplayName.Length > 0);
    }
}
