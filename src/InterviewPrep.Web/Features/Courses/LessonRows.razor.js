// Ticks at lessons that this reader has read, on pages that are the same for everybody.
const rows = [...document.querySelectorAll("[data-progress]")];

async function show() {
  const response = await fetch("/progress/lessons").catch(() => null);
  if (!response?.ok) return;
  const shares = await response.json();
  for (const row of rows) {
    const share = shares[row.dataset.progress];
    if (!share) continue;
    const tick = document.createElement("small");
    tick.className = share >= 1 ? "tick is-done" : "tick";
    tick.textContent = share >= 1 ? "✓ read" : `${Math.max(1, Math.round(share * 100))} % read`;
    row.closest("h3").append(" ", tick);
  }
}

if (rows.length) show();
