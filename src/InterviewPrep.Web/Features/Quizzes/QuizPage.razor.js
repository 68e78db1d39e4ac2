// Says how many questions the form would draw from, while it changes.
const form = document.getElementById("builder");
const status = document.getElementById("builder-count");
let asked = 0;

async function count() {
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  const response = await fetch(`/quiz/count?${fields}`).catch(() => null);
  if (mine !== asked || !response?.ok) return;
  const { count, problem } = await response.json();
  status.textContent = problem ?? (count === 0 ? "No question matches." : `Draws from ${count.toLocaleString("en")} ${count === 1 ? "question" : "questions"}.`);
  form.querySelector("button.main").disabled = count === 0;
}

form.addEventListener("change", count);
count();
