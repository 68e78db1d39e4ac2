using System.Text.Json;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Testing.Hostile;

/// <summary>A file for the import, as somebody may forge it: wherever it may hold a text it holds attacks.</summary>
public static class HostileLearnerFile
{
    private const int MostInTitle = 200;
    private const int MostInReport = 2_000;
    private const string Snapshot = "s";
    private static readonly DateTime Time = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Whose it says to be.</summary>
    public static Guid Learner { get; } = Guid.Parse("0198c5f2-0000-7000-8000-000000000001");

    /// <summary>A sitting that is open, and one that is over and whose answer is all attacks at once.</summary>
    public static Guid Open { get; } = Guid.Parse("0198c5f2-0000-7000-8000-000000000002");

    /// <inheritdoc cref="Open"/>
    public static Guid Ended { get; } = Guid.Parse("0198c5f2-0000-7000-8000-000000000003");

    /// <summary>Titles of its sittings.</summary>
    public static IReadOnlyList<string> Titles { get; } = Attacks.Packed(Attacks.Typed, MostInTitle, " ");

    /// <summary>All attacks, one a line.</summary>
    public static string Everything { get; } = string.Join('\n', Attacks.Typed);

    /// <summary>Writes it.</summary>
    /// <param name="course">Whose first question in one's own words is the one that is answered.</param>
    public static string Of(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var question = course.Questions.OfType<OpenQuestion>().First();
        var step = Guid.CreateVersion7();
        return JsonSerializer.Serialize(new
        {
            format = "interviewprep-learner",
            version = 1,
            exported = Time,
            learner = new { id = Learner, created = Time, displayName = Attacks.All[0], timeZone = Attacks.All[2], dailyMinutes = 15, settings = new { desiredRetention = 0.9, knownConcepts = Attacks.All, rounds = Attacks.All }, guests = Array.Empty<Guid>() },
            account = new { email = Attacks.All[0], emailConfirmed = true, passkeys = Attacks.All, logins = Attacks.All },
            questions = new Dictionary<string, JsonElement> { [Snapshot] = JsonElement.Parse(QuestionJson.Write(question)) },
            answers = new[]
            {
                new
                {
                    id = Guid.CreateVersion7(), step, attempt = Ended, question = question.Id, version = question.Version, snapshot = Snapshot, seed = 1L,
                    response = JsonElement.Parse(new OpenResponse(Everything, [], []).ToJson()), hints = 0, durationMilliseconds = 1_000L, score = 0.5, certainty = (object?)null,
                    misconceptions = Attacks.OnOneLine.Take(20), mode = nameof(AnswerMode.Quiz), time = Time, regrades = Array.Empty<object>(),
                },
            },
            attempts = Titles.Select((title, i) => Sitting(i switch { 0 => Ended, 1 => Open, _ => Guid.CreateVersion7() }, i == 0 ? step : Guid.CreateVersion7(), title, question, i)),
            notes = new[] { new { question = question.Id, text = Everything, time = Time } },
            bookmarks = Attacks.OnOneLine.Where(a => a.Length <= MostInTitle).Select(a => new { question = a, time = Time }),
            places = Attacks.OnOneLine.Where(a => a.Length <= MostInTitle).Select(a => new { lesson = a, section = a, time = Time }),
            sectionsRead = Attacks.OnOneLine.Where(a => a.Length <= MostInTitle).Select(a => new Dictionary<string, object> { ["lesson"] = a, ["section"] = a, ["time"] = Time, ["explicit"] = true }),
            reports = Attacks.Packed(Attacks.Typed, MostInReport, "\n").Select(text => new { id = Guid.CreateVersion7(), question = question.Id, version = 1, text, time = Time, resolved = (DateTime?)null }),
        });
    }

    private static object Sitting(Guid id, Guid step, string title, Question question, int index) => new
    {
        id,
        spec = new Dictionary<string, object> { ["title"] = title },
        started = Time.AddMinutes(-index),
        ended = id == Open ? (DateTime?)null : Time,
        givenUp = false,
        position = 0,
        steps = new[] { new { id = step, position = 0, question = question.Id, version = question.Version, snapshot = Snapshot, seed = 1L, shown = (DateTime?)null, hints = 0, flagged = false, draft = (object?)null, draftCertainty = (object?)null, revealed = (DateTime?)null } },
    };
}
