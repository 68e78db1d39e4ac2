// What a lesson gains with JavaScript; every word of it is there without.
const root = document.documentElement;
// Formulas are measured in their own font, which on a first visit comes after the first paint (MainLayout.razor.js).
if (root.dataset.fonts) await new Promise(resolve => document.addEventListener("fonts", resolve, { once: true }));

const main = document.getElementById("main");
const status = document.createElement("p");
status.className = "sr";
status.setAttribute("role", "status");
main.append(status);

function announce(text) {
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}

// The contents follow the scroll: the last section whose heading has passed the upper third is the current one.
const links = new Map([...document.querySelectorAll(".toc a")].map(link => [link.hash.slice(1), link]));
const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
function follow() {
  const limit = innerHeight / 3;
  const atEnd = innerHeight + scrollY >= root.scrollHeight - 4;
  const current = atEnd ? headings.at(-1) : headings.findLast(heading => heading.getBoundingClientRect().top < limit);
  for (const [id, link] of links) {
    if (id === current?.id) {
      if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest" });
      }
    } else {
      link.removeAttribute("aria-current");
    }
  }
}
const watcher = new IntersectionObserver(follow, { rootMargin: "-1px 0px -66% 0px", threshold: [0, 1] });
for (const heading of headings) watcher.observe(heading);
addEventListener("scrollend", follow);

// Frames that scroll can be reached with the keyboard, and only those.
const names = { code: "Code", table: "Table", figure: "Figure" };
const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) {
      target.tabIndex = 0;
      if (target.localName !== "figure") target.setAttribute("role", "group");
      target.setAttribute("aria-label", (names[target.parentElement.className] ?? names[target.className] ?? names[target.localName] ?? "Formula") + ", scrolls sideways");
    } else {
      for (const attribute of ["tabindex", "role", "aria-label"]) target.removeAttribute(attribute);
    }
  }
});
for (const frame of main.querySelectorAll(".code pre, .table, .formula, figure, p:has(> :is(math, .math, .hold))")) sizes.observe(frame);

// Part of a formula in a list may be wider than its line, where a paragraph scrolls: it scrolls by itself. All are measured before one is changed,
// so that the page is laid out once.
const isTooWide = math => math.getBoundingClientRect().width > math.closest("li, dd").clientWidth;
for (const math of [...main.querySelectorAll(":is(li, dd) math:not([display=block])")].filter(isTooWide)) {
  const frame = document.createElement("span");
  frame.className = "wide";
  math.replaceWith(frame);
  frame.append(math);
  sizes.observe(frame);
}

// Copying: code by a button, a section's address by its anchor.
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
    return true;
  } catch {
    announce("Copying is not allowed here.");
    return false;
  }
}
for (const block of main.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy code");
  button.addEventListener("click", async () => {
    if (!(await copy(block.querySelector("code").textContent, "Copied"))) return;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  block.append(button);
}
main.addEventListener("click", event => {
  const anchor = event.target.closest("a.anchor");
  if (anchor) copy(anchor.href, "Link copied");
});

// An address whose section is gone.
const notice = document.getElementById("no-section");
function check() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A broken escape is looked up as it stands.
  }
  notice.hidden = !id || !!document.getElementById(id);
  if (notice.hidden) return;
  notice.textContent = `There is no section “${id}” in this lesson any more. What it holds now is listed under “On this page”.`;
}
addEventListener("hashchange", check);
check();

// A handout has nothing folded.
addEventListener("beforeprint", () => {
  for (const fold of main.querySelectorAll("article details, .belief")) fold.open = true;
});
