using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.CrashWriter;

/// <summary>Compares what learners were shown with what the database holds.</summary>
internal static class Audit
{
    public static async Task<int> RunAsync(string file, string printed, TextWriter output)
    {
        var lines = (await File.ReadAllTextAsync(printed).ConfigureAwait(false)).Split('\n');
        var whole = lines.SkipLast(1).Select(l => l.Split(' ')).ToList(); // After the last newline is what a kill cut off.
        var shown = whole.Where(l => l is ["shown" or "again", _]).Select(l => Guid.Parse(l[1])).ToHashSet();
        var faults = whole.Where(l => l is ["fault", _]).CountBy(l => l[1]).OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        var problems = new DatabaseFile(file).Check(isThorough: true);
        var (settings, contexts) = Writer.Open(file);
        await new DatabaseMigrator(contexts, settings).MigrateAsync(TimeSpan.FromSeconds(30), CancellationToken.None).ConfigureAwait(false);
        await using var context = await contexts.CreateDbContextAsync().ConfigureAwait(false);
        var kept = await context.Answers.Select(a => new { a.Id, a.LearnerId, a.StepId }).ToListAsync().ConfigureAwait(false);
        var lost = shown.Except(kept.Select(a => a.Id)).Count();
        var twice = kept.Count - kept.DistinctBy(a => (a.LearnerId, a.StepId)).Count();
        await output.WriteLineAsync($"shown {shown.Count}, kept {kept.Count}, lost {lost}, twice {twice}, told {(faults.Count == 0 ? "no fault" : string.Join(", ", faults.Select(f => $"{f.Key} {f.Value} times")))}, integrity {(problems.IsEmpty ? "ok" : problems[0])}").ConfigureAwait(false);
        return lost == 0 && twice == 0 && problems.IsEmpty && shown.Count > 0 ? 0 : 1;
    }
}
