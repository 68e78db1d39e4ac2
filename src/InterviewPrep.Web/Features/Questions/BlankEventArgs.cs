using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Something was typed into a gap of a prompt.</summary>
public sealed class BlankEventArgs : EventArgs
{
    /// <summary>Which gap, from 0.</summary>
    public int Index { get; set; }

    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }
}

/// <summary>Makes the event known to components; <c>InterviewPrep.Web.lib.module.js</c> makes it known to the browser.</summary>
[EventHandler("onblank", typeof(BlankEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers
{
}
