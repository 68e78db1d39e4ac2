using InterviewPrep.Content.Rendering;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>One question from asking to feedback.</summary>
public sealed partial class QuestionCard
{
    /// <summary>Name that makes its fields' ids unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired]
    public required AskedQuestion Asked { get; set; }

    /// <summary>What was entered so far.</summary>
    [Parameter, EditorRequired]
    public required ResponseDraft Draft { get; set; }

    /// <summary>The feedback, once there is an answer and it may be shown.</summary>
    [Parameter]
    public Outcome? Outcome { get; set; }

    /// <summary>The model answer with its key points, from when an open question's words are fixed.</summary>
    [Parameter]
    public RenderedFeedback? Model { get; set; }

    /// <summary>What is shown in the place of the type: "Question 4 of 10".</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>What the question is about, in plain text.</summary>
    [Parameter]
    public string Topic { get; set; } = "";

    /// <summary>Whether topic and level stay hidden until the answer.</summary>
    [Parameter]
    public bool HideTopic { get; set; }

    /// <summary>Whether the answer says how sure it is. Words that are marked by their author do not: how much of it they would find, nobody knows before.</summary>
    [Parameter]
    public bool AskCertainty { get; set; }

    /// <summary>How many hints are shown.</summary>
    [Parameter]
    public int HintsShown { get; set; }

    /// <summary>Whether there are none, as in an interview.</summary>
    [Parameter]
    public bool HideHints { get; set; }

    /// <summary>What to mend before the answer can be taken.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Text of the button that submits.</summary>
    [Parameter]
    public string? Submit { get; set; }

    /// <inheritdoc cref="OpenInput.DraftKey"/>
    [Parameter]
    public string? DraftKey { get; set; }

    /// <summary>How much of the feedback is unfolded.</summary>
    [Parameter]
    public FeedbackDetail Detail { get; set; }

    /// <summary>Name of the form on a page without a circuit.</summary>
    [Parameter]
    public string FormName { get; set; } = "answer";

    /// <summary>Hidden fields of a page without a circuit.</summary>
    [Parameter]
    public RenderFragment? FormParts { get; set; }

    /// <summary>More buttons.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>The answer is to be taken.</summary>
    [Parameter]
    public EventCallback OnSubmit { get; set; }

    /// <summary>The learner doesn't know.</summary>
    [Parameter]
    public EventCallback OnUnknown { get; set; }

    /// <summary>One more hint is wanted.</summary>
    [Parameter]
    public EventCallback OnHint { get; set; }

    private bool IsOpen => Asked.Question is OpenQuestion;

    private string SubmitText => Submit ?? (!IsOpen ? "Check" : Model is null ? "Compare with a model answer" : "Save my marks");

    /// <summary>Without a circuit the button itself says what to do.</summary>
    private string ButtonType => RendererInfo.IsInteractive ? "button" : "submit";
}
