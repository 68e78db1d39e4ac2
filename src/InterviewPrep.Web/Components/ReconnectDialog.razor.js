// Nothing is kept in a circuit alone: where the server no longer knows it, loading the page goes on from what is stored.
const dialog = document.getElementById("components-reconnect-modal");
document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());

dialog.addEventListener("components-reconnect-state-changed", event => {
  const state = event.detail.state;
  if (state === "hide") {
    dialog.close();
    return;
  }
  for (const text of dialog.querySelectorAll("[data-when]")) text.hidden = !text.dataset.when.split(" ").includes(state);
  if (!dialog.open) dialog.showModal();
  if (state === "rejected") location.reload();
  if (state === "failed") waitForServer();
});

let waiting = false;
async function waitForServer() {
  if (waiting) return;
  waiting = true;
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 2000));
    const answer = await fetch("/healthz/live", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) {
      location.reload();
      return;
    }
  }
}
