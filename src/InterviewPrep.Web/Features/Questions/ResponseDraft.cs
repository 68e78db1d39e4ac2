using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What somebody has entered so far, and may still change.</summary>
public sealed class ResponseDraft
{
    private readonly AskedQuestion _asked;
    private readonly Question _question;

    /// <summary>Nothing entered yet.</summary>
    public ResponseDraft(AskedQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        _asked = asked;
        _question = asked.Question;
        if (_question is OrderQuestion) Steps.AddRange(asked.Choices.Select(c => c.Index));
        if (_question is MatchQuestion match) Targets.AddRange(match.Pairs.Select(_ => -1));
        if (_question is ClozeQuestion cloze) Blanks.AddRange(cloze.Blanks.Select(_ => ""));
    }

    /// <summary>Ids of the ticked options.</summary>
    public HashSet<string> Options { get; } = new(StringComparer.Ordinal);

    /// <summary>The typed number, term or words.</summary>
    public string Text { get; set; } = "";

    /// <summary>For each place the index of the step.</summary>
    public List<int> Steps { get; } = [];

    /// <summary>For each left side the index of its right side; -1 for none.</summary>
    public List<int> Targets { get; } = [];

    /// <summary>For each gap what was filled in.</summary>
    public List<string> Blanks { get; } = [];

    /// <summary>Indices of the key points that the words contain.</summary>
    public HashSet<int> KeyPoints { get; } = [];

    /// <summary>Indices of the red flags that the words show.</summary>
    public HashSet<int> RedFlags { get; } = [];

    /// <summary>How sure.</summary>
    public Certainty? Certainty { get; set; }

    /// <summary>Whether anything was entered.</summary>
    public bool IsEmpty => _question switch
    {
        ChoiceQuestion => Options.Count == 0,
        NumberQuestion or TextQuestion => string.IsNullOrWhiteSpace(Text),
        OrderQuestion => Steps.SequenceEqual(_asked.Choices.Select(c => c.Index)),
        MatchQuestion => Targets.All(t => t < 0),
        ClozeQuestion => Blanks.All(string.IsNullOrWhiteSpace),
        _ => false,
    };

    /// <summary>As a response.</summary>
    public Response ToResponse() => _question switch
    {
        ChoiceQuestion => new ChoiceResponse([.. Options.Order(StringComparer.Ordinal)]),
        NumberQuestion or TextQuestion => new TextResponse(Text),
        OrderQuestion => new OrderResponse([.. Steps]),
        MatchQuestion => new MatchResponse([.. Targets]),
        ClozeQuestion => new ClozeResponse([.. Blanks]),
        OpenQuestion => new OpenResponse(Text, [.. KeyPoints.Order()], [.. RedFlags.Order()]),
        _ => throw new InvalidOperationException($"Unhandled question {_question}."),
    };

    /// <summary>Takes over what was kept. What does not fit the question is left out.</summary>
    public void Restore(Response? response)
    {
        switch (response)
        {
            case ChoiceResponse { Options: { IsDefault: false } options }:
                Options.UnionWith(options);
                break;
            case TextResponse text:
                Text = text.Text ?? "";
                break;
            case OrderResponse { Steps: { IsDefault: false } steps } when steps.Length == Steps.Count:
                Refill(Steps, steps);
                break;
            case MatchResponse { Targets: { IsDefault: false } targets } when targets.Length == Targets.Count:
                Refill(Targets, targets);
                break;
            case ClozeResponse { Blanks: { IsDefault: false } blanks } when blanks.Length == Blanks.Count:
                Refill(Blanks, blanks);
                break;
            case OpenResponse open:
                Text = open.Text ?? "";
                KeyPoints.UnionWith(open.KeyPoints.IsDefault ? [] : open.KeyPoints);
                RedFlags.UnionWith(open.RedFlags.IsDefault ? [] : open.RedFlags);
                break;
        }
    }

    /// <summary>Takes over what a form sent. Whatever it sends, the marker decides what counts.</summary>
    public void Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (_question is ChoiceQuestion choice) Options.UnionWith(form["option"].Select(o => Number(o, -1)).Where(o => o >= 0 && o < _asked.Choices.Length).Select(o => choice.Options[_asked.Choices[o].Index].Id));
        Text = form["text"].FirstOrDefault() ?? "";
        for (var i = 0; i < Targets.Count; i++) Targets[i] = TargetAt(Number(form[$"target-{i}"], -1));
        for (var i = 0; i < Blanks.Count; i++) Blanks[i] = form[$"blank-{i}"].FirstOrDefault() ?? "";
        ReadSteps(form);
        KeyPoints.UnionWith(form["keypoint"].Select(k => Number(k, -1)));
        RedFlags.UnionWith(form["redflag"].Select(k => Number(k, -1)));
        Certainty = Number(form["certainty"], 0) is >= 1 and <= 3 and var sure ? (Certainty)sure : null;
    }

    /// <summary>The index of the right side that is shown at a place; -1 for none.</summary>
    public int TargetAt(int place) => place >= 0 && place < _asked.Targets.Length ? _asked.Targets[place].Index : -1;

    /// <summary>Without script each step says its place; of two at one place the one that stood first comes first.</summary>
    private void ReadSteps(IFormCollection form)
    {
        if (Steps.Count == 0) return;
        ImmutableArray<int> shown = [.. Steps];
        Refill(Steps, [.. shown.Select((step, i) => (Step: step, Place: Number(form[$"place-{i}"], i))).OrderBy(s => s.Place).Select(s => s.Step)]);
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static void Refill<T>(List<T> list, ImmutableArray<T> values)
    {
        list.Clear();
        list.AddRange(values);
    }
}
