using System.Collections.Immutable;
using System.Text.Json;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Attempts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>The questions of a file, as they were asked.</summary>
internal static class ImportedQuestions
{
    /// <summary>
    /// Keeps those that are not there. The id of a snapshot is the hash of its text, which is computed and not believed: a
    /// forged file cannot put its own text under the id of another's.
    /// </summary>
    /// <returns>For each id in the file, the id of the snapshot here.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> AddAsync(InterviewPrepContext context, LearnerDocument document, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, element) in document.Questions)
        {
            var snapshot = Read(id, element);
            ids[id] = snapshot.Id;
            if (context.Snapshots.Local.All(s => s.Id != snapshot.Id) && !await context.Snapshots.AnyAsync(s => s.Id == snapshot.Id, cancellation).ConfigureAwait(false)) context.Snapshots.Add(snapshot);
        }

        // Those that the file leaves out because they were not answered yet may be here all the same.
        var missing = document.Attempts.SelectMany(a => a.Steps).Select(s => s.Snapshot).Where(s => !ids.ContainsKey(s)).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var id in missing)
        {
            if (await context.Snapshots.AnyAsync(s => s.Id == id, cancellation).ConfigureAwait(false)) ids[id] = id;
        }

        return ids;
    }

    private static QuestionSnapshot Read(string id, JsonElement element)
    {
        try
        {
            var text = LearnerDocument.TextOf(element);
            return QuestionSnapshot.Of(QuestionJson.Read(text), text);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            throw new LearnerFileException($"The question {id} in this file cannot be read: {e.Message}", e);
        }
    }
}
