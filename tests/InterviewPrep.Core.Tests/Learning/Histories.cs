using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Tests.Answers;

namespace InterviewPrep.Core.Tests.Learning;

/// <summary>Courses and seeded histories of answers for tests of the learner's model.</summary>
internal static class Histories
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static readonly StudyDay Days = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    /// <summary>So many questions of all types and levels over so many concepts, each concept with a lesson, all in one module.</summary>
    public static Course Course(int questions = 24, int concepts = 4) => new(new CourseParts
    {
        Id = "course",
        Title = "Course",
        Description = "Course",
        Modules =
        [
            new Module("module", 1, "Module", "Module",
            [
                .. Enumerable.Range(0, concepts).Select(i => new Lesson
                {
                    Id = $"lesson-{i}", Module = "module", Number = $"1.{i + 1}", Title = "Lesson", Summary = "Lesson", Minutes = 10, Concepts = [$"concept-{i}"],
                    Needs = i == 0 ? [] : [$"lesson-{i - 1}"],
                }),
            ]),
        ],
        Concepts = [.. Enumerable.Range(0, concepts).Select(i => new Concept($"concept-{i}", "Concept", "Concept", new SectionReference($"lesson-{i}", null), []))],
        Misconceptions = [new Misconception("belief", "b", "c", "concept-0"), new Misconception("gb-is-gib", "b", "c", $"concept-{concepts - 1}")],
        Questions = [.. Enumerable.Range(0, questions).Select(i => Question(i, concepts))],
    });

    public static string Id(int question) => $"q-{question:0000}";

    /// <summary>Answers of a learner in random order of questions and modes, some of them to questions that are in no course, with jumps of the clock.</summary>
    public static List<LoggedAnswer> Answers(int seed, int count, int questions = 24, int gone = 3)
    {
        var random = new SplitMix64(seed);
        var time = Start;
        var answers = new List<LoggedAnswer>(count);
        for (var i = 0; i < count; i++)
        {
            time += random.Next(10) switch
            {
                0 => TimeSpan.FromHours(random.Next(60)),
                1 => TimeSpan.FromMinutes(-random.Next(90)), // Somebody set the server's clock.
                2 => TimeSpan.Zero,
                _ => TimeSpan.FromSeconds(5 + random.Next(120)),
            };
            answers.Add(Answer(ref random, time, random.Next(questions + gone)));
        }

        return [.. InOrder(answers)];
    }

    public static IEnumerable<LoggedAnswer> InOrder(IEnumerable<LoggedAnswer> answers) => answers.OrderBy(a => a.Time).ThenBy(a => a.Id);

    public static LoggedAnswer Answer(ref SplitMix64 random, DateTime time, int question)
    {
        Span<byte> id = stackalloc byte[16];
        BitConverter.TryWriteBytes(id, random.Next());
        BitConverter.TryWriteBytes(id[8..], random.Next());
        var score = random.Next(5) switch { 0 => 0, 1 => 0.5, 2 => 2 / 3.0, _ => 1.0 };
        return new LoggedAnswer
        {
            Id = new Guid(id),
            Question = Id(question),
            Seed = random.Next(3),
            Certainty = random.Next(4) is > 0 and var certainty ? (Certainty)certainty : null,
            Hints = random.Next(8) == 0 ? 1 : 0,
            Duration = TimeSpan.FromSeconds(1 + random.Next(200)),
            Score = score,
            Misconceptions = score < 0.9 && random.Next(3) == 0 ? [random.Next(2) == 0 ? "belief" : "gb-is-gib"] : [],
            Mode = (AnswerMode)(1 + random.Next(5)),
            Time = time,
            Correction = random.Next(15) switch { 0 => new(null, true), 1 => new((Rating)(1 + random.Next(4)), false), _ => default },
        };
    }

    public static LearnerModel Model(Course course, IEnumerable<LoggedAnswer> answers, StudyDay? days = null, FsrsParameters? parameters = null)
    {
        var model = new LearnerModel(course, days ?? Days, parameters ?? FsrsParameters.Default);
        foreach (var answer in answers) model.Add(answer);
        return model;
    }

    private static Question Question(int number, int concepts)
    {
        Question question = Asked.All[number % Asked.All.Length];
        return question with { Id = Id(number), Concepts = [$"concept-{number % concepts}"], Level = 1 + (number % 4), Lesson = $"lesson-{number % concepts}" };
    }
}
