using System.Collections.Concurrent;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;

namespace InterviewPrep.Web.Features.Learning;

/// <summary>What is known of learners, folded from their answers.</summary>
public sealed class LearnerModels(AnswerStore answers)
{
    private readonly ConcurrentDictionary<Guid, LearnerModel> _kept = new();

    /// <summary>A learner's model with all answers so far.</summary>
    public async Task<LearnerModel> OfAsync(Guid learner, LearnerSettings settings, Course course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var model = new LearnerModel(course, new StudyDay(settings.Zone), FsrsParameters.Default);
        foreach (var answer in await answers.OfLearnerAsync(learner, cancellation).ConfigureAwait(false)) model.Add(answer);
        _kept[learner] = model;
        return model;
    }
}
