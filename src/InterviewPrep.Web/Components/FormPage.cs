using System.Globalization;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Components;

/// <summary>A static page with forms: what was wrong stands beside the field, and what went well leads to another address.</summary>
public abstract class FormPage : ComponentBase, IHandleEvent
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What is wrong with the form that was sent.</summary>
    protected FormProblems Problems { get; } = new();

    /// <summary>Ends when the browser gives up.</summary>
    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Takes a form. That the database could not is said on the page, which still has what was entered.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        try
        {
            await item.InvokeAsync(arg);
        }
        catch (Exception e) when (StorageException.From(e) is { } fault)
        {
            Problems.Whole = fault.Message;
            Http.Response.StatusCode = StorageStatus.Of(fault);
        }

        StateHasChanged();
    }

    /// <summary>Leads on; nothing after it runs.</summary>
    protected void Go(string path) => Navigation.NavigateTo(path);

    /// <summary>Says with the status whether the form is right.</summary>
    protected bool IsRight()
    {
        if (Problems.IsEmpty) return true;
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return false;
    }

    /// <summary>Refuses, and says what is wrong with the form as a whole.</summary>
    protected void Refuse(string problem)
    {
        Problems.Whole = problem;
        IsRight();
    }

    /// <summary>Refuses for a while.</summary>
    protected void Refuse(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        Problems.Whole = $"There were too many tries. Nothing was checked. Try again in {Phrases.Count(minutes, "minute")}.";
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
