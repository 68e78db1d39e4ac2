// On every page: the theme without a reload, "/" for search, and the keys that buttons and options show.
const root = document.documentElement;
const form = document.querySelector("form.theme");

function show(theme) {
  root.dataset.theme = theme;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", button.value === theme);
}

form.addEventListener("submit", event => {
  const theme = event.submitter?.value;
  if (!theme) return;
  event.preventDefault();
  show(theme);
  fetch(form.action, { method: "POST", body: new URLSearchParams({ theme }), redirect: "manual" });
});

// A page that comes back out of the browser's memory may be older than the choice.
addEventListener("pageshow", event => {
  if (event.persisted) show(/(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1] ?? "system");
});

addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const box = [...document.querySelectorAll("input[type=search]")].find(input => input.offsetParent);
  if (box) {
    box.focus();
    box.select();
  } else {
    location.href = "/search";
  }
});

// Keys of a question: what shows a key is clicked by it. In a field only Enter counts, and in one of several lines not even that.
addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "Enter" ? field || event.target.closest("a, button, summary, select, textarea") : field) return;
  const target = [...document.querySelectorAll(`[data-hotkey="${CSS.escape(key)}"]`)].find(element => element.offsetParent && !element.disabled);
  if (!target) return;
  event.preventDefault();
  target.click();
  if (target.matches("input")) target.focus();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    print();
  });
}

// Words for an open question take minutes: outside of a quiz, which keeps them itself, this tab keeps them until they are marked.
const wordsOf = field => `words for ${field.dataset.draft}`;
let handedIn;
addEventListener("input", event => {
  if (event.target.dataset?.draft) keep(() => sessionStorage.setItem(wordsOf(event.target), event.target.value));
});
// Who comes next in this tab is somebody else.
addEventListener("submit", event => {
  if (event.target.closest("main") && /^\/(account\/sign-out|settings\/delete)/.test(location.pathname)) keep(() => sessionStorage.clear());
});
function bringWords(changes, added) {
  for (const change of changes) {
    const field = first(change.removedNodes, "[data-draft]");
    if (field) handedIn = wordsOf(field);
  }
  const field = first(added, "[data-draft]");
  if (field && !field.value) {
    keep(() => (field.value = sessionStorage.getItem(wordsOf(field)) ?? ""));
    if (field.value) field.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (handedIn && first(added, "[data-outcome]")) {
    keep(() => sessionStorage.removeItem(handedIn));
  }
}
function keep(store) {
  try {
    store();
  } catch {
    // Nothing may be kept here.
  }
}

// What one wants to hear, and to see: after an answer the feedback or the model answer, after a question the next one.
function first(nodes, selector) {
  for (const node of nodes) {
    const found = node.nodeType === 1 && (node.matches(selector) ? node : node.querySelector(selector));
    if (found) return found;
  }
}
new MutationObserver(changes => {
  const added = changes.flatMap(change => [...change.addedNodes]).filter(node => node.isConnected);
  bringWords(changes, added);
  const isNext = changes.some(change => first(change.removedNodes, "[data-question]"));
  const arrival = first(added, "[data-outcome], [data-arrival]") ?? (isNext && first(added, "[data-question] .prompt"));
  if (!arrival) return;
  arrival.focus({ preventScroll: true });
  arrival.scrollIntoView({ block: "nearest" });
}).observe(document.getElementById("main") ?? document.body, { childList: true, subtree: true });

// On a first visit the fonts but that of the text come after the first paint (HeadScript.cs), and are put in place together, so that
// nothing is laid out for each of them. What is not there in three seconds follows by itself.
if (root.dataset.fonts) {
  const observer = new PerformanceObserver(() => {
    observer.disconnect();
    bringFonts();
  });
  observer.observe({ type: "paint", buffered: true });
}

async function bringFonts() {
  const wanted = [
    ["em, i, cite:not(article cite)", 'italic 1em "Source Sans 3 Italic"'],
    ["code, pre", '1em "JetBrains Mono"'],
    ["math", '1em "Noto Sans Math"'],
    ["body", '1em "Source Sans 3 More"', document.body.textContent],
  ].filter(([selector]) => document.querySelector(selector));
  const loads = Promise.all(wanted.map(([, font, text]) => document.fonts.load(font, text))).then(() => true, () => false);
  const haveCome = await Promise.race([loads, new Promise(resolve => setTimeout(resolve, 3000, false))]);
  const below = setAside();
  root.dataset.fonts = "come";
  await layOut(below);
  delete root.dataset.fonts;
  document.dispatchEvent(new Event("fonts"));
  if (!haveCome) return;
  try {
    if (document.querySelector("math")) localStorage.fonts = "math";
    else localStorage.fonts ??= "text";
  } catch {
    // Not kept: the next page begins like this one.
  }
}

// What is far below the screen was not laid out for the first paint (lesson.css), and is not at once for the fonts either.
function setAside() {
  const blocks = root.dataset.below ? [...document.querySelectorAll("article > *, article ~ *")].filter(block => block.getBoundingClientRect().top > 2 * innerHeight) : [];
  for (const block of blocks) block.dataset.below = "later";
  delete root.dataset.below;
  return blocks;
}

// It is, some of it in each frame, before anybody scrolls that far: for a few milliseconds, which keeps no click waiting.
async function layOut(blocks) {
  let begin = performance.now();
  for (const block of blocks) {
    delete block.dataset.below;
    block.getBoundingClientRect(); // Lays it out now, so that it is known how long that took.
    if (performance.now() - begin < 8) continue;
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    begin = performance.now();
  }
}
