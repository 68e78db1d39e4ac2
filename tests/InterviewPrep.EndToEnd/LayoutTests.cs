namespace InterviewPrep.EndToEnd;

/// <summary>Nothing moves while a page loads, and nothing is wider than the window.</summary>
public sealed class LayoutTests(Browser browser, MiniatureSite site)
{
    /// <summary>A fifth of what Web Vitals calls good. On most pages it is 0; on a first visit the fonts that come after the paint move words within their lines.</summary>
    internal const double Unnoticed = 0.02;

    public static TheoryData<string> Pages => AccessibilityTests.Pages;

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_neither_moves_nor_scrolls_sideways(string address)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Wide })
        {
            await using var visit = await browser.VisitAsync(site, screen);
            await visit.OpenAsync(address);
            await visit.SettleAsync();
            Assert.InRange(await MovedAsync(visit), 0, Unnoticed);
            Assert.Empty(await TooWideAsync(visit));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_fits_every_window_also_with_everything_unfolded(string address)
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var width in new[] { 320, 360, 480, 640, 768, 900, 1024, 1280, 1920, 3840 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            Assert.Empty(await TooWideAsync(visit));
        }

        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.AskAsync<object>("() => document.documentElement.style.setProperty('font-size', '200%')");
        Assert.Empty(await TooWideAsync(visit));
    }

    /// <summary>Its parts are many, and a tablet is narrow.</summary>
    [Fact]
    public async Task The_bar_is_one_line_at_every_width()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/course");
        await visit.SettleAsync();
        for (var width = 740; width <= 1300; width += 20)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal("", await visit.AskAsync<string>("""
                () => {
                  const parts = [...document.querySelectorAll("header :is(a, button, input)")].map(part => [part, part.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
                  const bar = document.querySelector("header").getBoundingClientRect();
                  const faults = parts.filter(([, box]) => box.height > 50 || box.left < 0 || box.right > innerWidth).map(([part]) => part.outerHTML);
                  if (bar.height > 70) faults.push(`${bar.height} px high`);
                  for (const [a, one] of parts) for (const [b, other] of parts)
                    if (a !== b && !a.contains(b) && !b.contains(a) && one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1) faults.push(a.outerHTML + b.outerHTML);
                  return faults.slice(0, 3).join(" ");
                }
                """));
        }
    }

    /// <summary>By how much the page moved while it was loading.</summary>
    internal static Task<double> MovedAsync(Visit visit) => visit.AskAsync<double>("() => __shifts.reduce((sum, shift) => sum + shift, 0)");

    /// <summary>The elements that make the page scroll sideways.</summary>
    internal static Task<string[]> TooWideAsync(Visit visit) => visit.AskAsync<string[]>("""
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const own = element => { for (let e = element.parentElement; e; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") return false; return true; };
          return [`${location.pathname}: ${root.scrollWidth} > ${root.clientWidth}`,
            ...[...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && own(e)).slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
        }
        """);
}
