namespace InterviewPrep.Core.Memory;

/// <summary>What fitting a learner's answers came to.</summary>
/// <param name="Parameters">What to use from now on: the fitted ones if they proved themselves, else those of before.</param>
/// <param name="IsAdopted">Whether those are the fitted ones.</param>
/// <param name="Reviews">How many reviews were at least a day apart.</param>
/// <param name="HeldOut">On how many of the newest of them the two were compared; 0 when there were too few reviews.</param>
/// <param name="LogLossBefore">Log loss in nats of the parameters in use on those; NaN when there were too few.</param>
/// <param name="LogLossFitted">Log loss in nats of the fitted ones on those; NaN when there were too few.</param>
public sealed record ParameterProposal(FsrsParameters Parameters, bool IsAdopted, int Reviews, int HeldOut, double LogLossBefore, double LogLossFitted);
