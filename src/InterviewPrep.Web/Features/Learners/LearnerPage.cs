using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Web.Components;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>A static page about one learner.</summary>
public abstract class LearnerPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>What is served.</summary>
    [Inject]
    protected CourseCatalog Catalog { get; set; } = null!;

    /// <summary>Whose page it is.</summary>
    [Inject]
    protected CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>The course.</summary>
    protected Course Course => Catalog.Current.Course;

    /// <summary>Its short texts as HTML.</summary>
    protected InlineTexts Texts => InlineTexts.Of(Catalog.Current);

    /// <summary>What the learner chose; the defaults until the page has loaded.</summary>
    protected LearnerSettings Settings { get; private set; } = new();

    /// <summary>UTC.</summary>
    protected DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <summary>Ends with the request.</summary>
    protected CancellationToken Gone => Http.RequestAborted;

    /// <summary>A moment in the learner's time zone.</summary>
    protected string Local(DateTime moment, string format) =>
        TimeZoneInfo.ConvertTimeFromUtc(moment, Settings.Zone).ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is known of the learner.</summary>
    protected Task<LearnerModel> ModelAsync(Guid learner) => Models.OfAsync(learner, Settings, Course, Gone);

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is not { } learner) return;
        Settings = await Current.SettingsAsync(Gone);
        await LoadAsync(learner);
    }

    /// <summary>Loads what the page says about a learner.</summary>
    protected abstract Task LoadAsync(Guid learner);
}
