using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Cli;

/// <summary><c>rebuild</c>: computes all that is derived from answers anew, or compares what is kept with that.</summary>
internal static class RebuildCommand
{
    private const string DefaultContent = "content";

    public static int Run(DatabaseArguments arguments, TextWriter output, TextWriter error, TimeProvider clock) => RunAsync(arguments, output, error, clock).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(DatabaseArguments arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var (isCheck, start) = (arguments["--check"] is not null, clock.GetTimestamp());
        var root = arguments["--content"] ?? DefaultContent;
        if (!Directory.Exists(root)) throw new SettingException($"There is no content folder {root}; name it by --content.");
        var course = new CourseLoader(root).Load(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Course;
        var settings = arguments.Settings();
        using var database = new Database(DatabaseArguments.Contexts(settings), settings);
        var (folds, learners) = (new FoldStore(database), new LearnerStore(database));
        var counts = new Counts();
        foreach (var learner in await LearnersAsync(arguments, database).ConfigureAwait(false))
        {
            var difference = await RebuildAsync(folds, learner, await learners.SettingsAsync(learner, CancellationToken.None).ConfigureAwait(false), course, isCheck, counts).ConfigureAwait(false);
            if (difference is not null) error.WriteLine($"{learner}: {difference}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Learners:N0} learners, {counts.Answers:N0} answers, {counts.Cards:N0} cards, {counts.Concepts:N0} concept estimates in {clock.GetElapsedTime(start).TotalSeconds:0.0} s"));
        output.WriteLine(isCheck
            ? string.Create(CultureInfo.InvariantCulture, $"{counts.Kept:N0} kept models compared, {counts.Different:N0} differ")
            : string.Create(CultureInfo.InvariantCulture, $"{counts.Kept:N0} models kept (from {LearnerModels.LeastKept:N0} answers on)"));
        return counts.Different == 0 ? Commands.Passed : Commands.Failed;
    }

    private static async Task<ImmutableArray<Guid>> LearnersAsync(DatabaseArguments arguments, Database database) =>
        arguments.Id("--learner") is { } one ? [one] : await new LearnerExport(database).LearnersAsync(CancellationToken.None).ConfigureAwait(false);

    /// <returns>What differs from the kept model.</returns>
    private static async Task<string?> RebuildAsync(FoldStore folds, Guid learner, LearnerSettings settings, Course course, bool isCheck, Counts counts)
    {
        var rebuilt = await LearnerModels.RebuildAsync(folds, learner, settings, course, CancellationToken.None).ConfigureAwait(false);
        counts.Add(rebuilt.Model);
        if (isCheck)
        {
            if (await LearnerModels.CarryOnAsync(folds, learner, settings, course, CancellationToken.None).ConfigureAwait(false) is not { } kept) return null;
            counts.Kept++;
            if (kept.Model.Save().AsSpan().SequenceEqual(rebuilt.Model.Save())) return null;
            counts.Different++;
            return $"the kept model of {kept.Model.Count} answers is not what its answers come to; run “rebuild” without --check.";
        }

        if (rebuilt.Model.Count < LearnerModels.LeastKept) await folds.DeleteAsync(learner, CancellationToken.None).ConfigureAwait(false);
        else if (await folds.SaveAsync(learner, rebuilt.Mark, rebuilt.Model.Save(), CancellationToken.None).ConfigureAwait(false)) counts.Kept++;
        return null;
    }

    private sealed class Counts
    {
        public int Learners { get; private set; }

        public long Answers { get; private set; }

        public long Cards { get; private set; }

        public long Concepts { get; private set; }

        public int Kept { get; set; }

        public int Different { get; set; }

        public void Add(LearnerModel model)
        {
            Learners++;
            Answers += model.Count;
            Cards += model.Cards.Count;
            Concepts += model.Mastery.Concepts.Count;
        }
    }
}
