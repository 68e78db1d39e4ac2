using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Core.Questions;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>A question as a lesson shows it before anybody answers: in an order that says nothing about its key.</summary>
public sealed partial class CheckView
{
    private CheckView(RenderedPrompt prompt)
    {
        var question = prompt.Question;
        Id = question.Id;
        Level = QuestionWords.Level(question.Level);
        Kind = QuestionWords.Kind(question.Type).ToLowerInvariant();
        Instruction = QuestionWords.Instruction(question);
        Prompt = BlankName().Replace(prompt.Prompt, "");
        Minutes = (question as OpenQuestion)?.Minutes;
        Choices = Shuffled(prompt.Choices, question is OrderQuestion);
        Targets = Shuffled(prompt.Targets, isKey: false);

        ImmutableArray<string> Shuffled(ImmutableArray<string> items, bool isKey) => Neutral(items, question.Id, isKey);
    }

    /// <summary>Id of the question.</summary>
    public string Id { get; }

    /// <summary>What sort of thinking it asks for.</summary>
    public string Level { get; }

    /// <summary>What sort of answer it asks for, in two words.</summary>
    public string Kind { get; }

    /// <summary>The same as a sentence.</summary>
    public string Instruction { get; }

    /// <summary>What is asked, as HTML. Blanks have numbers; their names stay here, for an author may have named one by its answer.</summary>
    public string Prompt { get; }

    /// <summary>Time to speak; of an open question only.</summary>
    public int? Minutes { get; }

    /// <summary>Options, steps or left sides as inline HTML.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <summary>Right sides as inline HTML.</summary>
    public ImmutableArray<string> Targets { get; }

    /// <summary>For a rendered question.</summary>
    public static CheckView Of(RenderedPrompt prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new CheckView(prompt);
    }

    /// <summary>1, 2, 3 …</summary>
    public static string ChoiceKey(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A, B, C …</summary>
    public static string TargetKey(int index) => index < 26 ? ((char)('A' + index)).ToString() : ChoiceKey(index);

    /// <summary>
    /// Authors write the right option first and steps in their order, so that neither may be kept; sorting by a digest gives
    /// the same order on every page and every server.
    /// </summary>
    /// <param name="items">In the author's order.</param>
    /// <param name="salt">Makes the order differ from question to question.</param>
    /// <param name="isKey">Whether the author's order is itself the key, which must not come out by chance.</param>
    public static ImmutableArray<string> Neutral(ImmutableArray<string> items, string salt, bool isKey)
    {
        ImmutableArray<string> sorted = [.. items.OrderBy(i => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(salt + "\n" + i))), StringComparer.Ordinal)];
        return isKey && sorted.Length > 1 && sorted.SequenceEqual(items) ? [.. sorted.Skip(1), sorted[0]] : sorted;
    }

    [GeneratedRegex(" data-blank=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex BlankName();
}
