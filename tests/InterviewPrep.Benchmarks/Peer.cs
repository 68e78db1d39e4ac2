using System.IO.Compression;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// What our pages are compared with: a bare Kestrel that serves the same bytes already compressed (<c>/plain</c>), and a
/// plain Blazor static page that renders the same text for each request (<c>/blazor</c>).
/// </summary>
internal static class Peer
{
    public static async Task RunAsync(string file, string[] arguments)
    {
        var html = await File.ReadAllTextAsync(file);
        var compressed = Compress(html);
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRazorComponents();
        await using var app = builder.Build();
        app.MapGet("/plain", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = compressed.Length;
            return context.Response.Body.WriteAsync(compressed).AsTask();
        });
        app.MapGet("/blazor", () => new RazorComponentResult<Page>(new { Html = html }));
        await app.RunAsync();
    }

    private static byte[] Compress(string html)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Optimal))
        using (var writer = new StreamWriter(brotli))
        {
            writer.Write(html);
        }

        return output.ToArray();
    }

    /// <summary>One component, one string.</summary>
    public sealed class Page : ComponentBase
    {
        [Parameter]
        public string Html { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Html);
    }
}
