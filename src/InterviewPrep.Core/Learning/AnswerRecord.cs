using System.Runtime.InteropServices;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>An answer in 80 bytes, so that a hundred thousand are kept at hand and written out as they lie.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct AnswerRecord
{
    public Guid Id;

    /// <summary>Ticks, UTC.</summary>
    public long Time;

    /// <summary>The study day since 1 January of year 1, and the share of it that had passed.</summary>
    public double Day;

    public double Score;

    public long Seed;

    /// <summary>Index among the questions of the log.</summary>
    public int Question;

    /// <summary>Place of the answer before to the same question; -1 for none.</summary>
    public int PreviousOfQuestion;

    /// <summary>Place of the answer before to the same primary concept; -1 for none or a question that left the course.</summary>
    public int PreviousOfConcept;

    /// <summary>Milliseconds.</summary>
    public int Duration;

    /// <summary>Index among the sets of misconceptions of the log; 0 for none.</summary>
    public int Misconceptions;

    /// <summary>The predicted chance of recall; NaN for a first answer.</summary>
    public float Recall;

    public byte Hints;

    /// <summary>0 for none.</summary>
    public byte Certainty;

    public byte Mode;

    /// <summary>What it did to its card; 0 for nothing.</summary>
    public byte Rating;

    /// <summary>The learner's own rating; 0 for none.</summary>
    public byte OwnRating;

    public byte IsVoid;

    public byte WasDue;

    /// <summary>Always 0, so that every byte is defined.</summary>
    public byte Unused;

    public readonly DateTime Moment => new(Time, DateTimeKind.Utc);

    public readonly int Date => (int)Math.Floor(Day);

    public readonly Certainty? Stated => Certainty == 0 ? null : (Certainty)Certainty;

    public readonly AnswerCorrection Correction => new(OwnRating == 0 ? null : (Rating)OwnRating, IsVoid != 0);

    /// <summary>Whether it says anything to the schedule.</summary>
    public readonly bool Schedules => Mode != (byte)AnswerMode.Cram && IsVoid == 0;

    public readonly bool IsRight => Score >= Marking.Right;
}
