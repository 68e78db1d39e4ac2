// Results while typing, and the arrow keys through them. Without this file the form does the same by Enter and Tab.
const input = document.querySelector("main input[type=search]");
const results = document.getElementById("results");
let timer;
let request;

async function search() {
  request?.abort();
  request = new AbortController();
  const url = "/search?" + new URLSearchParams({ q: input.value });
  try {
    const response = await fetch(url, { signal: request.signal });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    results.replaceChildren(...page.getElementById("results").childNodes);
    document.title = page.title;
    history.replaceState(history.state, "", url);
  } catch (error) {
    if (error.name !== "AbortError") input.form.submit();
  }
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 120);
});

document.querySelector("main").addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [input, ...results.querySelectorAll(".hit")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
});
