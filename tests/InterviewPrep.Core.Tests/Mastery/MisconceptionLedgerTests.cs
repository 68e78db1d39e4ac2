using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Mastery;

public sealed class MisconceptionLedgerTests
{
    private static readonly ConceptAnswer Shown = Answer("a", 0, 0, id: "shown", misconception: "scale");

    [Fact]
    public void Held_ShownOnce_StaysWithItsAnswer()
    {
        var held = Assert.Single(Ledger(Shown).Held);
        Assert.Equal(new HeldMisconception("scale", held.Shown, 0, held.Against), held);
        Assert.Equal(["shown"], held.Shown);
        Assert.Empty(held.Against);
    }

    [Fact]
    public void Held_TwoRightAnswersOnTwoDaysAndTwoQuestions_IsGivenUp()
    {
        var ledger = Ledger(Shown, Answer("b", 1, 0.5), Answer("c", 1, 1.5));
        Assert.Empty(ledger.Held);
        Assert.Equal(["b@0.5", "c@1.5"], Assert.Single(ledger.GivenUp).Against);
    }

    [Fact]
    public void Held_ContraryAnswersThatDoNotCount_Stays()
    {
        Assert.Single(Ledger(Shown, Answer("b", 1, 1.1), Answer("c", 1, 1.9)).Held);
        Assert.Single(Ledger(Shown, Answer("b", 1, 1), Answer("b", 1, 2)).Held);
        Assert.Single(Ledger(Shown, Answer("b", 1, 1), Answer("c", 1, 2, certainty: Certainty.NotSure)).Held);
        Assert.Single(Ledger(Shown, Answer("b", 1, 1), Answer("c", 0.5, 2)).Held);
        Assert.Single(Ledger(Shown, Answer("b", 1, 1), Answer("c", 1, 2, "other")).Held);
    }

    [Fact]
    public void Held_QuestionThatCanShowIt_CountsWhateverItsConcept() =>
        Assert.Empty(Ledger(Shown, Answer("tempting", 1, 1, "other"), Answer("c", 1, 2)).Held);

    [Fact]
    public void Held_ShownAgain_StartsOver()
    {
        var ledger = Ledger(Shown, Answer("b", 1, 1), Shown with { Id = "again", Day = 2 }, Answer("c", 1, 3));
        var held = Assert.Single(ledger.Held);
        Assert.Equal(["shown", "again"], held.Shown);
        Assert.Equal(["c@3"], held.Against);
        Assert.Single(Ledger(Shown, Answer("b", 1, 1), Answer("c", 1, 2), Shown with { Day = 9 }).Held);
    }

    private static MisconceptionLedger Ledger(params ConceptAnswer[] answers)
    {
        var ledger = new MisconceptionLedger(a => a.Question == "tempting" || a.PrimaryConcept == "attention" ? ["scale"] : []);
        foreach (var answer in answers) ledger.Add(answer);
        return ledger;
    }
}
