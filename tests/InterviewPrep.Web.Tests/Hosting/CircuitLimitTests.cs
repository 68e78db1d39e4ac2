using System.Net;
using System.Net.WebSockets;
using System.Text;
using InterviewPrep.Testing;
using InterviewPrep.Web.Hosting;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Nobody gets more circuits than their share, and who is refused is told why.</summary>
public sealed class CircuitLimitTests
{
    private static readonly Guid Ada = Guid.Parse("0198c5f2-0000-7000-8000-000000000001");
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    [Fact]
    public void A_learner_has_room_again_once_one_is_left()
    {
        var circuits = new OpenCircuits(new CircuitLimit(2, 10));
        using var first = circuits.Enter(Ada, Here);
        using var second = circuits.Enter(Ada, Here);
        Assert.NotNull(second);
        Assert.False(circuits.HasRoom(Ada, Here));
        Assert.Null(circuits.Enter(Ada, IPAddress.Parse("192.0.2.2")));
        Assert.True(circuits.HasRoom(Guid.NewGuid(), Here));
        first!.Dispose();
        first.Dispose(); // Only once.
        Assert.Equal(1, circuits.Count);
        Assert.NotNull(circuits.Enter(Ada, Here));
        Assert.Null(circuits.Enter(Ada, Here));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", true)]
    public void An_address_counts_for_all_behind_it(string one, string other, bool hasRoom)
    {
        var circuits = new OpenCircuits(new CircuitLimit(9, 2));
        circuits.Enter(Guid.NewGuid(), IPAddress.Parse(one));
        circuits.Enter(null, IPAddress.Parse(one));
        Assert.Equal(hasRoom, circuits.HasRoom(Guid.NewGuid(), IPAddress.Parse(other)));
    }

    [Fact]
    public async Task Many_at_once_get_exactly_their_share()
    {
        var circuits = new OpenCircuits(new CircuitLimit(20, 200));
        var places = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => circuits.Enter(Ada, Here))));
        Assert.Equal(20, places.Count(p => p is not null));
        foreach (var place in places) place?.Dispose();
        Assert.Equal(0, circuits.Count);
        Assert.True(circuits.HasRoom(Ada, Here));
    }

    [Fact]
    public async Task One_address_too_many_is_told_so_and_others_go_on()
    {
        using var course = ScreenCourse.Miniature();
        await using var app = await RunningApp.StartAsync(course.Path, "Production", "--Circuits:PerAddress", "3");
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < 3; i++) sockets.Add(await HandshakeAsync(app.Address));
        using var client = new HttpClient { BaseAddress = app.Address };
        using var negotiated = await NegotiateAsync(client, HttpStatusCode.TooManyRequests);
        Assert.StartsWith("Too many pages with live questions are open", await negotiated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var direct = new ClientWebSocket();
        direct.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => direct.ConnectAsync(Socket(app.Address), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.TooManyRequests, direct.HttpStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/lessons/queues", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/checks/q-single", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);

        sockets[0].Abort();
        using var again = await NegotiateAsync(client, HttpStatusCode.OK);
        foreach (var socket in sockets) socket.Dispose();
    }

    /// <summary>For a start nobody waits for them; whoever asks for one finds it, however early.</summary>
    [Fact]
    public async Task Endpoints_of_circuits_are_made_when_one_is_asked_for()
    {
        await using var site = AccountSite.WithoutMail();
        var surfer = site.Surf();
        var late = site.Services.GetRequiredService<LateCircuits>();
        Assert.Equal(HttpStatusCode.OK, (await surfer.OpenAsync("/quiz")).Status);
        Assert.Empty(late.Endpoints);
        using var negotiated = await surfer.Client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, negotiated.StatusCode);
        Assert.NotEmpty(late.Endpoints);

        await using var other = AccountSite.WithoutMail();
        using var first = await other.Surf().Client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Fact]
    public async Task Who_negotiated_before_the_room_was_taken_is_refused_on_connecting()
    {
        using var course = ScreenCourse.Miniature();
        await using var app = await RunningApp.StartAsync(course.Path, "Production", "--Circuits:PerAddress", "1");
        using var client = new HttpClient { BaseAddress = app.Address };
        var tokens = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var negotiated = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
            using var json = System.Text.Json.JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            tokens.Add(json.RootElement.GetProperty("connectionToken").GetString()!);
        }

        using var first = await HandshakeAsync(app.Address, tokens[0]);
        using var full = await NegotiateAsync(client, HttpStatusCode.TooManyRequests);
        var said = new StringBuilder();
        using var second = await HandshakeAsync(app.Address, tokens[1], said);
        var buffer = new byte[4096];
        while (second.State == WebSocketState.Open)
        {
            var part = await second.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) break;
            said.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        Assert.Contains("Too many pages with live questions are open", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(WebSocketState.Open, first.State);
    }

    [Theory]
    [InlineData("Circuits:PerLearner", "0")]
    [InlineData("Circuits:PerAddress", "many")]
    [InlineData("Connections:HeaderSeconds", "-1")]
    public async Task A_limit_that_is_no_number_is_one_clear_line(string setting, string value)
    {
        var (exitCode, _, error) = await RunningApp.FailAsync("--urls", "http://127.0.0.1:0", "--" + setting, value);
        Assert.Equal(1, exitCode);
        Assert.Contains(setting, Assert.Single(error), StringComparison.Ordinal);
    }

    /// <summary>Asks until the answer is this one: a connection is counted, and its place given back, just after its client sees it.</summary>
    private static async Task<HttpResponseMessage> NegotiateAsync(HttpClient client, HttpStatusCode status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, patience.Token);
            if (answer.StatusCode == status) return answer;
            answer.Dispose();
        }
    }

    private static Uri Socket(Uri address, string? token = null) => new UriBuilder(new Uri(address, token is null ? "/_blazor" : $"/_blazor?id={token}")) { Scheme = "ws" }.Uri;

    /// <summary>Connects and returns once the server has answered the protocol's greeting, which it does before it counts.</summary>
    private static async Task<ClientWebSocket> HandshakeAsync(Uri address, string? token = null, StringBuilder? said = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(Socket(address, token), TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[256];
        var answer = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(buffer, 0, Math.Min(answer.Count, 3))); // A refusal may come in the same breath.
        said?.Append(Encoding.UTF8.GetString(buffer, 0, answer.Count));
        return socket;
    }
}
