using System.Collections.Immutable;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Reading;

/// <summary>What learners have read and where they are.</summary>
public sealed class ReadingStore(Database database)
{
    /// <summary>Marks sections as read; those marked before stay as they were, unless the learner now says so.</summary>
    public Task MarkAsync(Guid learner, string lesson, IReadOnlyCollection<string> sections, bool isExplicit, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                var known = await context.SectionsRead.Where(r => r.LearnerId == learner && r.Lesson == lesson).Select(r => r.Section).ToListAsync(cancellation).ConfigureAwait(false);
                if (isExplicit)
                {
                    await context.SectionsRead.Where(r => r.LearnerId == learner && r.Lesson == lesson && !r.Explicit && sections.Contains(r.Section))
                        .ExecuteUpdateAsync(s => s.SetProperty(r => r.Explicit, true), cancellation).ConfigureAwait(false);
                }

                context.SectionsRead.AddRange(sections.Distinct(StringComparer.Ordinal).Except(known)
                    .Select(s => new SectionRead { LearnerId = learner, Lesson = lesson, Section = s, Time = now, Explicit = isExplicit }));
            },
            cancellation);

    /// <summary>Takes marks back.</summary>
    public Task UnmarkAsync(Guid learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancellation) =>
        database.WriteAsync(
            context => context.SectionsRead.Where(r => r.LearnerId == learner && r.Lesson == lesson && sections.Contains(r.Section)).ExecuteDeleteAsync(cancellation),
            cancellation);

    /// <summary>Notes where a learner is.</summary>
    public Task PlaceAsync(Guid learner, string lesson, string section, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                if (await context.Places.FindAsync([learner, lesson], cancellation).ConfigureAwait(false) is { } place) (place.Section, place.Time) = (section, now);
                else context.Places.Add(new ReadingPlace { LearnerId = learner, Lesson = lesson, Section = section, Time = now });
            },
            cancellation);

    /// <summary>Every section that a learner has read.</summary>
    public Task<ImmutableArray<SectionRead>> ReadAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<SectionRead>>(
            async context => [.. await context.SectionsRead.Where(r => r.LearnerId == learner).OrderBy(r => r.Time).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    /// <summary>Where a learner was in each lesson, the latest first.</summary>
    public Task<ImmutableArray<ReadingPlace>> PlacesAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<ReadingPlace>>(
            async context => [.. await context.Places.Where(p => p.LearnerId == learner).OrderByDescending(p => p.Time).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);
}
