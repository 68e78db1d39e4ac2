using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>What a guest did goes to the account, and all of it goes away on demand.</summary>
public sealed class ClaimAndDeleteTests
{
    private const string Email = "ada@example.org";

    [Fact]
    public async Task Guests_are_told_that_their_answers_live_with_the_browser()
    {
        await using var site = AccountSite.WithoutMail();
        Assert.Contains("there is nothing to keep", (await site.Surf().OpenAsync("/account")).Words, StringComparison.Ordinal);
        var (guest, _) = await site.GuestAsync(3);
        var page = await guest.OpenAsync("/account");
        Assert.StartsWith("Your progress lives in this browser. 3 answers of yours are kept here, behind a cookie.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_claims_what_the_guest_did_once()
    {
        await using var site = AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        var learner = (await site.AccountAsync(Email)).LearnerId;
        await site.WorkAsync(learner, 2);
        var (guest, from) = await site.GuestAsync(3);

        var entered = await site.SignInAsync(guest, Email);
        Assert.Contains(entered.Cookies, c => c.StartsWith("__Host-guest=;", StringComparison.Ordinal));
        await site.SignInAsync(guest, Email);
        Assert.Contains("5 answers are kept here.", (await guest.OpenAsync("/account")).Words, StringComparison.Ordinal);

        await using var context = await site.ContextAsync();
        Assert.Equal(5, await context.Answers.CountAsync(a => a.LearnerId == learner, TestContext.Current.CancellationToken));
        Assert.Equal(5, await context.Regrades.CountAsync(a => a.LearnerId == learner, TestContext.Current.CancellationToken));
        Assert.Equal(2, await context.Attempts.CountAsync(a => a.LearnerId == learner, TestContext.Current.CancellationToken));
        Assert.Equal(1, await context.Bookmarks.CountAsync(a => a.LearnerId == learner, TestContext.Current.CancellationToken));
        Assert.Equal(0, await context.Answers.CountAsync(a => a.LearnerId == from, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_up_claims_what_the_guest_did()
    {
        await using var site = AccountSite.WithMail();
        var (guest, _) = await site.GuestAsync(4);
        await guest.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        await site.SignInAsync(guest, Email);
        Assert.Contains("4 answers are kept here.", (await guest.OpenAsync("/account")).Words, StringComparison.Ordinal);
        Assert.Contains("value=\"Guest\"", (await guest.OpenAsync("/settings")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_an_account_leaves_no_row_of_it_in_any_table()
    {
        await using var site = AccountSite.WithoutMail();
        var (member, guest) = await site.GuestAsync(3);
        await member.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        await site.SignInAsync(member, Email);
        await member.SendAsync("/account/recovery-codes", "codes");
        var account = await site.AccountAsync(Email);
        await site.WorkAsync(account.LearnerId, 2);
        var (_, other) = await site.GuestAsync(1);
        Guid[] own = [guest, account.LearnerId, account.Id];
        Assert.NotEmpty(await TracesAsync(site, own));
        var untouched = await TracesAsync(site, [other]);

        var refused = await member.SendAsync("/settings/delete", "delete", ("Form.Proof", "delete"));
        Assert.Equal("This is not your password.", refused.Document.GetElementById("form-proof-problem")!.TextContent);
        Assert.Equal("/settings/delete?done=deleted", (await member.SendAsync("/settings/delete", "delete", ("Form.Proof", AccountSite.Password))).Location);

        Assert.Empty(await TracesAsync(site, own));
        Assert.Equal(untouched, await TracesAsync(site, [other]));
        Assert.Contains("All of it is deleted.", (await member.OpenAsync("/settings/delete?done=deleted")).Words, StringComparison.Ordinal);
        Assert.Null((await site.SignInAsync(site.Surf(), Email)).Location);
    }

    [Fact]
    public async Task A_guest_deletes_by_saying_the_word()
    {
        await using var site = AccountSite.WithoutMail();
        var (guest, learner) = await site.GuestAsync(1);
        Assert.Null((await guest.SendAsync("/settings/delete", "delete", ("Form.Proof", "no"))).Location);
        Assert.NotEmpty(await TracesAsync(site, [learner]));
        var deleted = await guest.SendAsync("/settings/delete", "delete", ("Form.Proof", "delete"));
        Assert.Contains(deleted.Cookies, c => c.StartsWith("__Host-guest=;", StringComparison.Ordinal));
        Assert.Empty(await TracesAsync(site, [learner]));
    }

    [Fact]
    public async Task A_browser_that_is_still_signed_in_to_a_deleted_account_is_out_within_a_minute()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var other = site.Surf();
        await site.SignInAsync(other, Email);
        await member.SendAsync("/settings/delete", "delete", ("Form.Proof", AccountSite.Password));
        site.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("Your progress lives in this browser.", (await other.OpenAsync("/account")).Words, StringComparison.Ordinal);
    }

    /// <summary>A session that was kept elsewhere: nothing is saved by it, the page says so, and the next one begins anew.</summary>
    [Theory]
    [InlineData("/settings")]
    [InlineData("/quiz/start")]
    [InlineData("/plan/settings")]
    [InlineData("/checks/q-single")]
    [InlineData("/progress/lessons/queues")]
    public async Task A_cookie_of_somebody_who_was_deleted_saves_nothing(string address)
    {
        await using var site = AccountSite.WithoutMail();
        var (guest, learner) = await site.GuestAsync(1);
        var left = site.Surf();
        foreach (System.Net.Cookie cookie in guest.Cookies) left.Add(cookie);
        var (settings, check) = (await left.OpenAsync("/settings"), await left.OpenAsync("/checks/q-single"));
        await guest.SendAsync("/settings/delete", "delete", ("Form.Proof", "delete"));
        var before = await site.LearnersAsync();

        var words = address switch
        {
            "/settings" => (await left.SendAsync(address, settings, "settings", ("Form.DisplayName", "Ghost"))).Words,
            "/checks/q-single" => (await left.SendAsync(address, check, "answer", ("do", "unknown"))).Words,
            "/progress/lessons/queues" => await MarkAsync(left, address),
            _ => Uri.UnescapeDataString((await left.PostAsync(address, [new("minutes", "20"), new("length", "1")])).Location!),
        };
        Assert.Contains("All your data here was deleted", words, StringComparison.Ordinal);
        Assert.Equal(before, await site.LearnersAsync());
        Assert.Empty(await TracesAsync(site, [learner]));
        Assert.DoesNotContain(left.Cookies, c => c.Name.EndsWith("guest", StringComparison.Ordinal));
        Assert.EndsWith("/settings?done=saved", (await left.SendAsync("/settings", "settings", ("Form.DisplayName", "Anew"))).Location, StringComparison.Ordinal);
        Assert.Single((await site.LearnersAsync()).Except(before));
        Assert.Empty(await TracesAsync(site, [learner]));
    }

    [Fact]
    public async Task Another_browser_of_an_account_that_was_deleted_saves_nothing_from_then_on()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var learner = (await site.AccountAsync(Email)).LearnerId;
        var other = site.Surf();
        await site.SignInAsync(other, Email);
        var page = await other.OpenAsync("/settings");
        await member.SendAsync("/settings/delete", "delete", ("Form.Proof", AccountSite.Password));
        var sent = await other.SendAsync("/settings", page, "settings", ("Form.DisplayName", "Ghost"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, sent.Status);
        Assert.Contains("All your data here was deleted", sent.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await TracesAsync(site, [learner]));
        Assert.Contains("Your progress lives in this browser.", (await other.OpenAsync("/account")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_data_comes_as_a_file()
    {
        await using var site = AccountSite.WithoutMail();
        var (member, _) = await site.GuestAsync(3);
        await member.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        await site.SignInAsync(member, Email);
        using var response = await member.Client.GetAsync(new Uri("/settings/data", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"attachment; filename=\"interviewprep-{site.Time.GetUtcNow():yyyy-MM-dd}.json\"", response.Content.Headers.ContentDisposition?.ToString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal("Guest", root.GetProperty("learner").GetProperty("displayName").GetString());
        Assert.Equal(Email, root.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal(3, root.GetProperty("answers").GetArrayLength());
        Assert.Equal(1, root.GetProperty("answers")[0].GetProperty("regrades").GetArrayLength());
        Assert.Equal(1, root.GetProperty("attempts")[0].GetProperty("steps").GetArrayLength());
        foreach (var part in new[] { "sectionsRead", "places", "bookmarks", "notes", "reports" }) Assert.NotEqual(0, root.GetProperty(part).GetArrayLength());
        Assert.DoesNotContain((await site.AccountAsync(Email)).PasswordHash!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_whom_nothing_is_known_gets_no_file()
    {
        await using var site = AccountSite.WithoutMail();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Surf().OpenAsync("/settings/data")).Status);
    }

    private static async Task<string> MarkAsync(Surfer surfer, string address)
    {
        using var json = new StringContent("""{"sections":["order"],"read":true,"explicit":true}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await surfer.Client.PostAsync(new Uri(address, UriKind.Relative), json, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every table and column of the model that holds one of the ids, with how many rows do.</summary>
    private static async Task<IReadOnlyList<string>> TracesAsync(AccountSite site, IReadOnlyCollection<Guid> ids)
    {
        await using var context = await site.ContextAsync();
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var traces = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Where(t => t.GetTableName() is not null))
        {
            var store = StoreObjectIdentifier.Create(table, StoreObjectType.Table)!.Value;
            foreach (var column in table.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => p.GetColumnName(store)).OfType<string>())
            {
                await using var command = connection.CreateCommand();
                var list = string.Join(", ", ids.Select(i => $"'{i.ToString().ToUpperInvariant()}'"));
#pragma warning disable CA2100 // Names of our own model.
                command.CommandText = $"SELECT COUNT(*) FROM \"{store.Name}\" WHERE upper(\"{column}\") IN ({list})";
#pragma warning restore CA2100
                var count = Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
                if (count > 0) traces.Add($"{store.Name}.{column}: {count}");
            }
        }

        return traces;
    }
}
