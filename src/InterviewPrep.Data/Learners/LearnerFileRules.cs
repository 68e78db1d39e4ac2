using System.Text.Json;
using InterviewPrep.Core.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Review;

namespace InterviewPrep.Data.Learners;

/// <summary>What must hold in a file that may come from anywhere.</summary>
internal static class LearnerFileRules
{
    /// <exception cref="LearnerFileException">Something does not.</exception>
    public static void Check(LearnerDocument document)
    {
        var learner = document.Learner;
        Demand(learner.DisplayName.Length <= LearnerSettings.MaxNameLength, "the display name is too long");
        Demand(learner.DailyMinutes is >= 1 and <= LearnerSettings.MaxDailyMinutes, "the minutes a day are out of range");
        Demand(learner.Settings.DesiredRetention is >= LearnerSettings.LeastRetention and <= LearnerSettings.MostRetention, "the desired retention is out of range");
        Text(learner.DisplayName);
        Ids(learner.TimeZone);
        foreach (var answer in document.Answers)
        {
            Ids([answer.Question, .. answer.Misconceptions]);
            Demand(answer.Version >= 1 && answer.Hints >= 0 && answer.DurationMilliseconds >= 0, $"the answer {answer.Id} has a negative number");
            Demand(answer.Score is >= 0 and <= 1 && answer.Regrades.All(r => r.Score is >= 0 and <= 1 && r.ScoreBefore is >= 0 and <= 1), $"the answer {answer.Id} has a score outside of 0 to 1");
            Demand(answer.Corrections.All(c => c.Rating is null || Enum.IsDefined(c.Rating.Value)), $"the answer {answer.Id} has a rating that does not exist");
            Demand(Parses(() => Response.FromJson(answer.Response.GetRawText())), $"the response of the answer {answer.Id} cannot be read");
        }

        foreach (var attempt in document.Attempts)
        {
            Demand(Parses(() => AttemptStore.SpecOf(attempt.Spec.GetRawText())), $"the quiz of the sitting {attempt.Id} cannot be read");
            Demand(attempt.Steps.All(s => s.Draft is not { } draft || Parses(() => Response.FromJson(draft.GetRawText()))), $"a draft in the sitting {attempt.Id} cannot be read");
            Demand(attempt.Steps.All(s => s.Hints >= 0) && attempt.Steps.DistinctBy(s => s.Position).Count() == attempt.Steps.Length, $"the places of the sitting {attempt.Id} are not in order");
        }

        foreach (var suspended in document.Suspended) Ids(suspended.Question);
        foreach (var parameters in document.Parameters) Demand(FittedParameters.Read(parameters.Weights) is not null, $"the parameters {parameters.Id} are not 21 numbers");
        foreach (var section in document.SectionsRead) Ids(section.Lesson, section.Section);
        foreach (var place in document.Places) Ids(place.Lesson, place.Section);
        foreach (var bookmark in document.Bookmarks) Ids(bookmark.Question);
        foreach (var note in document.Notes)
        {
            Ids(note.Question);
            Text(note.Text);
        }

        foreach (var report in document.Reports)
        {
            Ids(report.Question);
            Text(report.Text);
            Demand(report.Text.Length <= Marks.MistakeReport.MaxLength, $"the report {report.Id} is too long");
        }
    }

    private static void Ids(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            Demand(id.Length <= InterviewPrepContext.IdLength, "an id is too long");
            Text(id);
        }
    }

    /// <summary>PostgreSQL has no place for the character 0.</summary>
    private static void Text(string text) => Demand(!text.Contains('\0', StringComparison.Ordinal), "a text has the character 0");

    private static bool Parses<T>(Func<T> parse)
    {
        try
        {
            parse();
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static void Demand(bool holds, string problem)
    {
        if (!holds) throw new LearnerFileException($"This file cannot be used: {problem}.");
    }
}
