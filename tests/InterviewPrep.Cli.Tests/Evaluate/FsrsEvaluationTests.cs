using System.Text.Json;

namespace InterviewPrep.Cli.Tests.Evaluate;

public sealed class FsrsEvaluationTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fsrs-vectors.jsonl", 4686)]
    [InlineData("fsrs-fuzz-curve-vectors.jsonl", 384)]
    public void Reference_vectors_are_reproduced(string file, int steps)
    {
        var run = CommandLine.Run("evaluate", "fsrs", Path.Combine(Repository.Root, "tests/InterviewPrep.Core.Tests/Memory", file));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((steps, 0), (json.RootElement.GetProperty("steps").GetInt32(), json.RootElement.GetProperty("mismatches").GetInt32()));
        Assert.InRange(json.RootElement.GetProperty("largestRelativeError").GetDouble(), 0, 1e-6);
    }

    [Theory]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["1m","10m"],"rs":["10m"],"h":[[0,3,0,null,2.4,2.11810397,1,1,0,10]]}""", ":1: minute 0: stability is 2.3065, not 2.4", 0.0389)]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["1m","10m"],"rs":["10m"],"h":[[0,3,0,null,2.3065,2.11810397,1,1,0,11]]}""", ":1: minute 0: due minute is 10, not 11", 0)]
    [InlineData("""{"k":"range","ivl":10,"elapsed":11,"max":36500,"lo":8,"hi":13}""", ":1: highest is 12, not 13", 0)]
    [InlineData("""{"k":"apply","seed":"seed_0_0.00","ivl":3,"elapsed":0,"out":4}""", ":1: days is 3, not 4", 0)]
    public void A_difference_is_counted_shown_and_fails(string vector, string difference, double largest)
    {
        var file = _folder.Write("vectors.jsonl", vector);
        var run = CommandLine.Run("evaluate", "fsrs", file);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("steps").GetInt32(), json.RootElement.GetProperty("mismatches").GetInt32()));
        Assert.Equal(largest, json.RootElement.GetProperty("largestRelativeError").GetDouble(), 3);
        Assert.Equal(file + difference, Assert.Single(json.RootElement.GetProperty("differences").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"k":"spline"}""")]
    [InlineData("""{"k":"range","ivl":"ten","elapsed":11,"max":36500,"lo":8,"hi":12}""")]
    [InlineData("""{"k":"range","ivl":1.5,"elapsed":11,"max":36500,"lo":8,"hi":12}""")]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["10x"],"rs":["10m"],"h":[]}""")]
    [InlineData("""{"st":true,"start":0,"dr":1.9,"max":36500,"ls":["1m"],"rs":["10m"],"h":[]}""")]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["1m"],"rs":["10m"],"w":[1,2],"h":[]}""")]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["1m"],"rs":["10m"],"h":[[0,7,0,null,1,1,1,1,0,1]]}""")]
    [InlineData("""{"st":true,"start":0,"dr":0.9,"max":36500,"ls":["1m"],"rs":["10m"],"h":[[0,3]]}""")]
    public void A_line_that_is_no_vector_is_named(string line)
    {
        var file = _folder.Write("vectors.jsonl", """{"k":"curve","w20":0.1,"t":0,"S":0.1,"R":1}""", "", line);
        var run = CommandLine.Run("evaluate", "fsrs", file);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}:3: This is no vector: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void A_missing_and_an_empty_file_are_named()
    {
        var missing = CommandLine.Run("evaluate", "fsrs", "/no/such/file.jsonl");
        Assert.Equal((1, "", "/no/such/file.jsonl: There is no such file."), (missing.ExitCode, missing.Output, missing.Error.TrimEnd()));
        var file = _folder.Write("empty.jsonl");
        Assert.Equal($"{file}: There is no vector in it.", CommandLine.Run("evaluate", "fsrs", file).Error.TrimEnd());
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "fsr")]
    [InlineData("evaluate", "fsrs")]
    [InlineData("evaluate", "fsrs", "a", "b")]
    [InlineData("evaluate", "fsrs", "--fast")]
    [InlineData("evaluate", "optimizer")]
    [InlineData("evaluate", "optimizer", "a", "b")]
    [InlineData("evaluate", "optimizer", "--fast")]
    public void A_wrong_call_is_code_two_and_one_clear_line(params string[] arguments)
    {
        var run = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split(Environment.NewLine));
    }
}
