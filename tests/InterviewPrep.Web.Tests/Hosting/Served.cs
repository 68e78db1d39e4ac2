using System.IO.Compression;
using System.Net;
using InterviewPrep.Testing;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>The application as a process of its own over a synthetic course, and a client that decides everything itself.</summary>
public sealed class Served : IAsyncLifetime
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
    private RunningApp? _app;

    /// <summary>The course's folder.</summary>
    public string Content { get; } = Directory.CreateTempSubdirectory("served").FullName;

    public Uri Address => _app!.Address;

    public string Log => _app!.Log;

    public async ValueTask InitializeAsync()
    {
        SyntheticCourse.Write(Content, 3);
        _app = await RunningApp.StartAsync(Content);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(Content, recursive: true);
    }

    /// <summary>One request with headers as given: <c>"Accept-Encoding: br"</c>.</summary>
    public async Task<Answer> SendAsync(string address, HttpMethod? method = null, HttpContent? body = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Address, address)) { Content = body };
        foreach (var header in headers) Assert.True(request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ", 2)[1]));
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> GetAsync(string address, params string[] headers) => SendAsync(address, headers: headers);
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, ILookup<string, string> Headers, byte[] Body)
{
    /// <summary>The body, decoded as its own headers say.</summary>
    public string Text
    {
        get
        {
            using var body = new MemoryStream(Body);
            using Stream decoded = Encoding switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                "" => body,
                var other => throw new InvalidOperationException($"Nobody asked for {other}."),
            };
            using var reader = new StreamReader(decoded);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Name of the encoding; empty for none.</summary>
    public string Encoding => string.Join(',', Headers["Content-Encoding"]);

    /// <summary>Whether it came out of the page cache.</summary>
    public bool IsKept => Headers["Age"].Any();

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(h => h.Value.Select(v => (h.Key, v)))
            .ToLookup(h => h.Key, h => h.v, StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
