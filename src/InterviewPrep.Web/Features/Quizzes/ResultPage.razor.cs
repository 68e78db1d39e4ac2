using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>The result of a sitting, and what was answered in it.</summary>
public sealed partial class ResultPage
{
    private Attempt? _attempt;
    private QuizResult _result = new([]);
    private List<(ResultItem Item, AskedQuestion Asked, ResponseDraft Draft, Outcome? Outcome)> _items = [];

    /// <summary>Id of the sitting.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private string Headline => _result.Total.Share switch
    {
        >= Core.Answers.Marking.Full => "All right.",
        >= 0.8 => "Nearly all of it holds.",
        >= 0.5 => "Some of it holds; here is the rest.",
        _ => "A good look at what to read next.",
    };

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        if (await Attempts.FindAsync(learner, Id, Gone) is not { } attempt) return;
        _attempt = attempt;
        _result = attempt.Result;
        _items =
        [
            .. attempt.Steps.Select(step =>
            {
                var item = new ResultItem(step.Question, step.Answer);
                if (step.Answer is { } answer && GivenAnswer.Of(Catalog.Current, step.Question, answer) is var given) return (item, given.Asked, given.Draft, given.Outcome);
                var asked = AskedQuestion.Of(Catalog.Current, step.Question, step.Seed);
                return (item, asked, new ResponseDraft(asked), (Outcome?)null);
            }),
        ];
    }

    private string ConceptTitle(string id) => Course.FindConcept(id)?.Title ?? id;

    /// <summary>How many questions the clock left without an answer.</summary>
    private int TimedOut => _attempt is { GivenUp: false, Deadline: { } deadline, Ended: { } ended } && ended >= deadline ? _attempt.Steps.Count(s => s.Answer is null) : 0;

    private bool IsDiagnostic => _attempt?.Spec.Kind == QuizKind.Diagnostic;

    private bool Changed(ResultItem item) => Course.FindQuestion(item.Question.Id) is { } now && now.Version != item.Question.Version;

    /// <summary>The loop of which this is a round.</summary>
    private MockLoop? Loop => _attempt?.Spec is { Kind: QuizKind.Round, Round: not null } ? Course.Loop : null;
}
