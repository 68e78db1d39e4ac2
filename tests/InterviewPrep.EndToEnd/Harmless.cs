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
                if (/^(script|style|iframe|object|embed|base|foreignobject|animate|set)$/i.test(e.localName) && !(e.localName === "script" && (e.src.startsWith(location.origin) || e === document.querySelector("head > script:not([src])"))) && !(e.localName === "base" && e.href === location.origin + "/")) found.push(e.localName);
                if (e.localName === "meta" && e.httpEquiv) found.push("meta " + e.httpEquiv);
              }
              return found;
            }
            """, isStyled);
        Assert.True(found.Length == 0, $"{attack}\n{string.Join('\n', found)}");
        await visit.AssertCleanAsync();
    }

    /// <summary>
    /// A script that reads the main part of a page into the one that is open, as the parser reads a page, so that what it holds would be
    /// as alive there as in its own, and gives its text: opening hundreds of pages takes minutes.
    /// </summary>
    public const string Read = """
        window.__read = page => {
          const range = document.createRange();
          range.selectNodeContents(document.body);
          const main = range.createContextualFragment(page.slice(page.indexOf("<main"), page.lastIndexOf("</main>") + 7)).firstElementChild;
          main.querySelectorAll("optgroup").forEach(o => o.remove()); // All time zones, again and again.
          document.body.append(main);
          main.querySelectorAll("details").forEach(d => d.open = true);
          return main.textContent;
        };
        """;

    /// <summary>Reads many pages into the one that is open.</summary>
    /// <param name="visit">Where; a page of the same site is open.</param>
    /// <param name="addresses">The pages.</param>
    /// <returns>What stands there.</returns>
    public static async Task<string> GatherAsync(Visit visit, IReadOnlyList<string> addresses)
    {
        await visit.Page.EvaluateAsync($"() => {{ {Read} }}");
        var text = await visit.Page.EvaluateAsync<string>("""
            async addresses => {
              let text = "";
              for (const address of addresses) {
                const response = await fetch(address);
                if (response.status >= 500) throw new Error(`${response.status} ${address}`);
                text += __read(await response.text());
              }
              return text;
            }
            """, addresses);
        await AssertAsync(visit, string.Join('\n', addresses));
        return text;
    }
}
