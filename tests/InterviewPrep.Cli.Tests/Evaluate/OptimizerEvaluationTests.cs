using System.Globalization;
using System.Text.Json;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core;

namespace InterviewPrep.Cli.Tests.Evaluate;

public sealed class OptimizerEvaluationTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_learner_who_forgets_less_gets_parameters_that_predict_better()
    {
        var file = _folder.Write("log.csv", Daily(Reviews()));
        var run = CommandLine.Run("evaluate", "optimizer", file);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal(600, root.GetProperty("reviews").GetInt32());
        Assert.Equal(100, root.GetProperty("heldOut").GetInt32());
        Assert.True(root.GetProperty("isBetter").GetBoolean());
        Assert.True(Of(root, "fitted", "logLoss") < Of(root, "default", "logLoss"));
        Assert.True(Of(root, "fitted", "rmseBins") < Of(root, "default", "rmseBins"));
        Assert.Equal(21, root.GetProperty("weights").GetArrayLength());

        // No time passes on a fake clock, so that there is no speed.
        Assert.Equal(JsonValueKind.Null, root.GetProperty("reviewsPerSecond").ValueKind);
    }

    [Fact]
    public void The_default_loss_is_that_of_the_last_fifth()
    {
        var reviews = Reviews();
        using var json = JsonDocument.Parse(CommandLine.Run("evaluate", "optimizer", _folder.Write("log.csv", Daily(reviews))).Output);
        var predictions = ReviewPredictions.Of(new MemoryModel(FsrsParameters.Default), [.. reviews.Select(r => r.Review)]);
        Assert.Equal(500, predictions.Count);
        Assert.Equal(predictions.From(400).LogLoss, Of(json.RootElement, "default", "logLoss"), 12);
    }

    [Fact]
    public void A_log_with_times_counts_days_by_their_dates()
    {
        var start = new DateTime(2026, 1, 1, 23, 0, 0, DateTimeKind.Utc);
        var timed = Reviews().Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Review.Card},{(int)r.Review.Rating},{start.AddDays(r.Day):O},100"));
        var other = CommandLine.Run("evaluate", "optimizer", _folder.Write("timed.csv", ["card_id,review_rating,review_time,review_duration", .. timed]));
        Assert.Equal(CommandLine.Run("evaluate", "optimizer", _folder.Write("log.csv", Daily(Reviews()))).Output, other.Output);
    }

    [Theory]
    [InlineData("0,1,5,0", "'5' is not a rating.")]
    [InlineData("0,1,good,0", "'good' is not a rating.")]
    [InlineData("0,x,3,0", "'x' is not a card.")]
    [InlineData("0,1,3,1.5", "'1.5' is not a delta_t.")]
    [InlineData("0,1,3", "There are 3 columns, 4 in the header.")]
    public void A_bad_line_is_named(string line, string message)
    {
        var file = _folder.Write("log.csv", "day,card,rating,delta_t", "0,1,3,0", line);
        var run = CommandLine.Run("evaluate", "optimizer", file);
        Assert.Equal((1, "", $"{file}:3: {message}"), (run.ExitCode, run.Output, run.Error.TrimEnd()));
    }

    [Fact]
    public void Other_files_are_refused()
    {
        string Error(params string[] lines) => CommandLine.Run("evaluate", "optimizer", _folder.Write("log.csv", lines)).Error;
        Assert.Contains("log.csv:1: The header is neither", Error("a,b,c"), StringComparison.Ordinal);
        Assert.Contains("log.csv: It is empty.", Error(), StringComparison.Ordinal);
        Assert.Contains("log.csv: There are too few reviews", Error("day,card,rating,delta_t", "0,1,3,0"), StringComparison.Ordinal);
        Assert.Contains("log.csv:2: 'noon' is not a review_time.", Error("card_id,review_rating,review_time", "1,3,noon"), StringComparison.Ordinal);
        Assert.Contains("There is no such file.", CommandLine.Run("evaluate", "optimizer", "/no/such.csv").Error, StringComparison.Ordinal);
    }

    /// <summary>A hundred cards at rising intervals, one answer in twenty wrong, though the defaults expect far more.</summary>
    private static List<(int Day, LoggedReview Review)> Reviews()
    {
        int[] days = [0, 20, 60, 120, 200, 300];
        var random = new SplitMix64(4);
        var reviews = new List<(int, LoggedReview)>();
        for (var i = 0; i < days.Length; i++)
        {
            for (var card = 0; card < 100; card++)
                reviews.Add((days[i], new LoggedReview(card, random.Next(20) == 0 ? Rating.Again : Rating.Good, i == 0 ? 0 : days[i] - days[i - 1])));
        }

        return reviews;
    }

    private static IEnumerable<string> Daily(IEnumerable<(int Day, LoggedReview Review)> reviews) =>
        ["day,card,rating,delta_t", .. reviews.Select(r => $"{r.Day},{r.Review.Card},{(int)r.Review.Rating},{r.Review.ElapsedDays}")];

    private static double Of(JsonElement root, string parameters, string figure) => root.GetProperty(parameters).GetProperty(figure).GetDouble();
}
