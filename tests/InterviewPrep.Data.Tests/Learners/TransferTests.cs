using System.Text;
using System.Text.Json.Nodes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Learners;

/// <summary>What is written of a learner says everything, tells no key too early, and makes the same learner elsewhere.</summary>
public sealed class TransferTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task An_export_makes_the_same_learner_in_another_database(string provider)
    {
        await using var from = await TestDatabase.CreateAsync(provider);
        await using var to = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var (guest, _, ended) = await from.BusyLearnerAsync();
        var learner = await from.AccountAsync();
        await from.Learners.ClaimAsync(guest, learner, None);
        var answer = ended.Steps[0].Answer!;
        await from.Database.WriteAsync(context => Task.FromResult(context.Regrades.Add(new RegradeRow { Id = Guid.CreateVersion7(), AnswerId = answer.Id, LearnerId = learner, QuestionVersion = 2, ScoreBefore = 0, Score = 1, Misconceptions = "a b", Time = Asked.Now, Seen = Asked.Now })), None);
        var written = await from.TextOfAsync(learner);
        var imported = await ReadAsync(to, written);
        Assert.Equal((learner, 2, 2, 0), (imported.Learner, imported.Answers, imported.Attempts, imported.LeftOut));
        Assert.Equal(WithoutAccount(written), WithoutAccount(await to.TextOfAsync(learner)));
        Assert.Equal(1, (await to.Attempts.FindAsync(learner, ended.Id, None))!.Result.Total.Score);

        var again = await ReadAsync(to, written);
        Assert.Equal((0, 0, 0), (again.Answers, again.Attempts, again.Others));
        Assert.Equal(WithoutAccount(written), WithoutAccount(await to.TextOfAsync(learner)));
    }

    [Theory]
    [DatabaseData]
    public async Task Every_part_is_in_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, open, ended) = await database.BusyLearnerAsync();
        var document = JsonNode.Parse(await database.TextOfAsync(learner))!;
        Assert.Equal(("interviewprep-learner", 1), ((string)document["format"]!, (int)document["version"]!));
        Assert.Equal(("Ada", "Europe/Paris", true), ((string)document["learner"]!["displayName"]!, (string)document["learner"]!["timeZone"]!, (bool)document["learner"]!["settings"]!["showStreak"]!));
        Assert.Equal(2, document["answers"]!.AsArray().Count);
        Assert.Equal("ten", (string)document["answers"]![0]!["response"]!["options"]![0]!);
        Assert.Equal([open.Id, ended.Id], document["attempts"]!.AsArray().Select(a => (Guid)a!["id"]!).OrderBy(id => id == ended.Id));
        Assert.Equal(3, document["questions"]!.AsObject().Count);
        foreach (var (part, count) in new[] { ("sectionsRead", 2), ("places", 1), ("bookmarks", 1), ("notes", 1), ("reports", 1), ("suspended", 1), ("parameters", 1) }) Assert.Equal(count, document[part]!.AsArray().Count);
        Assert.Equal([false, true], document["answers"]!.AsArray().Single(a => a!["corrections"]!.AsArray().Count > 0)!["corrections"]!.AsArray().Select(c => (bool)c!["isVoid"]!));
        Assert.Equal("Mine: <b>add</b>.", (string)document["notes"]![0]!["text"]!);
    }

    [Theory]
    [DatabaseData]
    public async Task What_a_learner_takes_holds_no_key_of_what_they_have_not_been_asked(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var secret = Asked.Question("secret-01", "Secret?") with { Options = [new("eleven", "11", true, "Only whoever answered may read this.", null), new("ten", "10", false, null, null)] };
        var attempt = await database.StartAsync(learner, Asked.Question(), secret);
        await database.Answers.RecordAsync(Asked.Answer(learner, attempt.Steps[0].Id, attempt: attempt.Id), Asked.Question(), None);
        var taken = await WriteAsync(database, learner);
        Assert.DoesNotContain("Only whoever answered", taken, StringComparison.Ordinal);
        Assert.Contains("secret-01", taken, StringComparison.Ordinal);
        await using var other = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var imported = await ReadAsync(other, taken);
        Assert.Equal((1, 1, 1), (imported.Answers, imported.Attempts, imported.LeftOut));
        Assert.Equal("dot-01", Assert.Single((await other.Attempts.FindAsync(learner, attempt.Id, None))!.Steps).Question.Id);
        await database.Attempts.EndAsync(learner, attempt.Id, [], true, Asked.Now, None);
        Assert.Contains("Only whoever answered", await WriteAsync(database, learner), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_learners_are_in_one_file_and_one_can_be_given_to_another()
    {
        await using var from = await TestDatabase.FileAsync();
        await using var to = await TestDatabase.FileAsync();
        var (first, second) = ((await from.BusyLearnerAsync()).Learner, (await from.BusyLearnerAsync()).Learner);
        Assert.Equal([first, second], (await from.Export.LearnersAsync(None)).Order());
        var both = await from.TextOfAsync(first) + await from.TextOfAsync(second);
        var imported = new List<Guid>();
        await to.Import.ReadAsync(Stream(both), null, i => imported.Add(i.Learner), None);
        Assert.Equal([first, second], imported);
        await Assert.ThrowsAsync<LearnerFileException>(() => to.Import.ReadAsync(Stream(both), Guid.CreateVersion7(), _ => { }, None));

        await using var other = await TestDatabase.FileAsync();
        var owner = Guid.CreateVersion7();
        await other.Marks.NoteAsync(owner, "dot-01", "The owner's.", Asked.Now, None);
        await other.Import.ReadAsync(Stream(await from.TextOfAsync(first)), owner, _ => { }, None);
        Assert.Equal("The owner's.\n\nMine: <b>add</b>.", (await other.Marks.NoteAsync(owner, "dot-01", None))!.Text);
        Assert.Equal(2, (await other.Answers.OfLearnerAsync(owner, None)).Length);
        Assert.False(await other.Learners.ExistsAsync(first, None));
    }

    [Fact]
    public async Task What_belongs_to_another_learner_is_not_taken_over()
    {
        await using var database = await TestDatabase.FileAsync();
        var (learner, _, _) = await database.BusyLearnerAsync();
        var (written, thief) = (await database.TextOfAsync(learner), Guid.CreateVersion7());
        var refused = await Assert.ThrowsAsync<LearnerFileException>(() => database.Import.ReadAsync(Stream(written), thief, _ => { }, None));
        Assert.Contains("another learner", refused.Message, StringComparison.Ordinal);
        Assert.False(await database.Learners.ExistsAsync(thief, None));
        Assert.Equal(written, await database.TextOfAsync(learner));
    }

    [Fact]
    public async Task A_forged_question_cannot_take_the_place_of_a_real_one()
    {
        await using var database = await TestDatabase.FileAsync();
        var (learner, _, ended) = await database.BusyLearnerAsync();
        var document = JsonNode.Parse(await database.TextOfAsync(learner))!;
        var forger = Guid.CreateVersion7();
        document["learner"]!["id"] = forger;
        document["attempts"] = new JsonArray();
        document["reports"] = new JsonArray();
        document["parameters"] = new JsonArray();
        foreach (var answer in document["answers"]!.AsArray()) (answer!["id"], answer["step"], answer["attempt"], answer["corrections"]) = (Guid.CreateVersion7(), Guid.CreateVersion7(), null, new JsonArray());
        foreach (var (_, question) in document["questions"]!.AsObject()) question!["prompt"] = "Forged";
        await ReadAsync(database, document.ToJsonString());
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(forger, None)).Length);
        Assert.Equal(Asked.Question().Prompt, (await database.Attempts.FindAsync(learner, ended.Id, None))!.Steps[0].Question.Prompt);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("no json", "no file with a learner's data")]
    [InlineData("{}", "no file with a learner's data")]
    [InlineData("[]", "no file with a learner's data")]
    [InlineData("null", "no file with a learner's data")]
    [InlineData("""{"format":"other","version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER}""", "no file with a learner's data")]
    [InlineData("""{"version":2,"exported":"2026-11-26T00:00:00Z","learner":LEARNER}""", "version 2")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[{"id":1}]}""", "no file with a learner's data")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":null}""", "no file with a learner's data")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"questions":{"x":{"type":"single"}}}""", "question x")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[ANSWER]}""", "is not in the file")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[ANSWER|"score":0.5|"score":7]}""", "score")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[ANSWER|"hints":0|"hints":-1]}""", "negative")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[ANSWER|"kind":"unknown"|"kind":"telepathy"]}""", "response")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"answers":[ANSWER|"Check"|"Cheat"]}""", "no file with a learner's data")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER|15|0}""", "minutes")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER|"displayName":""|"displayName":"a\u0000"}""", "character 0")]
    [InlineData("""{"version":1,"exported":"2026-11-26T00:00:00Z","learner":LEARNER,"notes":[{"question":"q","text":"a\u0000","time":"2026-11-26T00:00:00Z"}]}""", "character 0")]
    public async Task A_file_that_cannot_be_used_is_refused_and_adds_nothing(string pattern, string reason)
    {
        const string learner = """{"id":"0198c5f2-0000-7000-8000-000000000001","created":"2026-11-26T00:00:00Z","displayName":"","timeZone":"UTC","dailyMinutes":15,"settings":{},"guests":[]}""";
        const string answer = """{"id":"0198c5f2-0000-7000-8000-000000000002","step":"0198c5f2-0000-7000-8000-000000000003","attempt":null,"question":"q","version":1,"snapshot":"x","seed":1,"response":{"kind":"unknown"},"certainty":null,"hints":0,"durationMilliseconds":1,"score":0.5,"misconceptions":[],"mode":"Check","time":"2026-11-26T00:00:00Z","regrades":[]}""";
        var text = pattern.Replace("LEARNER", learner, StringComparison.Ordinal).Replace("ANSWER", answer, StringComparison.Ordinal);
        if (text.Split('|') is [var before, var old, var rest])
        {
            var end = rest.LastIndexOfAny([']', '}'], rest.Length - (pattern.EndsWith("]}", StringComparison.Ordinal) ? 2 : 1));
            text = before.Replace(old, rest[..end], StringComparison.Ordinal) + rest[end..];
        }

        await using var database = await TestDatabase.FileAsync();
        var refused = await Assert.ThrowsAsync<LearnerFileException>(() => database.Import.ReadAsync(Stream(text), null, _ => Assert.Fail("It was used."), None));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await database.Export.LearnersAsync(None));
    }

    [Fact]
    public async Task Nobody_is_not_written()
    {
        await using var database = await TestDatabase.FileAsync();
        using var output = new MemoryStream();
        Assert.False(await database.Export.WriteAsync(Guid.CreateVersion7(), output, true, Asked.Now, None));
        Assert.Equal(0, output.Length);
    }

    private static async Task<ImportedLearner> ReadAsync(TestDatabase database, string text)
    {
        var imported = new List<ImportedLearner>();
        await database.Import.ReadAsync(Stream(text), null, imported.Add, None);
        return Assert.Single(imported);
    }

    private static async Task<string> WriteAsync(TestDatabase database, Guid learner)
    {
        using var output = new ResponseBody();
        Assert.True(await database.Export.WriteAsync(learner, output, withOpenQuestions: false, Asked.Now, None));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes what is written as a server's response does: never while a thread waits for it.</summary>
    private sealed class ResponseBody : MemoryStream
    {
        private readonly MemoryStream _taken = new();

        public override byte[] ToArray() => _taken.ToArray();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous.");

        public override void WriteByte(byte value) => throw new InvalidOperationException("Synchronous.");

        public override void Flush() => throw new InvalidOperationException("Synchronous.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _taken.Write(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _taken.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>How somebody signs in does not go along.</summary>
    private static string WithoutAccount(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        document.Remove("account");
        return document.ToJsonString();
    }
}
