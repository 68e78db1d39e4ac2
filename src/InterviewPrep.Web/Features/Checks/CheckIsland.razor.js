// A check of a lesson comes alive in place. Until the first one is started the page has no circuit and loads no script for one.
let starting;

// Addresses within the page are made whole before the base is set, which would lead them to the home page.
function anchorBase() {
  for (const link of document.querySelectorAll('a[href^="#"]')) link.href = location.pathname + link.getAttribute("href");
  const base = document.createElement("base");
  base.href = "/";
  document.head.prepend(base);
}

function load(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.setAttribute("autostart", "false");
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(src)));
    document.body.append(script);
  });
}

async function start() {
  // Whoever answers is a learner; a connection cannot set the cookie that says so.
  const response = await fetch("/learner", { method: "POST" });
  if (!response.ok) throw new Error("learner");
  anchorBase();
  await load("/_framework/blazor.server.js");
  await Blazor.start({ reconnectionHandler: { onConnectionDown: () => say(true), onConnectionUp: () => say(false) } });
}

function say(isDown) {
  for (const card of document.querySelectorAll(".check.alive")) {
    let note = card.querySelector(".lost");
    if (isDown && !note) {
      note = document.createElement("p");
      note.className = "problem lost";
      note.setAttribute("role", "alert");
      note.textContent = "The connection is gone. What you have answered is saved; load the page to go on.";
      card.prepend(note);
    } else if (!isDown) {
      note?.remove();
    }
  }
}

document.addEventListener("click", async event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const option = event.target.closest(".check:not(.alive) [data-choices] li");
  if (option && (event.target.closest("a") || !getSelection().isCollapsed)) return;
  const link = option ? option.closest(".check").querySelector("a[data-check]") : event.target.closest("a[data-check]");
  if (!link) return;
  event.preventDefault();
  if (link.getAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  link.textContent = "One moment…";
  const address = new URL(`/checks/${link.dataset.check}`, location.origin);
  try {
    await (starting ??= start());
    const card = link.closest(".check");
    const host = document.createElement("div");
    await Blazor.rootComponents.add(host, "check", { questionId: link.dataset.check });
    await ready(host);
    card.replaceChildren(host);
    card.classList.add("alive");
    card.classList.remove("card");
    // An option that was chosen before the question was alive is chosen now: it stands at the same place.
    const fields = host.querySelectorAll("input, select, textarea, button");
    const chosen = option && fields[[...option.parentElement.children].indexOf(option)];
    (chosen ?? fields[0])?.focus({ preventScroll: true });
    chosen?.click();
  } catch {
    location.href = address;
  }
});

// The static card stays until the live one is there, so that nothing jumps.
function ready(host) {
  return new Promise(resolve => {
    const done = () => host.querySelector("[data-question], [role=status]") && !host.textContent.includes("One moment…");
    if (done()) return resolve();
    const watcher = new MutationObserver(() => {
      if (!done()) return;
      watcher.disconnect();
      resolve();
    });
    watcher.observe(host, { childList: true, subtree: true, characterData: true });
  });
}
