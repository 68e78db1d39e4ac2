using System.Text.RegularExpressions;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Tests.Markdown;
using InterviewPrep.Content.Tests.Scripting;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Tests.Documentation;

/// <summary><c>docs/content-format.md</c> cannot rot: its files make a course, its fragments render, its tables are those of the code.</summary>
public sealed partial class ContentFormatTests
{
    private static readonly string Document = File.ReadAllText(Repository.Path("docs/content-format.md"));

    [Fact]
    public void The_tables_are_those_of_the_code() => Assert.Equal(FormatTables.Refresh(Document), Document);

    [Fact]
    public void The_example_files_make_a_course_without_a_diagnostic()
    {
        var root = Directory.CreateTempSubdirectory("documented-");
        try
        {
            foreach (Match file in Files().Matches(Document))
            {
                var path = Path.Combine(root.FullName, file.Groups["path"].Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Groups["text"].Value);
            }

            var (loaded, diagnostics) = Checked.Load(new Content.Loading.CourseLoader(root.FullName));
            Assert.Empty(diagnostics);
            Assert.Equal(Enum.GetValues<QuestionType>().Order(), loaded.Course.Questions.Select(q => q.Type).Distinct().Order());
            Assert.Single(loaded.Course.Decks);
            Assert.Equal(2, loaded.Course.Lessons.Length);
            Assert.Equal(["round-breadth", "round-design"], loaded.Course.Loop!.Rounds.Select(r => r.Id));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_key_of_a_question_is_shown()
    {
        var quizzes = string.Concat(Files().Matches(Document).Where(f => f.Groups["path"].Value.EndsWith(".quiz.yaml", StringComparison.Ordinal)).Select(f => f.Groups["text"].Value));
        Assert.All(
            ((Type[])[typeof(QuizDocument), typeof(QuestionDocument), typeof(OptionDocument), typeof(SlipDocument), typeof(PairDocument), typeof(KeyPointDocument), typeof(ToleranceDocument)]).SelectMany(t => DocumentShape.Of(t).Keys),
            k => Assert.Matches($@"\b{k.Name}:", quizzes));
    }

    [Fact]
    public void Every_key_of_a_loop_is_shown()
    {
        var loop = Files().Matches(Document).Single(f => f.Groups["path"].Value == "loop.yaml").Groups["text"].Value;
        Assert.All(((Type[])[typeof(LoopDocument), typeof(RoundDocument), typeof(PartDocument)]).SelectMany(t => DocumentShape.Of(t).Keys), k => Assert.Matches($@"\b{k.Name}:", loop));
    }

    public static TheoryData<string> FragmentTexts => [.. Fragments().Matches(Document).Select(m => m.Groups["text"].Value)];

    [Theory]
    [MemberData(nameof(FragmentTexts))]
    public void A_fragment_renders_without_a_diagnostic(string markdown) => Assert.Empty(Rendered.Lesson(markdown).Diagnostics);

    public static TheoryData<string> Expressions => [.. ExpressionBlocks().Matches(Document).SelectMany(m => m.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_check_that_is_shown_holds(string text)
    {
        Assert.True(Expression.TryParse(text, out var expression, out var error), error?.ToString());
        Assert.True(expression.Evaluate().Holds, text);
    }

    [Fact]
    public void Every_function_and_unit_is_named()
    {
        Assert.All(Core.Expressions.Unit.All, u => Assert.Contains($"`{u.Symbol}`", Document, StringComparison.Ordinal));
        Assert.False(Expression.TryParse("xxxxxxxxxxxxxxxxxxxx(1)", out _, out var error));
        var functions = error.Mend["The functions are ".Length..error.Mend.IndexOf('.', StringComparison.Ordinal)].Split(", ");
        var section = Document[Document.IndexOf("### Functions", StringComparison.Ordinal)..Document.IndexOf("### Units", StringComparison.Ordinal)];
        Assert.True(functions.Length > 20);
        Assert.All(functions, f => Assert.Matches($"`{f}[`(]", section));
    }

    [GeneratedRegex("^(?<fence>````?)[a-z]+ (?<path>[a-z0-9./-]+)\n(?<text>.*?)^\\k<fence>$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Files();

    [GeneratedRegex("^````?markdown\n(?<text>.*?)^````?$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fragments();

    [GeneratedRegex("^```text\n(?<text>.*?)^```$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ExpressionBlocks();
}
