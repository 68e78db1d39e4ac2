using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Loading;

/// <summary><c>loop.yaml</c>: what is read of it, and what is left of it when something is wrong.</summary>
public sealed class LoopTests
{
    private const string Text = """
        title: The loop's rounds
        summary: Two rounds.
        pass: 0.7
        rounds:
          - id: round-breadth
            title: Breadth
            summary: Short questions.
            minutes: 10
            parts:
              - { questions: 2, modules: [attention], types: [single, number], levels: [1, 3] }
              - { questions: 1, lessons: [scaling], types: [open] }
          - { id: round-all, title: All, summary: Everything., minutes: 180, parts: [{ questions: 8 }] }

        """;

    [Fact]
    public void It_is_read_as_it_is_written()
    {
        var (loop, diagnostics) = Load(Text);
        Assert.Empty(diagnostics);
        Assert.Equal(("The loop’s rounds", "Two rounds.", 0.7, 190), (loop!.Title, loop.Summary, loop.Pass, loop.Minutes));
        var round = loop.FindRound("round-breadth")!;
        Assert.Equal(("Breadth", "Short questions.", 10, 3), (round.Title, round.Summary, round.Minutes, round.Questions));
        Assert.Equal(["attention"], round.Parts[0].Modules);
        Assert.Equal([QuestionType.Single, QuestionType.Number], round.Parts[0].Types);
        Assert.Equal([1, 3], round.Parts[0].Levels);
        Assert.Equal(["scaling"], round.Parts[1].Lessons);
        Assert.Null(loop.FindRound("round-none"));
    }

    [Fact]
    public void A_course_without_the_file_has_no_loop() => Assert.Null(Load(null).Loop);

    [Fact]
    public void A_part_that_is_not_what_was_meant_is_left_out_and_never_draws_from_everywhere()
    {
        var (loop, diagnostics) = Load(Text.Replace("modules: [attention]", "modules: [atention]", StringComparison.Ordinal).Replace("lessons: [scaling]", "lesson: [scaling]", StringComparison.Ordinal));
        Assert.Equal(["unknown-module", "unknown-key"], diagnostics);
        Assert.Equal(["round-all"], loop!.Rounds.Select(r => r.Id));
    }

    [Fact]
    public void A_loop_that_no_round_is_left_of_is_none()
    {
        var (loop, diagnostics) = Load(Text.Replace("questions: 8", "questions: 61", StringComparison.Ordinal).Replace("id: round-breadth", "id: scaling", StringComparison.Ordinal));
        Assert.Equal(["duplicate-id", "invalid-value"], diagnostics);
        Assert.Null(loop);
    }

    [Fact]
    public void What_refers_to_something_that_could_not_be_loaded_is_no_further_mistake()
    {
        var deck = ("decks/breadth.quiz.yaml", "deck: breadth\nquestions: x\n");
        Assert.Equal(["wrong-type"], Load(Text.Replace("modules: [attention]", "decks: [breadth]", StringComparison.Ordinal), deck).Diagnostics);
        Assert.Equal(["unknown-module"], Load(Text.Replace("modules: [attention]", "modules: [training]", StringComparison.Ordinal).Replace("levels: [1, 3] ", "", StringComparison.Ordinal),
            ("course.yaml", CourseFolder.Valid["course.yaml"].Replace("[attention]", "[attention, training]", StringComparison.Ordinal))).Diagnostics);
    }

    [Fact]
    public void Where_questions_could_not_be_read_nobody_can_say_that_too_few_match()
    {
        var quiz = CourseFolder.Valid["attention/scaling.quiz.yaml"].Replace("minutes: 2", "minutes: 0", StringComparison.Ordinal);
        var (loop, diagnostics) = Load(Text, ("attention/scaling.quiz.yaml", quiz));
        Assert.Equal(["invalid-value"], diagnostics);
        Assert.Equal(2, loop!.Rounds.Length);
    }

    [Fact]
    public void The_course_s_own_loop_has_six_rounds_that_can_be_drawn_without_asking_anything_twice()
    {
        var course = new CourseLoader(Repository.Content).Load(CourseFolder.Today, TestContext.Current.CancellationToken).Course;
        Assert.Equal((6, 0.7), (course.Loop!.Rounds.Length, course.Loop.Pass));
        for (var seed = 0; seed < 20; seed++)
        {
            var asked = new HashSet<string>();
            foreach (var round in course.Loop.Rounds)
            {
                var drawn = RoundDraw.Draw(course, round, asked, _ => default, _ => false, seed);
                Assert.Equal(round.Questions, drawn.Length);
                Assert.All(drawn, d => Assert.True(asked.Add(d.Question.Id)));
                Assert.InRange(drawn.Sum(d => (d.Question as OpenQuestion)?.Minutes ?? 2), 10, round.Minutes);
            }
        }
    }

    private static (MockLoop? Loop, IEnumerable<string> Diagnostics) Load(string? text, params (string Path, string? Text)[] changes)
    {
        using var folder = new CourseFolder(changes);
        if (text is not null) folder.Write("loop.yaml", text);
        var (loaded, diagnostics) = Checked.Folder(folder);
        return (loaded.Course.Loop, [.. diagnostics.Select(d => d.Code)]);
    }
}
