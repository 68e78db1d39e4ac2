using System.Globalization;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Cli.Evaluate;

/// <summary>
/// Reads a review log: comma separated, a header, in time order. Either <c>day,card,rating,delta_t</c>, where delta_t is the
/// whole days since the card's review before, or <c>card_id,review_rating,review_time,review_duration</c>, where days are counted by
/// the date in UTC. Further columns are ignored.
/// </summary>
internal static class ReviewLogFile
{
    /// <exception cref="DataFileException">The file is missing, or a line is not as the header says.</exception>
    public static IReadOnlyList<LoggedReview> Read(string file)
    {
        var log = new List<LoggedReview>();
        var last = new Dictionary<long, DateTime>();
        string[]? header = null;
        foreach (var (number, text) in DataFile.Lines(file))
        {
            var cells = text.Split(',', StringSplitOptions.TrimEntries);
            if (header is null)
            {
                header = CheckHeader(file, number, cells);
                continue;
            }

            if (cells.Length != header.Length) throw new DataFileException(file, number, $"There are {cells.Length} columns, {header.Length} in the header.");
            string Cell(string name) => cells[Array.IndexOf(header, name)];
            long Whole(string name, long least, long most) =>
                long.TryParse(Cell(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                    ? value : throw new DataFileException(file, number, $"'{Cell(name)}' is not a {name}.");
            if (header.Contains("delta_t"))
            {
                log.Add(new LoggedReview(Whole("card", long.MinValue, long.MaxValue), (Rating)Whole("rating", 1, 4), (int)Whole("delta_t", -1, 36500)));
                continue;
            }

            var card = Whole("card_id", long.MinValue, long.MaxValue);
            if (!DateTime.TryParse(Cell("review_time"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
                throw new DataFileException(file, number, $"'{Cell("review_time")}' is not a review_time.");
            log.Add(new LoggedReview(card, (Rating)Whole("review_rating", 1, 4), last.TryGetValue(card, out var before) ? StudyDay.Utc.Between(before, time) : 0));
            last[card] = time;
        }

        return header is null ? throw new DataFileException(file, "It is empty.") : log;
    }

    private static string[] CheckHeader(string file, int number, string[] cells)
    {
        string[] daily = ["card", "rating", "delta_t"], timed = ["card_id", "review_rating", "review_time"];
        return !daily.Except(cells).Any() || !timed.Except(cells).Any()
            ? cells : throw new DataFileException(file, number, "The header is neither day,card,rating,delta_t nor card_id,review_rating,review_time,review_duration.");
    }
}
