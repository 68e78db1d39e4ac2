using System.Net;
using System.Reflection;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>
/// Another learner's ids open nothing, at no address and in no circuit. The addresses come from the application itself: a new
/// one without a case here fails.
/// </summary>
public sealed class OtherLearnersEndpointTests
{
    /// <summary>What is in the place of an address.</summary>
    private enum Place
    {
        /// <summary>Nothing: the address shows whoever asks what is theirs.</summary>
        None,

        /// <summary>Something of the course, which is for everybody.</summary>
        Course,

        /// <summary>A quiz of somebody.</summary>
        Attempt,

        /// <summary>A provider of accounts.</summary>
        Provider,

        /// <summary>What the framework serves by itself.</summary>
        Framework,
    }

    private static readonly Dictionary<string, Place> Cases = new()
    {
        ["/"] = Place.None,
        ["/_blazor"] = Place.Framework,
        ["/_blazor/disconnect"] = Place.Framework,
        ["/_blazor/initializers"] = Place.Framework,
        ["/_blazor/negotiate"] = Place.Framework,
        ["/_framework/opaque-redirect"] = Place.Framework,
        ["/account"] = Place.None,
        ["/account/external"] = Place.None,
        ["/account/external/done"] = Place.None,
        ["/account/external/{provider}/start"] = Place.Provider,
        ["/account/passkeys"] = Place.None,
        ["/account/passkeys/options"] = Place.None,
        ["/account/password"] = Place.None,
        ["/account/recover"] = Place.None,
        ["/account/recovery-codes"] = Place.None,
        ["/account/reset"] = Place.None,
        ["/account/sign-in"] = Place.None,
        ["/account/sign-in/passkey"] = Place.None,
        ["/account/sign-out"] = Place.None,
        ["/account/sign-up"] = Place.None,
        ["/checks/{Id}"] = Place.Course,
        ["/course"] = Place.None,
        ["/development/mail"] = Place.None,
        ["/diagnostics"] = Place.None,
        ["/error"] = Place.None,
        ["/glossary"] = Place.None,
        ["/healthz"] = Place.None,
        ["/healthz/live"] = Place.None,
        ["/healthz/ready"] = Place.None,
        ["/learner"] = Place.None,
        ["/lessons/{Id}"] = Place.Course,
        ["/loop"] = Place.None,
        ["/loop/start"] = Place.None,
        ["/modules/{Id}"] = Place.Course,
        ["/modules/{Id}/cheat-sheet"] = Place.Course,
        ["/not-found"] = Place.None,
        ["/plan"] = Place.None,
        ["/plan.ics"] = Place.None,
        ["/plan/settings"] = Place.None,
        ["/progress"] = Place.None,
        ["/progress/lessons"] = Place.None,
        ["/progress/lessons/{lesson}"] = Place.Course,
        ["/quiz"] = Place.None,
        ["/quiz/count"] = Place.None,
        ["/quiz/diagnostic"] = Place.None,
        ["/quiz/retry"] = Place.None,
        ["/quiz/start"] = Place.None,
        ["/quiz/{Id:guid}"] = Place.Attempt,
        ["/quiz/{Id:guid}/result"] = Place.Attempt,
        ["/reports"] = Place.None, // For administrators; others get nothing.
        ["/review"] = Place.None,
        ["/search"] = Place.None,
        ["/settings"] = Place.None,
        ["/settings/data"] = Place.None,
        ["/settings/delete"] = Place.None,
        ["/sources"] = Place.None,
        ["/statistics"] = Place.None,
        ["/answers"] = Place.None,
        ["/theme"] = Place.None,
        ["/today"] = Place.None,
        ["/weak-areas"] = Place.None,
        ["/weak-areas/{Id}"] = Place.Course,
    };

    [Fact]
    public async Task Every_address_has_a_case()
    {
        await using var site = AccountSite.WithMail();
        Assert.Equal(Cases.Keys.Order(StringComparer.Ordinal), Endpoints.Of(site).Select(e => e.Pattern).Order(StringComparer.Ordinal));
        Assert.All(Endpoints.Of(site), e => Assert.True(Cases[e.Pattern] is Place.None or Place.Framework || e.HasPlace, e.Pattern));
    }

    [Fact]
    public async Task Nobody_reads_what_is_anothers_whatever_they_ask_for()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var (other, _) = await site.GuestAsync(1);
        var query = $"?learner={neighbour.Id}&id={neighbour.Id}&attempt={neighbour.Open}&user={neighbour.Id}&step={neighbour.Step}&page=0";
        foreach (var endpoint in Endpoints.Of(site).Where(e => e.Reads && Cases[e.Pattern] is not Place.Framework))
        {
            foreach (var value in Values(endpoint, neighbour))
            {
                foreach (var reader in new[] { other, site.Surf() })
                {
                    var address = endpoint.At(value);
                    using var response = await reader.Client.GetAsync(new Uri(address + query, UriKind.Relative), TestContext.Current.CancellationToken);
                    var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    Assert.DoesNotContain(Neighbour.Word, text, StringComparison.Ordinal);
                    if (Cases[endpoint.Pattern] is Place.Attempt) Assert.True(response.StatusCode == HttpStatusCode.NotFound || text.Contains("There is no such quiz here.", StringComparison.Ordinal), address);
                }
            }
        }

        Assert.Contains(Neighbour.Word, (await neighbour.Surfer.OpenAsync($"/quiz/{neighbour.Ended}/result")).Words, StringComparison.Ordinal);
        Assert.Contains(Neighbour.Word, (await neighbour.Surfer.OpenAsync("/settings/data")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_naming_anybody_nothing_of_another_is_in_any_answer()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var (other, _) = await site.GuestAsync(1);
        var addresses = Endpoints.Of(site).Where(e => e.Reads && Cases[e.Pattern] is Place.None or Place.Course).SelectMany(e => CourseIds.Select(e.At)).Distinct();
        foreach (var address in addresses)
        {
            var html = (await other.OpenAsync(address)).Html;
            Assert.All(neighbour.Traces, t => Assert.DoesNotContain(t, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nobody_changes_what_is_anothers_whatever_they_send()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var before = await neighbour.KeptAsync(site);
        var (other, _) = await site.GuestAsync(1);
        foreach (var endpoint in Endpoints.Of(site).Where(e => e.Posts && Cases[e.Pattern] is not Place.Framework))
        {
            foreach (var address in Values(endpoint, neighbour).Select(endpoint.At).Distinct())
            {
                await other.PostAsync(address, Forged(neighbour));
                using var json = new StringContent($$"""{"sections":["order"],"read":false,"explicit":true,"learner":"{{neighbour.Id}}"}""", System.Text.Encoding.UTF8, "application/json");
                using var response = await other.Client.PostAsync(new Uri(address, UriKind.Relative), json, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(before, await neighbour.KeptAsync(site));
        Assert.Contains("value=\"" + Neighbour.Word + "\"", (await neighbour.Surfer.OpenAsync("/settings")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_with_a_token_of_ones_own_change_only_what_is_ones_own()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var before = await neighbour.KeptAsync(site);
        var (other, _) = await site.GuestAsync(1);
        (string, string)[] forged = [("Form.Id", neighbour.Id.ToString()), ("Form.Learner", neighbour.Id.ToString()), ("learner", neighbour.Id.ToString()), ("id", neighbour.Id.ToString())];
        Assert.EndsWith("/settings?done=saved", (await other.SendAsync("/settings", "settings", [("Form.DisplayName", "Mine"), .. forged])).Location, StringComparison.Ordinal);
        var deletion = await other.OpenAsync("/settings/delete");
        await other.SendAsync("/settings/delete", deletion, "delete", forged);
        Assert.Equal(before, await neighbour.KeptAsync(site));
    }

    [Fact]
    public async Task A_retry_of_anothers_quiz_is_not_found()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var (other, _) = await site.GuestAsync(1);
        var page = await other.PostAsync("/quiz/retry", [new("attempt", neighbour.Ended.ToString())]);
        Assert.Equal("/quiz?problem=There%20is%20no%20such%20quiz.", page.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Surf().PostAsync("/quiz/retry", [new("attempt", neighbour.Ended.ToString())])).Status);
        Assert.StartsWith("/quiz/", (await neighbour.Surfer.PostAsync("/quiz/retry", [new("attempt", neighbour.Ended.ToString())])).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_of_another_answers_for_oneself_and_takes_nothing_from_them()
    {
        await using var site = AccountSite.WithMail();
        var neighbour = await Neighbour.OfAsync(site);
        var (other, id) = await site.GuestAsync(0);
        KeyValuePair<string, string>[] fields = [new("_handler", "answer"), new("ticket", neighbour.Ticket), new("do", "unknown")];
        var before = await neighbour.KeptAsync(site);
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsync("/checks/q-single", fields)).Status);
        Assert.Equal(before, await neighbour.KeptAsync(site));
        var answers = site.Services.GetService(typeof(Data.Answers.AnswerStore)) as Data.Answers.AnswerStore;
        var count = (await answers!.OfLearnerAsync(neighbour.Id, TestContext.Current.CancellationToken)).Length;
        Assert.Single(await answers.OfLearnerAsync(id, TestContext.Current.CancellationToken));
        var page = await neighbour.Surfer.PostAsync("/checks/q-single", fields);
        Assert.NotNull(page.Document.QuerySelector("[data-outcome]"));
        Assert.Equal(count + 1, (await answers.OfLearnerAsync(neighbour.Id, TestContext.Current.CancellationToken)).Length);
    }

    /// <summary>A circuit is given parameters by the page that it belongs to; those that name somebody's things are few.</summary>
    [Fact]
    public void Every_parameter_that_names_something_of_a_learner_is_known()
    {
        var found = typeof(App).Assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.IsDefined(typeof(ParameterAttribute)) && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(Guid))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Order(StringComparer.Ordinal);
        Assert.Equal([$"{nameof(AttemptPage)}.Id", $"{nameof(ResultPage)}.Id", $"{nameof(SittingView)}.Id"], found);
    }

    private static readonly string[] CourseIds = ["queues", "basics", "q-single", "queue.order"];

    private static IEnumerable<string> Values(Endpoints endpoint, Neighbour neighbour) => !endpoint.HasPlace ? [""]
        : [neighbour.Open.ToString(), neighbour.Ended.ToString(), neighbour.Step.ToString(), neighbour.Id.ToString(), .. CourseIds];

    private static IEnumerable<KeyValuePair<string, string>> Forged(Neighbour neighbour)
    {
        string[] names = ["attempt", "learner", "id", "user", "owner", "Form.Id", "Form.Learner", "Form.LearnerId", "step"];
        foreach (var name in names) yield return new(name, neighbour.Id.ToString());
        yield return new("attempt", neighbour.Open.ToString());
        yield return new("attempt", neighbour.Ended.ToString());
        yield return new("ticket", neighbour.Ticket);
        foreach (var form in new[] { "answer", "settings", "delete", "sign-in" }) yield return new("_handler", form);
        yield return new("do", "unknown");
        yield return new("minutes", "5");
    }
}
