using System.Globalization;
using System.Numerics;
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
    public static CheckTicket Of(Question question, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(Guid.CreateVersion7(), question.Id, question.Version, Random.Shared.NextInt64(), now, 0, false);
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
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static T Number<T>(string text)
        where T : INumberBase<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
