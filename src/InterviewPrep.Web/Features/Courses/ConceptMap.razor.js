// Pointing at a concept, or reaching it with the keyboard, lights its arcs and the concepts at their other ends.
const grid = document.querySelector(".concept-grid");
const arcs = [...grid.querySelectorAll("path")];
const rows = new Map([...grid.querySelectorAll("[data-row]")].map(row => [row.dataset.row, row]));

function show(row) {
  const at = row?.dataset.row;
  grid.classList.toggle("lit", at !== undefined);
  for (const lit of grid.querySelectorAll(".on")) lit.classList.remove("on");
  if (at === undefined) return;
  row.classList.add("on");
  for (const arc of arcs) {
    const { from, to } = arc.dataset;
    if (from !== at && to !== at) continue;
    arc.classList.add("on");
    rows.get(from === at ? to : from)?.classList.add("on");
  }
}

for (const type of ["pointerover", "focusin"]) grid.addEventListener(type, event => show(event.target.closest("[data-row]")));
for (const type of ["pointerleave", "focusout"]) grid.addEventListener(type, () => show(null));
