using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Data.Attempts;

/// <summary>A question as it was asked, kept once however often it was: content that is edited later changes nothing of the past.</summary>
public sealed class QuestionSnapshot
{
    /// <summary>SHA-256 of the text in hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the question.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Version of the question.</summary>
    public required int QuestionVersion { get; init; }

    /// <summary>JSON of <see cref="Question"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The question.</summary>
    public Question ToQuestion() => QuestionJson.Read(Text);

    /// <summary>The snapshot of a question.</summary>
    public static QuestionSnapshot Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Of(question, QuestionJson.Write(question));
    }

    /// <summary>The snapshot of a question that an earlier version may have written in other words.</summary>
    internal static QuestionSnapshot Of(Question question, string text) =>
        new QuestionSnapshot { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), QuestionId = question.Id, QuestionVersion = question.Version, Text = text };
}
