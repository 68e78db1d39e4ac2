using System.Globalization;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Progress;

namespace InterviewPrep.Web.Features.Planning;

/// <summary>Keeping what a plan is made of, and taking it away as a calendar.</summary>
public static class PlanEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPlan(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/plan/settings", SaveAsync).DisableAntiforgery();
        routes.MapGet("/plan.ics", CalendarAsync);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, CourseCatalog catalog, LearnerStore learners, TimeProvider time)
    {
        if (!context.Request.HasFormContentType) return Back("That was no form of this application.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        DateOnly? interview = null;
        if (form["day"].ToString() is { Length: > 0 } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Back("Write the day as year-month-day, such as 2027-01-15.");
            if (day < today.AddDays(-1) || day > today.AddDays(PlanView.MostDays)) return Back("The day of the interview lies within a year from today.");
            interview = day;
        }

        if (!int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > LearnerSettings.MaxDailyMinutes)
            return Back($"Minutes a day are 1 to {LearnerSettings.MaxDailyMinutes}.");
        var course = catalog.Current.Course;
        try
        {
            var learner = await Guests.EnsureAsync(context).ConfigureAwait(false);
            var settings = await learners.SettingsAsync(learner, context.RequestAborted).ConfigureAwait(false);
            var changed = settings with
            {
                InterviewDay = interview,
                DailyMinutes = minutes,
                Rounds = [.. form["round"].OfType<string>().Where(r => course.FindModule(r) is not null).Distinct()],
                KnownConcepts = [.. form["known"].OfType<string>().Where(c => course.FindConcept(c) is not null).Distinct()],
            };
            await learners.SaveSettingsAsync(learner, changed, now, context.RequestAborted).ConfigureAwait(false);
            return Results.LocalRedirect("/plan");
        }
        catch (StorageException e)
        {
            return Back(e.Message);
        }
    }

    private static async Task<IResult> CalendarAsync(
        HttpContext context, CourseCatalog catalog, LearnerStore learners, LearnerModels models, ReadingStore reading, ReviewStore review, TimeProvider time)
    {
        if (context.User.LearnerId() is not { } learner) return Results.NotFound();
        var (calendar, problem) = CalendarForm.Read(context.Request.Query, learner.ToString("N")[^12..]);
        if (calendar is null) return Back(problem!);
        var (now, gone) = (time.GetUtcNow().UtcDateTime, context.RequestAborted);
        var settings = await learners.SettingsAsync(learner, gone).ConfigureAwait(false);
        var course = catalog.Current.Course;
        var model = await models.OfAsync(learner, settings, course, gone).ConfigureAwait(false);
        var read = ReadingProgress.Of(course, await reading.ReadAsync(learner, gone).ConfigureAwait(false));
        if (PlanView.Of(model, settings, read, await review.SuspendedAsync(learner, gone).ConfigureAwait(false), now) is not { } plan) return Results.NotFound();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, settings.Zone)); // After midnight the plan still begins with the day before.
        plan = plan with { Days = [.. plan.Days.Where(d => d.Date >= today)] };
        return Results.File(System.Text.Encoding.UTF8.GetBytes(calendar.Write(plan, settings.InterviewDay!.Value, id => course.FindLesson(id)?.Title ?? id, now)), "text/calendar; charset=utf-8", "interview-plan.ics");
    }

    private static IResult Back(string problem) => Results.LocalRedirect($"/plan?problem={Uri.EscapeDataString(problem)}");
}
