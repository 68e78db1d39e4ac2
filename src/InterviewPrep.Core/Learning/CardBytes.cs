using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>A card as bytes.</summary>
internal static class CardBytes
{
    public static void Write(BinaryWriter writer, Card card)
    {
        writer.Write((byte)card.State);
        writer.Write(card.Step);
        writer.Write(card.Due.Ticks);
        writer.Write(card.LastReview?.Ticks ?? -1);
        writer.Write(card.ScheduledDays);
        writer.Write(card.Memory.Stability);
        writer.Write(card.Memory.Difficulty);
        writer.Write(card.Reps);
        writer.Write(card.Lapses);
    }

    public static Card Read(BinaryReader reader) => new()
    {
        State = (CardState)reader.ReadByte(),
        Step = reader.ReadInt32(),
        Due = new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
        LastReview = reader.ReadInt64() is >= 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
        ScheduledDays = reader.ReadInt32(),
        Memory = new MemoryState(reader.ReadDouble(), reader.ReadDouble()),
        Reps = reader.ReadInt32(),
        Lapses = reader.ReadInt32(),
    };
}
