using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>What lesson pages, which are the same for everybody, ask and say about their reader.</summary>
public static class ReadingEndpoints
{
    private const int MostSections = 200;

    /// <summary>Maps them.</summary>
    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/progress/lessons/{lesson}", ReadAsync);
        routes.MapPost("/progress/lessons/{lesson}", MarkAsync).DisableAntiforgery();
        routes.MapGet("/progress/lessons", ReadAllAsync);
    }

    /// <summary>What a lesson page sends.</summary>
    /// <param name="Sections">Anchors of the sections.</param>
    /// <param name="Read">Whether they are read, or not any more.</param>
    /// <param name="Explicit">Whether the reader said so.</param>
    /// <param name="Place">Where the reader is.</param>
    public sealed record ReadingReport(IReadOnlyList<string>? Sections, bool? Read, bool? Explicit, string? Place);

    private static async Task<IResult> ReadAsync(string lesson, HttpContext context, CourseCatalog catalog, ReadingStore reading, LearnerStore learners)
    {
        if (catalog.Current.Course.FindLesson(lesson) is null) return Results.NotFound();
        if (context.User.LearnerId() is not { } learner) return Results.Json(new { read = Array.Empty<string>(), byTime = true });
        var marks = await reading.ReadAsync(learner, context.RequestAborted).ConfigureAwait(false);
        var settings = await learners.SettingsAsync(learner, context.RequestAborted).ConfigureAwait(false);
        return Results.Json(new { read = marks.Where(m => m.Lesson == lesson).Select(m => m.Section), byTime = settings.MarkReadByTime });
    }

    private static async Task<IResult> ReadAllAsync(HttpContext context, CourseCatalog catalog, ReadingStore reading)
    {
        if (context.User.LearnerId() is not { } learner) return Results.Json(new Dictionary<string, double>());
        var progress = ReadingProgress.Of(catalog.Current.Course, await reading.ReadAsync(learner, context.RequestAborted).ConfigureAwait(false));
        return Results.Json(progress.Shares);
    }

    private static async Task<IResult> MarkAsync(string lesson, ReadingReport report, HttpContext context, CourseCatalog catalog, ReadingStore reading, TimeProvider time)
    {
        if (catalog.Current.Course.FindLesson(lesson) is not { } found) return Results.NotFound();
        var known = found.Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var sections = report.Sections ?? [];
        if (sections.Count > MostSections || !sections.All(known.Contains) || (report.Place is { } at && !known.Contains(at))) return Results.BadRequest("This lesson has changed since the page was loaded. Load it again.");
        try
        {
            var learner = await Guests.EnsureAsync(context).ConfigureAwait(false);
            var now = time.GetUtcNow().UtcDateTime;
            if (report.Place is { } place) await reading.PlaceAsync(learner, lesson, place, now, context.RequestAborted).ConfigureAwait(false);
            if (sections.Count > 0 && report.Read == false) await reading.UnmarkAsync(learner, lesson, sections, context.RequestAborted).ConfigureAwait(false);
            else if (sections.Count > 0) await reading.MarkAsync(learner, lesson, sections, report.Explicit == true, now, context.RequestAborted).ConfigureAwait(false);
            return Results.NoContent();
        }
        catch (StorageException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
