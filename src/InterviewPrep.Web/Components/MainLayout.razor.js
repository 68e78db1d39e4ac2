// On every page: the theme without a reload, and "/" for search.
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
