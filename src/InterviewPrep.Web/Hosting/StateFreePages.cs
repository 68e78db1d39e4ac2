namespace InterviewPrep.Web.Hosting;

/// <summary>
/// With interactive modes configured the framework writes protected state of 0.8 KB into every page, for circuits to read. Pages
/// that are kept for everybody have no circuit, and are to be the same each time they are made.
/// </summary>
public static class StateFreePages
{
    /// <summary>Takes the state out of pages that are kept; inside of compression.</summary>
    public static IApplicationBuilder UseStateFreePages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (PageCache.IsPersonal(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var response = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = response;
        }

        // What says nothing yet is answered by another page, and must not begin the response.
        if (page.Length > 0) await WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), response, context.RequestAborted).ConfigureAwait(false);
    });

    private static ReadOnlySpan<byte> Start => "<!--Blazor-Server-Component-State:"u8;

    private static ReadOnlySpan<byte> End => "-->"u8;

    private static async Task WriteAsync(ReadOnlyMemory<byte> page, Stream response, CancellationToken cancellation)
    {
        var start = page.Span.IndexOf(Start);
        var end = start < 0 ? -1 : page.Span[start..].IndexOf(End);
        if (end < 0)
        {
            await response.WriteAsync(page, cancellation).ConfigureAwait(false);
            return;
        }

        await response.WriteAsync(page[..start], cancellation).ConfigureAwait(false);
        await response.WriteAsync(page[(start + end + End.Length)..], cancellation).ConfigureAwait(false);
    }
}
