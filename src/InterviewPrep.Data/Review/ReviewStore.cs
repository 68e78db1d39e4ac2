#pragma warning disable
using System.Collections.Immutable;
using InterviewPrep.Core.Learning;

namespace InterviewPrep.Data.Review;

public sealed class ReviewStore
{
    public Task<IReadOnlySet<string>> SuspendedAsync(Guid learner, CancellationToken c) => Task.FromResult<IReadOnlySet<string>>(ImmutableHashSet<string>.Empty);

    public Task CorrectAsync(Guid learner, Guid answer, AnswerCorrection correction, DateTime now, CancellationToken c) => Task.CompletedTask;

    public Task SuspendAsync(Guid learner, string question, bool isSuspended, DateTime now, CancellationToken c) => Task.CompletedTask;

    public Task<IReadOnlyList<Guid>> UnseenRegradesAsync(Guid learner, CancellationToken c) => Task.FromResult<IReadOnlyList<Guid>>([]);
}
