using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Core.Questions;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>
/// How far a check is. A page without a circuit carries it from asking to answering, sealed, so that nobody can draw another variant or turn
/// a clock back.
/// </summary>
/// <param name="Step">What the answer answers.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Version">Its version.</param>
/// <param name="Seed">Draws variant and order.</param>
/// <param name="Shown">When it was shown, UTC.</param>
/// <param name="Hints">How many hints were shown.</param>
/// <param name="IsRevealed">Whether the model answer was shown.</param>
public sealed record CheckTicket(Guid Step, string Question, int Version, long Seed, DateTime Shown, int Hints, bool IsRevealed)
{
    private const string Purpose = "InterviewPrep.CheckTicket";
    private const int Fields = 7;

    /// <summary>A question that is asked now.</summary>
    /// <param name="question">The question.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isFirst">Whether in the variant and order that its lesson shows to everybody, or in any.</param>
    public static CheckTicket Of(Question question, DateTime now, bool isFirst = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(Guid.CreateVersion7(), question.Id, question.Version, isFirst ? FirstSeed(question) : Random.Shared.NextInt64(), now, 0, false);
    }

    /// <summary>
    /// Draws what a lesson shows of a question before anybody answers: the same on every page and every server, another for each question,
    /// so that over the course the right option stands no more often in one place than in another.
    /// </summary>
    public static long FirstSeed(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{question.Id} {question.Version}"));
        return BinaryPrimitives.ReadInt64BigEndian(digest) & long.MaxValue;
    }

    /// <summary>Whether it is of this question as it stands.</summary>
    public bool IsOf(Question question) => question?.Id == Question && question.Version == Version;

    /// <summary>As text that only this application can read or make.</summary>
    public string Seal(IDataProtectionProvider protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        return protection.CreateProtector(Purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{Step:N}|{Question}|{Version}|{Seed}|{Shown.Ticks}|{Hints}|{(IsRevealed ? 1 : 0)}"));
    }

    /// <summary>Reads a sealed text; <see langword="null"/> for anything else.</summary>
    public static CheckTicket? Open(IDataProtectionProvider protection, string? text)
    {
        ArgumentNullException.ThrowIfNull(protection);
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var fields = protection.CreateProtector(Purpose).Unprotect(text).Split('|');
            return fields.Length == Fields ? new CheckTicket(Guid.Parse(fields[0]), fields[1], Number<int>(fields[2]), Number<long>(fields[3]), new DateTime(Number<long>(fields[4]), DateTimeKind.Utc), Number<int>(fields[5]), fields[6] == "1") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static T Number<T>(string text)
        where T : INumberBase<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
