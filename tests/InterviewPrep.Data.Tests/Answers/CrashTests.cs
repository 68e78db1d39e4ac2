using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Answers;

/// <summary>The short form of <c>tests/load/crash.sh</c>: what learners have seen the feedback on survives a kill.</summary>
public sealed class CrashTests
{
    private const int Kills = 5;

    [Fact]
    public async Task No_answer_that_was_shown_is_lost_or_doubled_when_the_process_is_killed()
    {
        var folder = Directory.CreateTempSubdirectory("crash");
        var file = Path.Combine(folder.FullName, "learners.db");
        var shown = new HashSet<Guid>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var run = await KilledProcess.RunAsync(TimeSpan.FromMilliseconds(20 + 90 * kill), kill == 0 ? "shown" : "ready", "answer", file, "8");
            // The last line may have been cut off by the kill.
            shown.UnionWith(run.Lines.Select(l => l.Split(' ')).Where(l => l is ["shown" or "again", { Length: 36 }]).Select(l => Guid.Parse(l[1])));
            Assert.Empty(new DatabaseFile(file).Check(isThorough: true));
        }

        await using (var database = TestDatabase.Over(TestDatabase.SettingsOf(file)))
        {
            await using var context = await database.Factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
            var kept = await context.Answers.Select(a => new { a.Id, a.LearnerId, a.StepId }).ToListAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty(shown);
            Assert.Empty(shown.Except(kept.Select(a => a.Id)));
            Assert.Equal(kept.Count, kept.DistinctBy(a => (a.LearnerId, a.StepId)).Count());
            Assert.True(kept.Count - shown.Count <= Kills * 8, "At most one answer of each learner was on its way when the process was killed.");
        }
    }
}
