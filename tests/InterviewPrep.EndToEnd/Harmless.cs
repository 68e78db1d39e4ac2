namespace InterviewPrep.EndToEnd;

/// <summary>That nothing which somebody wrote has become more than text on a page.</summary>
internal static class Harmless
{
    /// <summary>Fails when an attack ran, or left anything in the page that could.</summary>
    /// <param name="visit">Whose page.</param>
    /// <param name="attack">What was tried.</param>
    /// <param name="isStyled">Whether MudBlazor styles the page, which it does by attributes and elements.</param>
    public static async Task AssertAsync(Visit visit, string attack, bool isStyled = false)
    {
        var found = await visit.Page.EvaluateAsync<string[]>("""
            isStyled => {
              const found = window.__ran ? ["it ran"] : [];
              for (const e of document.querySelectorAll("*")) {
                if (isStyled && e.localName === "style") continue;
                for (const { name, value } of e.attributes) {
                  if (name.startsWith("on") || (name === "style" && !isStyled) || name === "srcdoc" || name === "formaction") found.push(`${e.localName} ${name}=${value}`);
                  if (/^(href|src|action|data|xlink:href)$/.test(name) && !/^(https?:\/\/|\/(?!\/)|#)/.test(value)) found.push(`${e.localName} ${name}=${value}`);
                  if (/^(src|srcset|data)$/.test(name) && /attack\.example/.test(value)) found.push(`${e.localName} ${name}=${value}`);
                }
                if (/^(script|style|iframe|object|embed|base|foreignobject|animate|set)$/i.test(e.localName) && !(e.localName === "script" && e.src.startsWith(location.origin)) && !(e.localName === "base" && e.href === location.origin + "/")) found.push(e.localName);
                if (e.localName === "meta" && e.httpEquiv) found.push("meta " + e.httpEquiv);
              }
              return found;
            }
            """, isStyled);
        Assert.True(found.Length == 0, $"{attack}\n{string.Join('\n', found)}");
        await visit.AssertCleanAsync();
    }
}
