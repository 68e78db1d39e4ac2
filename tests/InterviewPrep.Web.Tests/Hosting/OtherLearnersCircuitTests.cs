using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Review;
using InterviewPrep.Testing;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Home;
using InterviewPrep.Web.Features.Loops;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Features.Reports;
using InterviewPrep.Web.Features.Review;
using InterviewPrep.Web.Features.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>
/// What a circuit of one learner can be asked about another: every component that asks a store, every method that is told whose, each with
/// the other's ids. They are found by reflection: a new one needs its case here. The stores themselves are <c>OtherLearnersTests</c>.
/// </summary>
public sealed partial class OtherLearnersCircuitTests : LearnerTest
{
    private const string Word = "zzneighbour";

    /// <summary>Types through which data of learners are had.</summary>
    private static readonly Type[] Doors =
    [
        .. typeof(LearnerStore).Assembly.GetTypes(), typeof(Answering), typeof(CheckSessions), typeof(QuizStarter), typeof(RoundStarter), typeof(CheckSession), typeof(Sitting),
    ];

    private readonly Guid _other = Guid.CreateVersion7();
    private Guid _open;
    private Guid _ended;
    private Guid _step;

    public OtherLearnersCircuitTests() => Folder = ScreenCourse.Miniature().WithLoop();

    /// <summary>Components that get data of learners by themselves, pages left out, with what a stranger does to them.</summary>
    private Dictionary<string, Func<Task<string>>> Components => new()
    {
        [nameof(SittingView)] = () =>
        {
            var (open, ended) = (Render<SittingView>(p => p.Add(v => v.Id, _open)), Render<SittingView>(p => p.Add(v => v.Id, _ended)));
            foreach (var view in new[] { open, ended }) view.WaitForAssertion(() => Assert.Contains("There is no such quiz here.", view.Markup, StringComparison.Ordinal));
            return Task.FromResult(open.Markup + ended.Markup);
        },
        [nameof(ReviewView)] = () =>
        {
            var due = Render<ReviewView>();
            due.WaitForAssertion(() => Assert.Equal("Nothing is due.", due.Find("h1").TextContent));
            var all = Render<ReviewView>(p => p.Add(v => v.Cram, true).Add(v => v.Concept, "queue.order"));
            all.WaitForAssertion(() => Assert.NotEmpty(all.FindAll("h1")));
            Assert.Empty(all.FindAll("[data-question]"));
            return Task.FromResult(due.Markup + all.Markup);
        },
        [nameof(CheckIsland)] = async () =>
        {
            foreach (var id in new[] { _open, _ended, _step, _other }) Assert.Contains("cannot be asked now", Render<CheckIsland>(p => p.Add(v => v.QuestionId, id.ToString())).Markup, StringComparison.Ordinal);
            var check = Render<CheckIsland>(p => p.Add(v => v.QuestionId, "q-single"));
            await check.WaitForElement("button:contains('I don’t know')").ClickAsync(new());
            check.WaitForElement("[data-outcome]");
            Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
            return check.Markup;
        },
        [nameof(QuestionTools)] = async () =>
        {
            var tools = Render<QuestionTools>(p => p.Add(t => t.Question, Catalog.Current.Course.FindQuestion("q-single")!));
            await tools.Find("button:contains('Note')").ClickAsync(new());
            Assert.Equal("", tools.Find("textarea").GetAttribute("value") ?? "");
            await tools.Find("textarea").ChangeAsync(new() { Value = "mine" });
            await tools.Find(".tool-form button").ClickAsync(new());
            tools.WaitForAssertion(() => Assert.Contains("Kept.", tools.Markup, StringComparison.Ordinal));
            Assert.Equal("mine", (await Database.Marks.NoteAsync(Learner, "q-single", Gone))!.Text);
            return tools.Markup;
        },
        [nameof(FittedWeights)] = () =>
        {
            var weights = Render<FittedWeights>();
            Assert.DoesNotContain("In use are parameters", weights.Markup, StringComparison.Ordinal);
            return Task.FromResult(weights.Markup);
        },
        [nameof(ReportList)] = () =>
        {
            var list = Render<ReportList>();
            list.WaitForAssertion(() => Assert.Contains("You may not see this list", list.Find("[role=alert]").TextContent, StringComparison.Ordinal));
            return Task.FromResult(list.Markup);
        },
        [nameof(WelcomeBack)] = () => Task.FromResult(Render<WelcomeBack>().Markup),
    };

    /// <summary>Methods that are told whose things they are about, with the ids of another.</summary>
    private Dictionary<string, Func<Task>> Methods => new()
    {
        ["Sitting.OpenAsync"] = async () =>
        {
            foreach (var id in new[] { _open, _ended, _step, _other })
                Assert.Null(await Sitting.OpenAsync(Learner, id, new LearnerSettings(), Catalog.Current, Database.Attempts, Services.GetRequiredService<Answering>(), Gone));
        },
        ["QuizStarter.MatchingAsync"] = async () =>
        {
            foreach (var pool in new[] { QuizPool.Missed, QuizPool.Bookmarked })
            {
                Assert.NotEmpty(await Starter.MatchingAsync(_other, new QuizSpec { Title = "t", Pool = pool }, Gone));
                Assert.Empty(await Starter.MatchingAsync(Learner, new QuizSpec { Title = "t", Pool = pool }, Gone));
            }
        },
        ["QuizStarter.StartAsync"] = async () => Assert.Null((await Starter.StartAsync(Learner, new QuizSpec { Title = "t", Pool = QuizPool.Bookmarked }, Gone)).Attempt),
        ["QuizStarter.RetryAsync"] = async () =>
        {
            foreach (var id in new[] { _open, _ended }) Assert.Equal((null, "There is no such quiz."), await Starter.RetryAsync(Learner, id, Gone));
        },
        ["QuizStarter.DiagnoseAsync"] = async () => await OwnAsync((await Starter.DiagnoseAsync(Learner, Gone)).Attempt!.Value),
        ["RoundStarter.StartAsync"] = async () =>
        {
            var rounds = Services.GetRequiredService<RoundStarter>();
            var theirs = Assert.Single(await Database.Attempts.RoundsAsync(_other, Gone));
            var mine = (await rounds.StartAsync(Learner, theirs.Spec.Round!, Gone)).Attempt!.Value;
            Assert.NotEqual(theirs.Id, mine);
            await OwnAsync(mine);
        },
        ["Answering.SubmitAsync"] = async () =>
        {
            var answering = Services.GetRequiredService<Answering>();
            var question = Catalog.Current.Course.FindQuestion("q-single")!;
            var asking = new Asking(Learner, _step, _open, question, 1, Now, 0, AnswerMode.Quiz);
            await Assert.ThrowsAsync<InvalidOperationException>(() => answering.SubmitAsync(asking, new UnknownResponse(), null, Gone));
            await answering.SubmitAsync(asking with { Attempt = null }, new UnknownResponse(), null, Gone);
            Assert.Equal(_step, Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone), a => a.Step == _step).Step);
        },
        ["Answering.TryMark"] = () =>
        {
            var asking = new Asking(Learner, _step, _open, Catalog.Current.Course.FindQuestion("q-single")!, 1, Now, 0, AnswerMode.Quiz);
            Assert.True(Services.GetRequiredService<Answering>().TryMark(asking, new UnknownResponse(), null, out var answer, out _));
            Assert.Equal(Learner, answer.Learner);
            return Task.CompletedTask;
        },
    };

    private QuizStarter Starter => Services.GetRequiredService<QuizStarter>();

    [Fact]
    public void Every_component_that_gets_data_of_learners_has_its_case()
    {
        var found = typeof(App).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract && !t.IsDefined(typeof(RouteAttribute)))
            .Where(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(p => p.IsDefined(typeof(InjectAttribute)) && Doors.Contains(p.PropertyType)))
            .Select(t => t.Name);
        Assert.Equal(Components.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    /// <summary>What begins a circuit: marked where it stands on a page or in its class, or asked for by a script.</summary>
    [Fact]
    public void Every_root_of_a_circuit_has_its_case()
    {
        var sources = Sources("*.razor").ToList();
        Assert.DoesNotContain(sources, s => OnWholeComponent().IsMatch(s));
        Assert.DoesNotContain(typeof(App).Assembly.GetTypes(), t => t.GetCustomAttributes<RenderModeAttribute>().Any());
        var roots = sources.SelectMany(s => OnPage().Matches(s)).Concat(Sources("*.cs").SelectMany(s => ByScript().Matches(s))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Subset(Components.Keys.ToHashSet(), roots);
        Assert.Superset(new HashSet<string>([nameof(SittingView), nameof(ReviewView), nameof(CheckIsland)]), roots);
    }

    [Fact]
    public void Every_method_that_is_told_whose_has_its_case()
    {
        string[] aboutNobody = ["LearnerClaims.Principal", "OpenCircuits.Enter", "OpenCircuits.HasRoom", "OpenCircuits.Leave"]; // Those who count.
        var found = typeof(App).Assembly.GetTypes().Where(t => t.IsPublic && !typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Asking) || (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType) == typeof(Guid)) && !m.IsSpecialName && m.Name is not ("Deconstruct" or "Equals"))
            .Where(m => m.DeclaringType!.GetMethod("<Clone>$") is null)
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Except(aboutNobody);
        Assert.Equal(Methods.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_component_shows_or_changes_what_is_anothers()
    {
        await MoveInAsync();
        var before = await KeptAsync();
        foreach (var (name, act) in Components)
        {
            var markup = await act();
            string[] traces = [Word, _other.ToString(), _step.ToString(), .. name == nameof(SittingView) ? Array.Empty<string>() : [_open.ToString(), _ended.ToString()]]; // It repeats the id that it was asked for.
            foreach (var trace in traces) Assert.False(markup.Contains(trace, StringComparison.Ordinal), $"{name} shows {trace}.");
            Assert.True(before == await KeptAsync(), $"{name} changed something.");
        }
    }

    [Fact]
    public async Task No_method_gives_or_changes_what_is_anothers()
    {
        await MoveInAsync();
        var before = await KeptAsync();
        foreach (var (name, act) in Methods)
        {
            await act();
            Assert.True(before == await KeptAsync(), $"{name} changed something.");
        }
    }

    /// <summary>A place in a sitting comes from a click; a forged one is none.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_place_that_a_sitting_does_not_have_is_not_gone_to(int place)
    {
        await MoveInAsync();
        var sitting = (await Sitting.OpenAsync(_other, _open, new LearnerSettings(), Catalog.Current, Database.Attempts, Services.GetRequiredService<Answering>(), Gone))!;
        var before = sitting.Attempt.Position;
        await sitting.GoAsync(place, Gone);
        Assert.Equal((before, before), (sitting.Attempt.Position, (await Database.Attempts.FindAsync(_other, _open, Gone))!.Position));
    }

    private async Task OwnAsync(Guid attempt)
    {
        Assert.NotNull(await Database.Attempts.FindAsync(Learner, attempt, Gone));
        Assert.Null(await Database.Attempts.FindAsync(_other, attempt, Gone));
    }

    /// <summary>Somebody whose every text can be told from everybody else's.</summary>
    private async Task MoveInAsync()
    {
        var course = Catalog.Current.Course;
        await Database.Learners.SaveSettingsAsync(_other, new LearnerSettings { DisplayName = Word }, Now, Gone);
        await AnsweredAsync("q-single", 0, Certainty.Certain, TimeSpan.FromDays(3), learner: _other);
        await AnsweredAsync("q-multi", 1, Certainty.Certain, TimeSpan.FromDays(3), learner: _other);
        DrawnQuestion[] drawn = [new(course.Questions[0], 1), new(course.Questions[1], 2)];
        _open = await Database.Attempts.StartAsync(_other, new QuizSpec { Title = Word + " open" }, drawn, Now, Gone);
        _ended = await Database.Attempts.StartAsync(_other, new QuizSpec { Title = Word + " ended" }, drawn, Now, Gone);
        await Database.Attempts.EndAsync(_other, _ended, [], givenUp: false, Now, Gone);
        _step = (await Database.Attempts.FindAsync(_other, _open, Gone))!.Steps[0].Id;
        await Services.GetRequiredService<RoundStarter>().StartAsync(_other, new RoundKey(Guid.CreateVersion7(), course.Loop!.Rounds[0].Id), Gone);
        foreach (var question in course.Questions)
        {
            await Database.Marks.NoteAsync(_other, question.Id, Word, Now, Gone);
            await Database.Marks.BookmarkAsync(_other, question.Id, true, Now, Gone);
            await Database.Marks.ReportAsync(_other, question.Id, 1, Word, Now, Gone);
        }

        await Database.Reading.PlaceAsync(_other, "queues", "order", Now, Gone);
        await Services.GetRequiredService<ReviewStore>().KeepParametersAsync(_other, new(FsrsParameters.Default, true, 900, 90, 0.4, 0.3), Now, Gone);
    }

    private async Task<string> KeptAsync()
    {
        using var file = new MemoryStream();
        Assert.True(await new LearnerExport(Database.Database).WriteAsync(_other, file, withOpenQuestions: true, DateTime.UnixEpoch, Gone));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    [GeneratedRegex(@"<(\w+)[^<>]*@rendermode=")]
    private static partial Regex OnPage();

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "InterviewPrep.Web"), pattern, SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

    [GeneratedRegex(@"RegisterForJavaScript<(\w+)>")]
    private static partial Regex ByScript();

    [GeneratedRegex(@"(?m)^@rendermode\s")]
    private static partial Regex OnWholeComponent();
}
