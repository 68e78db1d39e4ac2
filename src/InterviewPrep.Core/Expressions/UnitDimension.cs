namespace InterviewPrep.Core.Expressions;

/// <summary>What a unit measures. Units of one dimension convert into each other, units of different ones do not.</summary>
public enum UnitDimension
{
    /// <summary>A bare ratio; base 1. Its only unit is percent.</summary>
    Plain,

    /// <summary>Storage; base one byte.</summary>
    Bytes,

    /// <summary>Bandwidth; base one byte per second.</summary>
    BytesPerSecond,

    /// <summary>Information; base one bit. Kept apart from bytes: 4.3 bits of loss are no storage.</summary>
    Bits,

    /// <summary>Line rate; base one bit per second.</summary>
    BitsPerSecond,

    /// <summary>Work; base one floating-point operation.</summary>
    Flop,

    /// <summary>Speed; base one floating-point operation per second.</summary>
    FlopPerSecond,

    /// <summary>Time; base one second.</summary>
    Seconds,
}
