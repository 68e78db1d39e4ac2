using System.Globalization;
using System.Text;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Content.Search;

/// <summary>
/// Full text over sections, prompts of questions and the glossary: SQLite FTS5 in memory, ranked by BM25 with titles
/// weighing more, prefix search on the last word, and unknown words mended to the nearest of the index.
/// </summary>
/// <remarks>Reads take turns on one connection; a search over the full course takes about a millisecond.</remarks>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Characters of a query that are looked at.</summary>
    public const int MaximumQueryLength = 200;

    private const int MaximumWords = 12;

    /// <summary>Hits with all words below which those with some are shown too.</summary>
    private const int Few = 3;

    private const char MatchStart = '\u0001';
    private const char MatchEnd = '\u0002';
    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();
    private readonly Vocabulary _vocabulary;

    private SearchIndex(SqliteConnection connection, Vocabulary vocabulary)
    {
        _connection = connection;
        _vocabulary = vocabulary;
    }

    /// <summary>Indexes a course.</summary>
    public static SearchIndex Build(LoadedCourse loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, """
            CREATE VIRTUAL TABLE entry USING fts5(title, context, body, kind UNINDEXED, url UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
            CREATE VIRTUAL TABLE word USING fts5vocab(entry, 'row');
            """);
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO entry (title, context, body, kind, url) VALUES ($title, $context, $body, $kind, $url)";
            var parameters = (string[])["$title", "$context", "$body", "$kind", "$url"];
            foreach (var name in parameters) insert.Parameters.Add(name, SqliteType.Text);
            foreach (var entry in Entries(loaded))
            {
                insert.Parameters[0].Value = entry.Title;
                insert.Parameters[1].Value = entry.Context;
                insert.Parameters[2].Value = entry.Body;
                insert.Parameters[3].Value = entry.Kind.ToString();
                insert.Parameters[4].Value = entry.Url;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return new SearchIndex(connection, Vocabulary.Read(connection));
    }

    /// <summary>The best hits for what somebody typed; any text is a valid query.</summary>
    /// <param name="query">Words; the last may be unfinished.</param>
    /// <param name="limit">How many hits at the most, 1 to 100.</param>
    public SearchResults Search(string? query, int limit = 20)
    {
        var text = (query ?? "").Trim();
        if (text.Length > MaximumQueryLength) text = text[..(char.IsHighSurrogate(text[MaximumQueryLength - 1]) ? MaximumQueryLength - 1 : MaximumQueryLength)];
        var words = Words(text);
        if (words.Count == 0) return new SearchResults(text, null, []);
        lock (_lock)
        {
            var hits = Find(words, limit);
            if (hits.Count > 0 && words.TrueForAll(_vocabulary.Knows)) return new SearchResults(text, null, hits);
            var mended = words.ConvertAll(_vocabulary.Mend);
            if (mended.SequenceEqual(words, StringComparer.Ordinal)) return new SearchResults(text, null, hits);
            var better = Find(mended, limit);
            return better.Count > hits.Count ? new SearchResults(text, string.Join(' ', mended), better) : new SearchResults(text, null, hits);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>First what has all words; where that is next to nothing, what has some of them follows.</summary>
    private List<SearchHit> Find(List<string> words, int limit)
    {
        var hits = Find(string.Join(' ', words.Select(Term)), limit);
        if (hits.Count >= Few || words.Count == 1) return hits;
        return [.. hits.Concat(Find(string.Join(" OR ", words.Select(Term)), limit)).DistinctBy(h => (h.Kind, h.Title, h.Url)).Take(Math.Max(limit, 1))];
        string Term(string word, int index) => index == words.Count - 1 ? $"\"{word}\"*" : $"\"{word}\"";
    }

    private List<SearchHit> Find(string match, int limit)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT kind, title, context, url, snippet(entry, 2, $start, $end, '…', 24)
            FROM entry WHERE entry MATCH $match
            ORDER BY bm25(entry, 8.0, 2.0, 1.0) * CASE kind WHEN 'Question' THEN 0.6 ELSE 1 END LIMIT $limit
            """;
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$start", MatchStart.ToString());
        command.Parameters.AddWithValue("$end", MatchEnd.ToString());
        command.Parameters.AddWithValue("$limit", Math.Clamp(limit, 1, 100));
        using var reader = command.ExecuteReader();
        var hits = new List<SearchHit>();
        while (reader.Read())
            hits.Add(new SearchHit(Enum.Parse<SearchKind>(reader.GetString(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3), Cut(reader.GetString(4))));
        return hits;
    }

    private static List<SearchSnippetPart> Cut(string snippet)
    {
        var parts = new List<SearchSnippetPart>();
        var rest = string.Join(' ', snippet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (rest.Length > 0)
        {
            var start = rest.IndexOf(MatchStart, StringComparison.Ordinal);
            var end = start < 0 ? -1 : rest.IndexOf(MatchEnd, start);
            if (end < 0)
            {
                parts.Add(new(rest, false));
                break;
            }

            if (start > 0) parts.Add(new(rest[..start], false));
            parts.Add(new(rest[(start + 1)..end], true));
            rest = rest[(end + 1)..];
        }

        return parts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture) + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                if (words.Count < MaximumWords) words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static IEnumerable<Entry> Entries(LoadedCourse loaded)
    {
        var course = loaded.Course;
        foreach (var lesson in course.Lessons)
        {
            var module = course.FindModule(lesson.Module)!;
            var lead = PlainText.Of(lesson.Summary);
            // The lesson itself is found by its title and summary, whether or not any text stands before its first heading.
            var passages = loaded.Texts[lesson.Id].Outline.Passages;
            foreach (var passage in passages.Any(p => p.Section is null) ? passages : passages.Insert(0, new Passage(null, "")))
            {
                var section = passage.Section is { } id ? lesson.FindSection(id) : null;
                var body = section is null ? lead + "\n" + passage.Text : passage.Text;
                yield return new Entry(section?.Title ?? lesson.Title, section is null ? module.Title : $"{module.Title} › {lesson.Title}", body, SearchKind.Section,
                    $"/lessons/{lesson.Id}{(section is null ? "" : "#" + section.Id)}");
            }
        }

        foreach (var question in course.Questions)
        {
            if (question.Lesson is null || course.FindLesson(question.Lesson) is not { } lesson) continue;
            yield return new Entry(Title(course, question), lesson.Title, PlainText.Of(ReadablePrompt(question)), SearchKind.Question,
                $"/lessons/{lesson.Id}{(question.Section is null ? "" : "#" + question.Section)}");
        }

        foreach (var concept in course.Concepts)
            yield return new Entry(concept.Title, "Glossary", PlainText.Of(concept.Definition), SearchKind.Concept, "/glossary#" + concept.Id);
    }

    private static string Title(Course course, Question question) => "Question: " + course.FindConcept(question.Concepts[0])!.Title;

    /// <summary>The prompt without its answers: a blank's key must not be found by searching.</summary>
    private static string ReadablePrompt(Question question) => question is ClozeQuestion ? ClozeBlanks.Hide(question.Prompt) : question.Prompt;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Entry(string Title, string Context, string Body, SearchKind Kind, string Url);

    /// <summary>The words of the index, for mending.</summary>
    private sealed class Vocabulary
    {
        private readonly Dictionary<string, long> _words;
        private readonly string[] _sorted;

        private Vocabulary(Dictionary<string, long> words)
        {
            _words = words;
            _sorted = [.. words.Keys.Order(StringComparer.Ordinal)];
        }

        public static Vocabulary Read(SqliteConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT term, cnt FROM word";
            using var reader = command.ExecuteReader();
            var words = new Dictionary<string, long>(StringComparer.Ordinal);
            while (reader.Read()) words[reader.GetString(0)] = reader.GetInt64(1);
            return new Vocabulary(words);
        }

        /// <summary>Whether a word, or one that begins with it, occurs.</summary>
        public bool Knows(string word)
        {
            var i = Array.BinarySearch(_sorted, word, StringComparer.Ordinal);
            if (i >= 0) return true;
            i = ~i;
            return i < _sorted.Length && _sorted[i].StartsWith(word, StringComparison.Ordinal);
        }

        /// <summary>The nearest word within one edit (two from eight letters on), the more frequent of equals; the word itself when there is none.</summary>
        public string Mend(string word)
        {
            if (word.Length < 4 || Knows(word)) return word;
            var limit = word.Length >= 8 ? 2 : 1;
            var best = word;
            var bestDistance = limit + 1;
            long bestCount = 0;
            foreach (var (candidate, count) in _words)
            {
                if (Math.Abs(candidate.Length - word.Length) > limit || candidate.Any(char.IsDigit)) continue;
                var distance = NearestName.Distance(word, candidate, limit + 1);
                if (distance > limit || distance > bestDistance || (distance == bestDistance && count <= bestCount)) continue;
                (best, bestDistance, bestCount) = (candidate, distance, count);
            }

            return best;
        }
    }
}
