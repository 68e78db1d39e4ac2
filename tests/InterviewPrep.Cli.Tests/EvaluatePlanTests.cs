using System.Text.Json;

namespace InterviewPrep.Cli.Tests;

public sealed class EvaluatePlanTests
{
    [Fact]
    public void Run_SmallSimulation_TodayBeatsTheOtherHabits()
    {
        var all = Evaluate("--seed", "77", "--seeds", "1", "--learners", "8", "--days", "10", "--minutes", "12").GetProperty("all");
        Assert.InRange(all.GetProperty("todayToCourseOrder").GetDouble(), 1.05, 3);
        Assert.InRange(all.GetProperty("todayToRandom").GetDouble(), 1, 3);
        Assert.True(all.GetProperty("courseOrder").GetDouble() > all.GetProperty("readinessWithoutStudy").GetDouble());
    }

    [Fact]
    public void Run_SameSeed_IsTheSameResult()
    {
        string[] arguments = ["--seed", "3", "--seeds", "2", "--learners", "2", "--days", "3"];
        Assert.Equal(Evaluate(arguments).GetProperty("seeds").ToString(), Evaluate(arguments).GetProperty("seeds").ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--seed")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "1", "--days", "0")]
    [InlineData("--seed", "1", "--other", "2")]
    public void Run_Misuse_SaysHowToCallIt(params string[] arguments)
    {
        var run = CommandLine.Run(["evaluate", "plan", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("evaluate plan --seed", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Evaluate(params string[] arguments)
    {
        var run = CommandLine.Run(["evaluate", "plan", .. arguments]);
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
