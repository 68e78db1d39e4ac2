using System.Globalization;

namespace InterviewPrep.Web.Components;

/// <summary>Numbers as they are said on a page.</summary>
public static class Phrases
{
    /// <summary>Heading for the concepts that only decks ask for.</summary>
    public const string BeyondTheLessons = "Beyond the lessons";

    /// <summary><c>45 min</c>, <c>2 h</c>, <c>3 h 20 min</c>.</summary>
    public static string Duration(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => Invariant($"{m} min"),
        (var h, 0) => Invariant($"{h} h"),
        var (h, m) => Invariant($"{h} h {m} min"),
    };

    /// <summary>What a whole course takes, to the half hour: <c>45 min</c>, <c>about 4 hours</c>, <c>about 4½ hours</c>.</summary>
    public static string About(int minutes)
    {
        var halves = (int)Math.Round(minutes / 30.0, MidpointRounding.AwayFromZero);
        return halves < 3 ? Duration(minutes) : Invariant($"about {halves / 2}{(halves % 2 == 1 ? "½" : "")} hours");
    }

    /// <summary><c>1 lesson</c>, <c>1,200 lessons</c>.</summary>
    public static string Count(int number, string noun) => Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary><c>23 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>45 %</c>.</summary>
    public static string Percent(double share) => Invariant($"{share * 100:0} %");

    /// <summary>A number with a true minus sign: <c>−6</c>, <c>2.5</c>.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
