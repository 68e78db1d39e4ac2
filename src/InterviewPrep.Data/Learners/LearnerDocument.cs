using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Data.Learners;

/// <summary>
/// All that is kept of one learner, as JSON; docs/operations.md describes it. A file may hold several, one after the other.
/// What can be computed from the answers is not in it, and no secret is.
/// </summary>
internal sealed record LearnerDocument
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "interviewprep-learner";

    /// <summary>The version that is written; older ones can be read.</summary>
    public const int NewestVersion = 1;

    /// <summary>How it is written and read: indented, so that people can read it too.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // It is a file, never part of a page.
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 64,
    };

    private static readonly JsonSerializerOptions Compact = new(Json) { WriteIndented = false };

    public string Format { get; init; } = FormatName;

    public required int Version { get; init; }

    public required DateTime Exported { get; init; }

    public required LearnerPart Learner { get; init; }

    public AccountPart? Account { get; init; }

    public ImmutableArray<AnswerPart> Answers { get; init; } = [];

    public ImmutableArray<AttemptPart> Attempts { get; init; } = [];

    /// <summary>The questions as they were asked, by id of their snapshot.</summary>
    public IReadOnlyDictionary<string, JsonElement> Questions { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    public ImmutableArray<SectionPart> SectionsRead { get; init; } = [];

    public ImmutableArray<PlacePart> Places { get; init; } = [];

    public ImmutableArray<BookmarkPart> Bookmarks { get; init; } = [];

    public ImmutableArray<NotePart> Notes { get; init; } = [];

    public ImmutableArray<ReportPart> Reports { get; init; } = [];

    public ImmutableArray<SuspendedPart> Suspended { get; init; } = [];

    public ImmutableArray<ParametersPart> Parameters { get; init; } = [];

    /// <summary>A part as it was before it was indented.</summary>
    public static string TextOf(JsonElement element) => JsonSerializer.Serialize(element, Compact);
}

/// <summary>Who, and what they chose. <paramref name="Guests"/> are the ids under which they answered before they signed in.</summary>
internal sealed record LearnerPart(Guid Id, DateTime Created, string DisplayName, string TimeZone, int DailyMinutes, LearnerSettings Settings, ImmutableArray<Guid> Guests);

/// <summary>How they sign in, without what proves it; read by people, not by the import.</summary>
internal sealed record AccountPart(string? Email, bool EmailConfirmed, ImmutableArray<string> Passkeys, ImmutableArray<string> Logins);

internal sealed record AnswerPart(
    Guid Id, Guid Step, Guid? Attempt, string Question, int Version, string Snapshot, long Seed, JsonElement Response, Certainty? Certainty,
    int Hints, long DurationMilliseconds, double Score, ImmutableArray<string> Misconceptions, AnswerMode Mode, DateTime Time, ImmutableArray<RegradePart> Regrades)
{
    /// <summary>What the learner said about its rating, oldest first.</summary>
    public ImmutableArray<CorrectionPart> Corrections { get; init; } = [];

    public Answer ToAnswer(Guid learner) => new()
    {
        Id = Id,
        Learner = learner,
        Step = Step,
        Attempt = Attempt,
        Question = Question,
        Version = Version,
        Seed = Seed,
        Response = Core.Answers.Response.FromJson(Response.GetRawText()),
        Certainty = Certainty,
        Hints = Hints,
        Duration = TimeSpan.FromMilliseconds(DurationMilliseconds),
        Score = Score,
        Misconceptions = Misconceptions,
        Mode = Mode,
        Time = Time,
    };
}

internal sealed record RegradePart(Guid Id, int Version, double ScoreBefore, double Score, ImmutableArray<string> Misconceptions, DateTime Time, DateTime? Seen);

internal sealed record CorrectionPart(Guid Id, Rating? Rating, bool IsVoid, DateTime Time);

internal sealed record SuspendedPart(string Question, DateTime Time);

internal sealed record ParametersPart(Guid Id, string Weights, bool IsAdopted, int Reviews, int HeldOut, double? LogLossBefore, double? LogLossFitted, DateTime Time);

internal sealed record AttemptPart(Guid Id, JsonElement Spec, DateTime Started, DateTime? Ended, bool GivenUp, int Position, ImmutableArray<StepPart> Steps);

internal sealed record StepPart(
    Guid Id, int Position, string Question, int Version, string Snapshot, long Seed, DateTime? Shown, int Hints, bool Flagged,
    JsonElement? Draft, Certainty? DraftCertainty, DateTime? Revealed);

internal sealed record SectionPart(string Lesson, string Section, DateTime Time, bool Explicit);

internal sealed record PlacePart(string Lesson, string Section, DateTime Time);

internal sealed record BookmarkPart(string Question, DateTime Time);

internal sealed record NotePart(string Question, string Text, DateTime Time);

internal sealed record ReportPart(Guid Id, string Question, int Version, string Text, DateTime Time, DateTime? Resolved);
