using InterviewPrep.Core.Answers;

namespace InterviewPrep.Data.Attempts;

/// <summary>
/// What may change at a place of an open sitting. Until its time is over, everything; from when it is fixed, of an open question what the
/// learner finds in the words, and never the words.
/// </summary>
internal static class StepDrafts
{
    /// <summary>Keeps a response that is not final.</summary>
    /// <returns>Whether it is kept.</returns>
    public static bool Keep(AttemptStep step, Response? draft, Certainty? certainty, bool isOverdue)
    {
        if (step.Revealed is not null) return TryMark(step, draft);
        if (isOverdue) return false;
        step.Draft = draft is OpenResponse words ? Unmarked(words).ToJson() : draft?.ToJson();
        step.DraftCertainty = certainty;
        return true;
    }

    /// <summary>Fixes the words of an open question for good. Those that are fixed already stay.</summary>
    /// <returns>Whether its model answer may be shown.</returns>
    public static bool Reveal(AttemptStep step, OpenResponse words, Certainty? certainty, DateTime now, bool isOverdue)
    {
        if (step.Revealed is not null) return true;
        if (isOverdue) return false;
        step.Draft = Unmarked(words).ToJson();
        step.DraftCertainty = certainty;
        step.Revealed = now;
        return true;
    }

    /// <summary>Fixes a place as it stands. Where nothing was written there is nothing to mark.</summary>
    public static void Fix(AttemptStep step, DateTime now)
    {
        if (step.Revealed is not null) return;
        if (ReadOpen(step) is { } words && string.IsNullOrWhiteSpace(words.Text)) step.Draft = null;
        step.Revealed = now;
    }

    private static bool TryMark(AttemptStep step, Response? marks)
    {
        if (marks is not OpenResponse found || ReadOpen(step) is not { } words) return false;
        step.Draft = (words with { KeyPoints = found.KeyPoints, RedFlags = found.RedFlags, IsTentative = found.IsTentative }).ToJson();
        return true;
    }

    private static OpenResponse? ReadOpen(AttemptStep step) => step.Draft is { } draft ? Response.FromJson(draft) as OpenResponse : null;

    private static OpenResponse Unmarked(OpenResponse words) => words with { KeyPoints = default, RedFlags = default, IsTentative = false };
}
