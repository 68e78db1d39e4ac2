using System.Collections.Immutable;
using System.Runtime.InteropServices;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <content>The model as bytes: a saving of time, which can be thrown away at any moment.</content>
/// <remarks>
/// First the answers, which hold for any course and any version of the fold, then what they have come to under this one. Models that are equal
/// have equal bytes.
/// </remarks>
public sealed partial class LearnerModel
{
    private const uint Magic = 0x4D4C5049; // "IPLM"

    /// <summary>Version of the layout of <see cref="AnswerRecord"/> and of the tables before it.</summary>
    private const int Layout = 1;

    private const int HeaderLength = 16;

    /// <summary>Writes the model.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream(HeaderLength + (Count * Marshal.SizeOf<AnswerRecord>()) + (_items.All.Length * 64));
        stream.Write(new byte[HeaderLength]);
        using var writer = new BinaryWriter(stream);
        var questions = WriteAnswers(writer);
        writer.Write(FoldVersion);
        writer.Write(KeyOf(_items, StudyDay, Scheduler));
        WriteState(writer, questions);
        writer.Flush();
        var bytes = stream.ToArray();
        MemoryMarshal.Write(bytes, Magic);
        MemoryMarshal.Write(bytes.AsSpan(4), Layout);
        MemoryMarshal.Write(bytes.AsSpan(8), Checksum(bytes.AsSpan(HeaderLength)));
        return bytes;
    }

    /// <summary>
    /// Reads what <see cref="Save"/> wrote. Where it was written under another course, other days or parameters or another version of the fold,
    /// its answers are folded anew.
    /// </summary>
    /// <returns><see langword="null"/> when the bytes are anything else, or damaged.</returns>
    public static LearnerModel? Restore(byte[] bytes, Course course, StudyDay studyDay, FsrsParameters parameters, double desiredRetention = DefaultRetention)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!BitConverter.IsLittleEndian || bytes.Length < HeaderLength || MemoryMarshal.Read<uint>(bytes) != Magic || MemoryMarshal.Read<int>(bytes.AsSpan(4)) != Layout) return null;
        if (MemoryMarshal.Read<ulong>(bytes.AsSpan(8)) != Checksum(bytes.AsSpan(HeaderLength))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength));
        var model = new LearnerModel(course, studyDay, parameters, desiredRetention);
        var questions = ReadStrings(reader);
        ImmutableArray<ImmutableArray<string>> sets = [.. ReadStrings(reader).Select(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray())];
        var records = new AnswerRecord[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(records.AsSpan()));
        if (reader.ReadInt32() == FoldVersion && reader.ReadUInt64() == KeyOf(model._items, studyDay, model.Scheduler))
        {
            model.ReadState(reader, questions, sets, records);
            return model;
        }

        foreach (var record in records) model.Take(record, questions[record.Question], sets[record.Misconceptions]);
        return model;
    }

    /// <summary>Writes the answers with the questions and sets of misconceptions in the order of their first answer.</summary>
    /// <returns>Ids of the questions in that order.</returns>
    private List<string> WriteAnswers(BinaryWriter writer)
    {
        var records = _log.Records.ToArray();
        var (questions, sets) = (new List<string>(), new List<string> { "" });
        var (placeOfQuestion, placeOfSet) = (new Dictionary<int, int>(), new Dictionary<int, int> { [0] = 0 });
        foreach (ref var record in records.AsSpan())
        {
            if (!placeOfQuestion.TryGetValue(record.Question, out var question))
            {
                placeOfQuestion[record.Question] = question = questions.Count;
                questions.Add(IdOf(record));
            }

            if (!placeOfSet.TryGetValue(record.Misconceptions, out var set))
            {
                placeOfSet[record.Misconceptions] = set = sets.Count;
                sets.Add(string.Join(' ', _log.Sets[record.Misconceptions]));
            }

            (record.Question, record.Misconceptions) = (question, set);
        }

        WriteStrings(writer, questions);
        WriteStrings(writer, sets);
        writer.Write(records.Length);
        writer.Write(MemoryMarshal.AsBytes(records.AsSpan()));
        return questions;
    }

    private void WriteState(BinaryWriter writer, List<string> questions)
    {
        MasteryBytes.Write(writer, Mastery);
        foreach (var place in _lastOfConcept) writer.Write(place);
        foreach (var question in questions)
        {
            if (_items.Find(question) is not { } item) continue;
            ref readonly var memory = ref _memories[item.Index];
            writer.Write(memory.LastPlace);
            writer.Write(memory.LastDate);
            writer.Write(memory.ConfidentlyWrongDate);
            writer.Write(memory.Card is not null);
            if (memory.Card is { } card) CardBytes.Write(writer, card);
            MasteryBytes.Write(writer, Mastery, question);
        }
    }

    private void ReadState(BinaryReader reader, List<string> questions, ImmutableArray<ImmutableArray<string>> sets, AnswerRecord[] records)
    {
        Mastery = MasteryBytes.Read(reader);
        for (var i = 0; i < _lastOfConcept.Length; i++) _lastOfConcept[i] = reader.ReadInt32();
        var placeOfQuestion = new int[questions.Count];
        for (var i = 0; i < questions.Count; i++)
        {
            if (_items.Find(questions[i]) is not { } item)
            {
                placeOfQuestion[i] = _items.All.Length + _log.UnknownOf(questions[i]);
                continue;
            }

            placeOfQuestion[i] = item.Index;
            ref var memory = ref _memories[item.Index];
            memory.LastPlace = reader.ReadInt32();
            memory.LastDate = reader.ReadInt32();
            memory.ConfidentlyWrongDate = reader.ReadInt32();
            memory.Card = reader.ReadBoolean() ? CardBytes.Read(reader) : null;
            MasteryBytes.Read(reader, Mastery, item.Id);
        }

        int[] placeOfSet = [.. sets.Select(_log.SetOf)];
        foreach (ref var record in records.AsSpan())
        {
            record.Question = placeOfQuestion[record.Question];
            record.Misconceptions = placeOfSet[record.Misconceptions];
        }

        _log.Load(records);
    }

    private static void WriteStrings(BinaryWriter writer, List<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var text in strings) writer.Write(text);
    }

    private static List<string> ReadStrings(BinaryReader reader)
    {
        var strings = new List<string>(reader.ReadInt32());
        for (var i = strings.Capacity; i > 0; i--) strings.Add(reader.ReadString());
        return strings;
    }

    /// <summary>Changes with whatever the fold depends on besides the answers.</summary>
    private static ulong KeyOf(CourseItems items, StudyDay day, Scheduler scheduler)
    {
        var hash = items.Fingerprint;
        void Add(long value) => hash = (hash ^ (ulong)value) * 0x100000001B3;
        foreach (var character in day.Zone.Id) Add(character);
        foreach (var rule in day.Zone.GetAdjustmentRules())
        {
            Add(rule.DateStart.Ticks);
            Add(rule.DateEnd.Ticks);
            Add(rule.DaylightDelta.Ticks + rule.BaseUtcOffsetDelta.Ticks);
        }

        Add(day.Rollover.Ticks);
        foreach (var weight in scheduler.Model.Parameters.Weights) Add(BitConverter.DoubleToInt64Bits(weight));
        Add(BitConverter.DoubleToInt64Bits(scheduler.Settings.DesiredRetention));
        return hash;
    }

    /// <summary>FNV-1a over words of eight bytes, then over the rest.</summary>
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) hash = (hash ^ word) * 0x100000001B3;
        foreach (var rest in bytes[(words.Length * 8)..]) hash = (hash ^ rest) * 0x100000001B3;
        return hash;
    }
}
