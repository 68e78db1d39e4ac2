// Runs when a page's interactive part starts: events that the framework does not know.
function register(blazor) {
  blazor.registerCustomEventType("blank", {
    browserEventName: "input",
    createEventArgs: event => ({ index: Number(event.target.dataset.blank ?? -1), value: event.target.value }),
  });
}

export function afterWebStarted(blazor) {
  register(blazor);
}

export function afterStarted(blazor) {
  register(blazor);
}
