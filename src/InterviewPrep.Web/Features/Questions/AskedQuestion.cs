using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>One thing to choose, as it is shown.</summary>
/// <param name="Index">Its place in the author's order; it may tell the key and stays on the server.</param>
/// <param name="Html">Inline HTML.</param>
public sealed record Shown(int Index, string Html);

/// <summary>A variant of a question as it is asked: HTML in the order that the seed gives. Forms name what is chosen by its place as shown: an author's ids and order tell the key.</summary>
public sealed partial class AskedQuestion
{
    private readonly CourseEdition _edition;
    private readonly long _variant;

    private AskedQuestion(CourseEdition edition, Question question, long seed)
    {
        _edition = edition;
        Question = question;
        Seed = seed;
        _variant = question.Variants.IndexOf(seed);
        var prompt = edition.RenderPrompt(question, _variant);
        var order = Presentation.Of(question, seed);
        Prompt = prompt.Prompt;
        Choices = [.. order.Choices.Select(i => new Shown(i, prompt.Choices[i]))];
        Targets = [.. order.Targets.Select(i => new Shown(i, prompt.Targets[i]))];
    }

    /// <summary>The question. Its key stays on the server.</summary>
    public Question Question { get; }

    /// <summary>Draws the variant and the order.</summary>
    public long Seed { get; }

    /// <summary>What is asked. Blanks are numbered gaps, whose names stay here: an author may have named one by its answer.</summary>
    public string Prompt { get; }

    /// <summary>Options, steps or left sides as shown.</summary>
    public ImmutableArray<Shown> Choices { get; }

    /// <summary>Right sides as shown.</summary>
    public ImmutableArray<Shown> Targets { get; }

    /// <summary>A variant as the current edition of the course renders it.</summary>
    public static AskedQuestion Of(CourseEdition edition, Question question, long seed)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(question);
        return new AskedQuestion(edition, question, seed);
    }

    /// <summary>The prompt of a static page, where a gap is only a number.</summary>
    public string PromptWithGaps => Gap().Replace(Prompt, m => $"<span class=\"blank\">{m.Groups[1].Value}</span>");

    /// <summary>The prompt with a text in each gap: what belongs there, for somebody who did not know.</summary>
    public string PromptWith(ImmutableArray<string> texts)
    {
        var index = 0;
        return Gap().Replace(Prompt, _ => $"<span class=\"gap-answer\">{WebUtility.HtmlEncode(texts[index++])}</span>");
    }

    /// <summary>The prompt with a field in each gap.</summary>
    /// <param name="texts">What stands in them.</param>
    /// <param name="marks">Whether each is right; empty before the answer.</param>
    public string PromptWithFields(IReadOnlyList<string> texts, ImmutableArray<bool> marks)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var index = -1;
        return Gap().Replace(Prompt, _ =>
        {
            index++;
            var text = WebUtility.HtmlEncode(index < texts.Count ? texts[index] : "");
            if (marks.IsDefaultOrEmpty)
                return $"<input class=\"gap-field\" name=\"blank-{index}\" data-blank=\"{index}\" value=\"{text}\" aria-label=\"Gap {index + 1}\" maxlength=\"{Response.MaxTextLength}\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" />";
            var isRight = marks[index];
            return $"<span class=\"gap-answer {(isRight ? "is-right" : "is-wrong")}\"><span aria-hidden=\"true\">{(isRight ? "✓" : "✕")}</span> {(text.Length == 0 ? "left empty" : text)}</span>";
        });
    }

    /// <summary>A hint.</summary>
    /// <param name="index">From 0.</param>
    public string Hint(int index) => Feedback().Hints[index];

    /// <summary>What is shown after the answer.</summary>
    internal RenderedFeedback Feedback() => _edition.RenderFeedback(Question, _variant);

    [GeneratedRegex("""<span class="blank" data-blank="[^"]*">([^<]*)</span>""", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
