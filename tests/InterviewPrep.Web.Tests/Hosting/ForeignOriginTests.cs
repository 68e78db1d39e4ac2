using System.Net;
using System.Net.WebSockets;
using InterviewPrep.Web.Tests.Features.Accounts;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>No page of another site can send a form of ours or open a circuit in a reader's name, at whatever address.</summary>
public sealed class ForeignOriginTests(Served app) : IClassFixture<Served>
{
    private static readonly string[][] Foreign =
    [
        ["Origin: https://attack.example"],
        ["Origin: null"],
        ["Origin: http://localhost:1"],
        ["Sec-Fetch-Site: cross-site"],
        ["Sec-Fetch-Site: same-site"],
        ["Sec-Fetch-Site: cross-site", "Origin: OURS"],
    ];

    public static TheoryData<string, string> Circuits => new()
    {
        { "POST", "/_blazor/negotiate?negotiateVersion=1" },
        { "POST", "/_blazor/disconnect" },
        { "POST", "/_blazor?id=x" },
        { "GET", "/_blazor" },
        { "GET", "/_blazor?id=x" },
        { "GET", "/_blazor/initializers" },
        { "OPTIONS", "/_blazor/negotiate" },
    };

    [Fact]
    public async Task No_address_takes_a_form_of_another_site()
    {
        await using var site = AccountSite.WithoutMail();
        var (guest, _) = await site.GuestAsync(0);
        var addresses = Endpoints.Of(site).Where(e => e.Posts && !e.Pattern.Contains('*', StringComparison.Ordinal)).Select(e => e.At("queues")).ToList();
        Assert.Contains("/quiz/start", addresses);
        Assert.Contains("/checks/queues", addresses);
        foreach (var address in addresses)
        {
            foreach (var headers in Foreign) Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(guest, address, headers));
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(guest, address, ["Origin: OURS", "Sec-Fetch-Site: same-origin"]));
        }
    }

    [Theory]
    [MemberData(nameof(Circuits))]
    public async Task No_circuit_is_opened_for_another_site(string method, string address)
    {
        foreach (var headers in Foreign) Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync(address, new HttpMethod(method), headers: Ours(headers, app.Address))).Status);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await app.SendAsync(address, new HttpMethod(method), headers: Ours(["Origin: OURS"], app.Address))).Status);
    }

    [Fact]
    public async Task No_web_socket_is_opened_for_another_site()
    {
        foreach (var headers in Foreign)
        {
            using var refused = new ClientWebSocket();
            await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(refused, headers));
            Assert.Equal(HttpStatusCode.Forbidden, refused.HttpStatusCode);
        }

        using var socket = new ClientWebSocket();
        await ConnectAsync(socket, ["Origin: OURS", "Sec-Fetch-Site: same-origin"]);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    private Task ConnectAsync(ClientWebSocket socket, string[] headers)
    {
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var header in Ours(headers, app.Address)) socket.Options.SetRequestHeader(header.Split(": ")[0], header.Split(": ")[1]);
        return socket.ConnectAsync(new UriBuilder(new Uri(app.Address, "/_blazor")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
    }

    private static string[] Ours(string[] headers, Uri address) => [.. headers.Select(h => h.Replace("OURS", address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))];

    private static async Task<HttpStatusCode> StatusAsync(Surfer surfer, string address, string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([]) };
        foreach (var header in Ours(headers, surfer.Client.BaseAddress!)) request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        using var response = await surfer.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
