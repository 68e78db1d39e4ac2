// Runs when a page's interactive part starts: events that the framework does not know.
function register(blazor) {
  blazor.registerCustomEventType("blank", {
    browserEventName: "input",
    createEventArgs: event => ({ index: Number(event.target.dataset.blank ?? -1), value: event.target.value }),
  });
}

// Own words are handed over whenever the hand rests, and while it does not, every few seconds: the time may end before the field is left.
const rest = 700;
const longest = 3000;
let timer;
let since;

function keepWords() {
  document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-question] textarea[name=text]")) return;
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => {
      since = undefined;
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }, Math.max(0, Math.min(rest, since + longest - performance.now())));
  });
}

function start(blazor) {
  register(blazor);
  keepWords();
}

export function afterWebStarted(blazor) {
  start(blazor);
}

export function afterStarted(blazor) {
  start(blazor);
}
