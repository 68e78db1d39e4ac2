using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>axe in an open page: read in once, however often it runs.</summary>
internal static class Axe
{
    // What is inside of a formula is left out: a fifth of the time goes into looking at each of its signs, whose colours are those of
    // math.css, which DesignTokensTests hold legible.
    // axe takes no text from embedded content and counts MathML as such, so that a header which is a formula looks empty to
    // it. Screen readers do read it: that one finding is none.
    private const string Run = """
        async rules => {
          const { violations } = await axe.run({ exclude: [["math > *"]] }, { resultTypes: ["violations"], elementRef: true, ...(rules.length > 0 && { runOnly: rules }) });
          const isFormula = node => !!node.element.querySelector("math:not(:empty)");
          return violations.flatMap(v => v.nodes
            .filter(n => v.id !== "empty-table-header" || !isFormula(n))
            .map(n => `${v.id} (${v.impact}): ${v.help}: ${n.target} ${n.html}`));
        }
        """;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the rules find on a page as it is now; without rules, all of axe's.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
