using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Learning;

/// <summary>What the mastery model knows, as bytes: what concerns the learner and the concepts at once, what concerns a question with it.</summary>
internal static class MasteryBytes
{
    public static void Write(BinaryWriter writer, MasteryState state)
    {
        writer.Write(state.Ability is not null);
        if (state.Ability is { } ability) Write(writer, ability);
        WriteText(writer, state.LastConcept);
        writer.Write(state.Concepts.Count);
        foreach (var (id, trace) in state.Concepts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            writer.Write(id);
            Write(writer, trace);
        }
    }

    public static MasteryState Read(BinaryReader reader)
    {
        var state = new MasteryState
        {
            Ability = reader.ReadBoolean() ? ReadBelief(reader) : null,
            LastConcept = ReadText(reader),
        };
        for (var concepts = reader.ReadInt32(); concepts > 0; concepts--)
        {
            var id = reader.ReadString();
            state.Concepts[id] = ReadTrace(reader);
        }

        return state;
    }

    /// <summary>What is known about a question that was answered.</summary>
    public static void Write(BinaryWriter writer, MasteryState state, string question)
    {
        Write(writer, state.Difficulties[question]);
        var term = state.Memories[question];
        Write(writer, term.Boost);
        writer.Write(term.Day);
        writer.Write(term.Variant);
    }

    public static void Read(BinaryReader reader, MasteryState state, string question)
    {
        state.Difficulties[question] = ReadBelief(reader);
        state.Memories[question] = new MemoryTerm(ReadBelief(reader), reader.ReadDouble(), reader.ReadInt64());
    }

    private static void Write(BinaryWriter writer, ConceptTrace trace)
    {
        Write(writer, trace.Offset);
        writer.Write(trace.Answers);
        writer.Write(trace.Right);
        writer.Write(trace.LastDay);
        WriteText(writer, trace.FirstRightQuestion);
        writer.Write(trace.SeveralRightQuestions);
        WriteDate(writer, trace.FirstRightDate);
        WriteDate(writer, trace.LastRightDate);
        WriteDate(writer, trace.LastWrongDate);
        writer.Write(trace.HighestRightLevel);
        writer.Write(trace.RightWhenMixed);
    }

    private static ConceptTrace ReadTrace(BinaryReader reader) => new()
    {
        Offset = ReadBelief(reader),
        Answers = reader.ReadInt32(),
        Right = reader.ReadInt32(),
        LastDay = reader.ReadDouble(),
        FirstRightQuestion = ReadText(reader),
        SeveralRightQuestions = reader.ReadBoolean(),
        FirstRightDate = ReadDate(reader),
        LastRightDate = ReadDate(reader),
        LastWrongDate = ReadDate(reader),
        HighestRightLevel = reader.ReadInt32(),
        RightWhenMixed = reader.ReadBoolean(),
    };

    private static void Write(BinaryWriter writer, Belief belief)
    {
        writer.Write(belief.Mean);
        writer.Write(belief.Variance);
    }

    private static Belief ReadBelief(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadDouble());

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Days are counted from the year 1, so that none is below zero.</summary>
    private static void WriteDate(BinaryWriter writer, int? date) => writer.Write(date ?? -1);

    private static int? ReadDate(BinaryReader reader) => reader.ReadInt32() is >= 0 and var date ? date : null;
}
