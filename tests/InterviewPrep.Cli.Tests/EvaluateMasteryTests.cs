using System.Globalization;
using System.Text.Json;

namespace InterviewPrep.Cli.Tests;

/// <summary>The command on small files of its own; the published logs are evaluated by hand.</summary>
public sealed class EvaluateMasteryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluate-mastery");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_PracticeAndTest_PrintsEveryModelWarmAndCold()
    {
        var result = Evaluate("--answers", File("a.csv", Practice()), "--items", File("i.json", """{ "items": [{"topic":0},{"topic":0},{"topic":1},{"topic":1}] }"""), "--warm", "5");
        Assert.Equal(5, result.GetProperty("testLearners").GetInt32());
        foreach (var protocol in (string[])["warm", "cold"])
        {
            foreach (var model in (string[])["mastery", "rawPercent", "betaPosterior", "elo"])
            {
                var outcome = result.GetProperty(protocol).GetProperty(model);
                var online = outcome.GetProperty("online");
                Assert.Equal(5 * 11, online.GetProperty("answers").GetInt32());
                Assert.InRange(online.GetProperty("auc").GetDouble(), 0, 1);
                Assert.InRange(online.GetProperty("logLoss").GetDouble(), 0, 3);
                Assert.InRange(online.GetProperty("calibrationError").GetDouble(), 0, 1);
                Assert.NotEmpty(online.GetProperty("reliability").EnumerateArray());
                Assert.Equal(5 * 4, outcome.GetProperty("posttest").GetProperty("answers").GetProperty("answers").GetInt32());
                Assert.Equal(5 * 2, outcome.GetProperty("posttest").GetProperty("topics").GetProperty("topics").GetInt32());
            }
        }
    }

    [Fact]
    public void Run_Reference_IsComparedRowByRow()
    {
        // 0.5 before anything is known; then e = -0.5, w = 0.25 and h = 1/(1 + 0.25 · 3) by hand.
        var answers = File("a.csv", "t,student,topic,item,correct,phase,latency_ms\n0,0,0,0,0,0,1\n60,0,0,1,1,0,1\n");
        var items = File("i.json", """[{"topic":0},{"topic":0}]""");
        var h = 1 / (1 + (0.25 * 3));
        var ability = new { Mean = -1 * h * 0.5, Variance = Math.Min(1, 1 - (0.25 * h) + 0.005) };
        var offset = new { Mean = (-0.4 * h * 0.5) + (0.05 * 0.5), Variance = Math.Min(0.4, (0.4 * (1 - (0.4 * 0.25 * h))) + 0.01) };
        var x = (ability.Mean + offset.Mean) / Math.Sqrt(1 + (Math.PI / 8 * (ability.Variance + offset.Variance + 0.6 + 1)));
        var second = 1 / (1 + Math.Exp(-x));
        var reference = File("r.csv", string.Create(CultureInfo.InvariantCulture, $"row,student,correct,p_hbr\n0,0,0,0.5\n1,0,1,{second:F9}\n"));
        var compared = Evaluate("--answers", answers, "--items", items, "--reference", reference).GetProperty("reference");
        Assert.Equal(2, compared.GetProperty("compared").GetInt32());
        Assert.InRange(compared.GetProperty("largestDifference").GetDouble(), 0, 1e-8);

        var wrong = Evaluate("--answers", answers, "--items", items, "--reference", File("w.csv", "row,student,correct,p_hbr\n1,0,1,0.9\n"));
        Assert.InRange(wrong.GetProperty("reference").GetProperty("largestDifference").GetDouble(), 0.1, 1);
    }

    [Fact]
    public void Run_Truth_JudgesTheWeakTopics()
    {
        var answers = File("a.csv", "learner,n,day,topic,item,correct\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"0,{i},{i / 10}.5,{i % 2},{i % 4},{i % 2}\n")));
        var items = File("i.json", """[{"id":0,"topic":0,"b_authored":0.1,"guess":0},{"id":1,"topic":1,"b_authored":-0.5,"guess":0.25},{"id":2,"topic":0},{"id":3,"topic":1}]""");
        var truth = File("t.jsonl", """{"l":0,"n":10,"day":1,"weak":[0],"M":[0.2,0.9]}""" + "\n" + """{"l":0,"n":20,"day":2,"weak":[0],"M":[0.2,0.9]}""");
        var points = Evaluate("--answers", answers, "--items", items, "--truth", truth).GetProperty("models").GetProperty("mastery").GetProperty("points");
        Assert.Equal([10, 20], points.EnumerateArray().Select(p => p.GetProperty("after").GetInt32()));
        Assert.All(points.EnumerateArray(), p => Assert.Equal(1, p.GetProperty("topics").GetProperty("weakAuc").GetDouble()));
    }

    /// <summary>The gates of the mastery model on a world that nobody has tuned for, a little lower because it is small.</summary>
    [Fact]
    public void Run_FreshSimulation_FindsWeakTopicsBetterThanCounting()
    {
        var models = Evaluate("--seed", "20261126", "--learners", "80").GetProperty("models");
        double At72(string model, string figure) => models.GetProperty(model).GetProperty("points").EnumerateArray()
            .Single(p => p.GetProperty("after").GetInt32() == 72).GetProperty("topics").GetProperty(figure).GetDouble();
        Assert.InRange(At72("mastery", "weakAuc"), 0.82, 1);
        Assert.InRange(At72("mastery", "flagPrecision"), 0.72, 1);
        Assert.True(At72("mastery", "weakAuc") > At72("betaPosterior", "weakAuc") + 0.03);
        Assert.True(At72("mastery", "weakAuc") > At72("rawPercent", "weakAuc") + 0.05);
    }

    [Theory]
    [InlineData("--answers")]
    [InlineData("--nonsense", "1")]
    [InlineData("--seed", "x")]
    [InlineData("--answers", "a.csv")]
    public void Run_Misuse_SaysHowToCallIt(params string[] arguments)
    {
        var run = CommandLine.Run(["evaluate", "mastery", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("evaluate mastery --answers", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("learner,day,topic,item\n", ":1: There is no column correct")]
    [InlineData("learner,day,topic,item,correct\n0,0,0,0,1\n0,x,0,0,1\n", ":3: 'x' in column day is not a number")]
    [InlineData("learner,day,topic,item,correct\n0,0,0,0,2\n", ":2: '2' in column correct is not 1, 0 or -1")]
    [InlineData("learner,day,topic,item,correct\n0,0,0,0.5,1\n", ":2: '0.5' in column item is not a whole number")]
    [InlineData("learner,day,topic,item,correct\n0,0,0\n", ":2: '' in column correct is not a number")]
    [InlineData("learner,day,topic,item,correct\n0,0,3,0,1\n", ":2: Item 0 of topic 3 is not in")]
    public void Run_BadAnswers_NamesTheLine(string answers, string expected)
    {
        var run = CommandLine.Run("evaluate", "mastery", "--answers", File("a.csv", answers), "--items", File("i.json", """[{"topic":0}]"""));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("""[{"id":0}]""", "")]
    [InlineData("""[{"topic":0},{"id":0,"topic":1}]""", "")]
    [InlineData("""[{"topic":0}]""", "{}")]
    public void Run_BadItemsOrTruth_NamesTheFile(string items, string truth)
    {
        string[] arguments = ["evaluate", "mastery", "--answers", File("a.csv", "learner,day,topic,item,correct\n0,0,0,0,1\n"), "--items", File("i.json", items)];
        var run = CommandLine.Run(truth.Length == 0 ? arguments : [.. arguments, "--truth", File("t.jsonl", truth)]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(truth.Length == 0 ? "i.json" : "t.jsonl:1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MissingFile_SaysSo() =>
        Assert.Contains("There is no such file", CommandLine.Run("evaluate", "mastery", "--answers", "/nowhere.csv", "--items", "/nowhere.json").Error, StringComparison.Ordinal);

    private static JsonElement Evaluate(params string[] arguments)
    {
        var run = CommandLine.Run(["evaluate", "mastery", .. arguments]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Ten learners: eight rows of practice, one of them a solution shown, and four of a test.</summary>
    private static string Practice()
    {
        var random = new Random(4);
        var lines = new List<string> { "t,student,topic,item,correct,phase,latency_ms" };
        for (var learner = 0; learner < 10; learner++)
        {
            for (var i = 0; i < 12; i++)
            {
                var item = i % 4;
                var right = i == 3 ? -1 : random.NextDouble() < (item < 2 ? 0.4 : 0.8) ? 1 : 0;
                lines.Add($"{(learner * 1000) + (i * 30)},{learner},{item / 2},{item},{right},{(i < 8 ? 0 : 1)},900");
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
