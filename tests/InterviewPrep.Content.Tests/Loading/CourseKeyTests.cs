using System.Globalization;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Loading;

/// <summary>The questions of the course, answered as a learner types.</summary>
public sealed class CourseKeyTests
{
    private const int Seeds = 40;

    private static readonly Lazy<Course> Loaded = new(() => new CourseLoader(Repository.Content).Load(CourseFolder.Today, CancellationToken.None).Course);

    [Fact]
    public void A_key_that_is_typed_is_marked_right()
    {
        var wrong = Loaded.Value.Questions.SelectMany(q => Enumerable.Range(0, q.Variants.Count > 1 ? Seeds : 1), (q, seed) => (Question: q, Seed: seed))
            .Select(c => (c.Question.Id, c.Seed, Response: KeyOf(c.Question, c.Seed), c.Question))
            .Where(c => c.Response is not null && Mark(c.Question, c.Seed, c.Response) != 1)
            .Select(c => $"{c.Id} ({c.Seed}): {(c.Response as TextResponse)?.Text ?? c.Response?.ToString()}");
        Assert.Equal("", string.Join("\n", wrong.Take(5)));
    }

    // What a blind reader worked out with pencil and paper, as it would be typed.
    [Theory]
    [InlineData("flops-days-01", "size=7 tokens=1 gpus=256", "12.2", "12.2 days", "292 hours")]
    [InlineData("plan-ckpt-01", "gpus=1024 cost=60", "77.2", "77.2 min", "4630 s")]
    [InlineData("imap-plan-01", "hours=17", "7.5", "7.5 h", "450 min")]
    [InlineData("drag-canary-01", "q=40 share=5 d=1", "3.8", "3.8 days")]
    [InlineData("moe-count-01", "num=4", "24.16B", "24.16 billion", "2.416e10")]
    [InlineData("moe-count-02", "num=8 k=2", "27.6", "27.6 %")]
    [InlineData("moe-serve-01", "num=8 k=2 b=4", "68.4", "68.4%")]
    [InlineData("param-share-02", "v=128256 blocks=7", "13.05", "13.05 %")]
    [InlineData("block-ffn-02", "ff=14336 kv=8", "80.8", "80.8 percent")]
    [InlineData("temb-share-01", "vocab=32000", "1.80", "1.80 %")]
    [InlineData("imap-diagnostic-01", "num=10", "14.5", "14.5 points")]
    [InlineData("vocab-params-01", "d=4096", "788.5M", "789 million")]
    [InlineData("data-effective-01", "unique=100 passes=4", "373B", "3.73e11")]
    [InlineData("sft-stop-01", "", "-100", "−100")]
    public void A_result_on_paper_is_marked_right(string id, string variant, params string[] typed)
    {
        var question = Assert.IsType<NumberQuestion>(Loaded.Value.FindQuestion(id));
        var values = variant.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order();
        var seed = Enumerable.Range(0, 1_000).First(s => question.Variants.Draw(s).Select(p => $"{p.Key}={p.Value.ToString(CultureInfo.InvariantCulture)}").Order().SequenceEqual(values));
        Assert.All(typed, t => Assert.Equal(1, Mark(question, seed, new TextResponse(t))));
    }

    [Theory]
    [InlineData("e^(m-n)", 1)]
    [InlineData("exp(m − n)", 1)]
    [InlineData("e^(n-m)", 2 / 3.0)]
    public void The_factor_of_the_online_softmax_has_a_direction(string typed, double score)
    {
        var question = Assert.IsType<ClozeQuestion>(Loaded.Value.FindQuestion("flash-online-01"));
        Assert.Equal(score, Mark(question, 0, new ClozeResponse([typed, "output", "end"])), 1e-9);
    }

    private static double Mark(Question question, long seed, Response response)
    {
        Assert.True(Marker.TryMark(question, seed, response, out var marking, out var problem), $"{question.Id}: {problem}");
        return marking.Score;
    }

    /// <summary>A number is typed without a unit and with more digits than any tolerance asks for.</summary>
    private static Response? KeyOf(Question question, long seed) => question switch
    {
        NumberQuestion number => new TextResponse(Bare(number, seed)),
        TextQuestion text => new TextResponse(text.Accept[0]),
        ClozeQuestion cloze => new ClozeResponse([.. cloze.Blanks.Select(b => b.Accept[0])]),
        _ => null,
    };

    private static string Bare(NumberQuestion question, long seed)
    {
        var unit = Unit.TryFind(question.Unit, out var found) ? found : null;
        var typed = new NumberFormat { Unit = unit, Significant = NumberFormat.MaxDigits }.Format(Marker.KeyOf(question, seed)!.Value);
        return unit is null ? typed : typed[..^(unit.Symbol.Length + 1)];
    }
}
