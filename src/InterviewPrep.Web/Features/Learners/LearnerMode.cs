
namespace InterviewPrep.Web.Features.Learners;

/// <summary>For whom an instance is.</summary>
public enum LearnerMode
{
    /// <summary>For anybody: guests and accounts.</summary>
    Multi,

    /// <summary>For its one owner: no accounts, everything belongs to them.</summary>
    Single,
}
