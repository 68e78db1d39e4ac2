using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Learners;

/// <summary>
/// Nobody reads or changes what is another's, by any method of any store. The methods are found by reflection: a new one
/// needs its case here.
/// </summary>
public sealed class OtherLearnersTests
{
    private static readonly Dictionary<string, Func<TestDatabase, Guid, Attempt, Attempt, Task<object?>>> Cases = new()
    {
        ["LearnerStore.SettingsAsync"] = async (d, me, _, _) => (await d.Learners.SettingsAsync(me, None)).DisplayName,
        ["LearnerStore.SaveSettingsAsync"] = (d, me, _, _) => Nothing(d.Learners.SaveSettingsAsync(me, new() { DisplayName = "Eve" }, Asked.Now, None)),
        ["LearnerStore.ExistsAsync"] = async (d, me, _, _) => await d.Learners.ExistsAsync(me, None),
        ["LearnerStore.IsDeletedAsync"] = async (d, me, _, _) => await d.Learners.IsDeletedAsync(me, None),
        ["LearnerStore.DeleteAsync"] = (d, me, _, _) => Nothing(d.Learners.DeleteAsync(me, Asked.Now, None)),
        ["AnswerStore.RecordAsync"] = (d, me, open, _) => Refused<InvalidOperationException>(() => d.Answers.RecordAsync(Asked.Answer(me, open.Steps[1].Id, attempt: open.Id), open.Steps[1].Question, None)),
        ["AnswerStore.FindAsync"] = async (d, me, _, ended) => await d.Answers.FindAsync(me, ended.Steps[0].Id, None),
        ["AnswerStore.OfLearnerAsync"] = async (d, me, _, _) => await d.Answers.OfLearnerAsync(me, None),
        ["AnswerStore.OfQuestionAsync"] = async (d, me, _, _) => await d.Answers.OfQuestionAsync(me, "dot-01", None),
        ["AnswerStore.WithQuestionAsync"] = async (d, me, _, ended) => await d.Answers.WithQuestionAsync(me, ended.Steps[0].Answer!.Id, None),
        ["AnswerStore.HistoryAsync"] = async (d, me, _, _) => await d.Answers.HistoryAsync(me, None),
        ["FoldStore.ChangesAsync"] = async (d, me, _, _) => (await d.Folds.ChangesAsync(me, null, None)).Added,
        ["FoldStore.FindAsync"] = async (d, me, _, _) => await d.Folds.FindAsync(me, None),
        ["FoldStore.ParametersAsync"] = async (d, me, _, _) => (await d.Folds.ParametersAsync(me, None)).Equals(FsrsParameters.Default) ? null : "another's",
        ["FoldStore.SaveAsync"] = async (d, me, _, _) => await d.Folds.SaveAsync(me, FoldMark.None, [], None),
        ["FoldStore.DeleteAsync"] = (d, me, _, _) => Nothing(d.Folds.DeleteAsync(me, None)),
        ["RegradeStore.UnseenAsync"] = async (d, me, _, _) => await d.Regrades.UnseenAsync(me, None),
        ["RegradeStore.OfLastAnswerAsync"] = async (d, me, _, _) => await d.Regrades.OfLastAnswerAsync(me, "dot-01", None),
        ["RegradeStore.SeenAsync"] = (d, me, _, _) => Nothing(d.Regrades.SeenAsync(me, Asked.Now, None)),
        ["ReviewStore.CorrectAsync"] = async (d, me, _, ended) => await d.Reviews.CorrectAsync(me, ended.Steps[0].Answer!.Id, new(Rating.Easy, false), Asked.Now, None),
        ["ReviewStore.SuspendAsync"] = (d, me, _, _) => Nothing(d.Reviews.SuspendAsync(me, "dot-02", false, Asked.Now, None)),
        ["ReviewStore.SuspendedAsync"] = async (d, me, _, _) => await d.Reviews.SuspendedAsync(me, None),
        ["ReviewStore.KeepParametersAsync"] = (d, me, _, _) => Nothing(d.Reviews.KeepParametersAsync(me, new(FsrsParameters.Default, false, 9, 0, double.NaN, double.NaN), Asked.Now, None)),
        ["ReviewStore.ForgetParametersAsync"] = (d, me, _, _) => Nothing(d.Reviews.ForgetParametersAsync(me, None)),
        ["ReviewStore.LastFitAsync"] = async (d, me, _, _) => await d.Reviews.LastFitAsync(me, None),
        ["ReviewStore.ParametersAsync"] = async (d, me, _, _) => (await d.Reviews.ParametersAsync(me, None)).Equals(FsrsParameters.Default) ? null : "another's",
        ["AttemptStore.StartAsync"] = (d, me, _, _) => Nothing(d.StartAsync(me)),
        ["AttemptStore.FindAsync"] = async (d, me, open, _) => await d.Attempts.FindAsync(me, open.Id, None),
        ["AttemptStore.ListAsync"] = async (d, me, _, _) => await d.Attempts.ListAsync(me, 0, 100, None),
        ["AttemptStore.ShowAsync"] = async (d, me, open, _) => await d.Attempts.ShowAsync(me, open.Id, 0, Asked.Now, None),
        ["AttemptStore.HintAsync"] = async (d, me, open, _) => await d.Attempts.HintAsync(me, open.Id, 0, 3, None),
        ["AttemptStore.FlagAsync"] = async (d, me, open, _) => await d.Attempts.FlagAsync(me, open.Id, 0, true, None),
        ["AttemptStore.DraftAsync"] = async (d, me, open, _) => await d.Attempts.DraftAsync(me, open.Id, 0, new UnknownResponse(), Certainty.Certain, Asked.Now, None),
        ["AttemptStore.RevealAsync"] = async (d, me, open, _) => await d.Attempts.RevealAsync(me, open.Id, 0, new OpenResponse("Eve", [], []), null, Asked.Now, None),
        ["AttemptStore.FixAsync"] = async (d, me, open, _) => await d.Attempts.FixAsync(me, open.Id, Asked.Now, None),
        ["AttemptStore.RoundsAsync"] = async (d, me, _, _) => await d.Attempts.RoundsAsync(me, None),
        ["AttemptStore.EndAsync"] = async (d, me, open, _) => await d.Attempts.EndAsync(me, open.Id, [Asked.Answer(me, open.Steps[0].Id, attempt: open.Id)], true, Asked.Now, None),
        ["ReadingStore.MarkAsync"] = (d, me, _, _) => Nothing(d.Reading.MarkAsync(me, "dot-products", ["alignment"], true, Asked.Now.AddDays(1), None)),
        ["ReadingStore.UnmarkAsync"] = (d, me, _, _) => Nothing(d.Reading.UnmarkAsync(me, "dot-products", ["alignment"], None)),
        ["ReadingStore.PlaceAsync"] = (d, me, _, _) => Nothing(d.Reading.PlaceAsync(me, "dot-products", "orthogonality", Asked.Now.AddDays(1), None)),
        ["ReadingStore.ReadAsync"] = async (d, me, _, _) => await d.Reading.ReadAsync(me, None),
        ["ReadingStore.PlacesAsync"] = async (d, me, _, _) => await d.Reading.PlacesAsync(me, None),
        ["MarkStore.BookmarkAsync"] = (d, me, _, _) => Nothing(d.Marks.BookmarkAsync(me, "dot-01", false, Asked.Now, None)),
        ["MarkStore.BookmarksAsync"] = async (d, me, _, _) => await d.Marks.BookmarksAsync(me, None),
        ["MarkStore.NoteAsync"] = async (d, me, _, _) => await d.Marks.NoteAsync(me, "dot-01", None),
        ["MarkStore.NoteAsync(text)"] = (d, me, _, _) => Nothing(d.Marks.NoteAsync(me, "dot-01", "", Asked.Now, None)),
        ["MarkStore.NotesAsync"] = async (d, me, _, _) => await d.Marks.NotesAsync(me, None),
        ["MarkStore.ReportAsync"] = (d, me, _, _) => Nothing(d.Marks.ReportAsync(me, "dot-01", 1, "Also wrong.", Asked.Now, None)),
        ["LearnerExport.WriteAsync"] = async (d, me, _, _) => await d.TextOfAsync(me),
    };

    /// <summary>What is not asked for by one learner: for whoever runs the instance, or tested on its own.</summary>
    private static readonly string[] NotOfOneLearner =
        ["AccountChanges.MakeAsync", "AccountChanges.Claim", "LearnerStore.OwnerAsync", "LearnerStore.ClaimAsync", "LearnerExport.LearnersAsync", "LearnerImport.ReadAsync", "MarkStore.ReportsAsync", "MarkStore.ResolveAsync", "RegradeStore.RegradeAsync"];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public void Every_method_of_every_store_has_its_case()
    {
        var stores = typeof(LearnerStore).Assembly.GetTypes().Where(t => t.IsPublic && t.GetConstructors().Any(c => c.GetParameters() is [{ ParameterType: var p }, ..] && p == typeof(Database))).ToList();
        Assert.Superset(new HashSet<string>(["AnswerStore", "AttemptStore", "FoldStore", "LearnerStore", "MarkStore", "ReadingStore", "RegradeStore", "ReviewStore"]), stores.Select(s => s.Name).ToHashSet());
        Assert.Equal(
            Cases.Keys.Concat(NotOfOneLearner).Order(StringComparer.Ordinal),
            stores.SelectMany(s => s.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).Select(NameOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [DatabaseData]
    public async Task Nobody_reads_or_changes_what_is_anothers(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, open, ended) = await database.BusyLearnerAsync();
        var before = await database.TextOfAsync(learner);
        foreach (var (name, call) in Cases)
        {
            var stranger = Guid.CreateVersion7();
            Assert.True(IsNothing(await call(database, stranger, open, ended)), $"{name} told a stranger something.");
            Assert.True(before == await database.TextOfAsync(learner), $"{name} let a stranger change something.");
        }

        Assert.Equal(learner, (await database.Attempts.FindAsync(learner, open.Id, None))!.Learner);
    }

    private static string NameOf(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}{(method.Name == "NoteAsync" && method.GetParameters().Any(p => p.Name == "text") ? "(text)" : "")}";

    private static bool IsNothing(object? result) => result switch
    {
        null or false or 0 or "" => true,
        ITuple or bool or int or string => false,
        IEnumerable many => !many.GetEnumerator().MoveNext(),
        _ => false,
    };

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> Refused<T>(Func<Task> call)
        where T : Exception
    {
        await Assert.ThrowsAsync<T>(call);
        return null;
    }
}
