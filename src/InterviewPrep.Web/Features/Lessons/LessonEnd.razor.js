// What a learner has read of this lesson: shown in the contents, marked by hand or by time, and kept by the server.
const lesson = document.querySelector("[data-lesson]")?.dataset.lesson;
const links = [...document.querySelectorAll(".toc a, .contents a")];
const sections = [...new Set(links.map(link => link.hash.slice(1)))].filter(id => document.querySelector(`article :is(h2, h3)[id="${CSS.escape(id)}"]`));
const button = document.querySelector("[data-mark-lesson]");
let read = new Set();
let byTime = true;

function show() {
  for (const link of links) {
    const isRead = read.has(link.hash.slice(1));
    link.classList.toggle("is-read", isRead);
    let word = link.querySelector(".sr");
    if (isRead && !word) {
      word = document.createElement("span");
      word.className = "sr";
      word.textContent = " (read)";
      link.append(word);
    } else if (!isRead) {
      word?.remove();
    }
  }
  const all = sections.every(id => read.has(id));
  button.setAttribute("aria-pressed", all);
  button.textContent = all ? "Read ✓ — take the mark back" : "Mark all as read";
}

function send(body, keepalive = false) {
  return fetch(`/progress/lessons/${lesson}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive });
}

async function mark(ids, isRead, isExplicit) {
  const response = await send({ sections: ids, read: isRead, explicit: isExplicit }).catch(() => null);
  if (!response?.ok) return;
  for (const id of ids) isRead ? read.add(id) : read.delete(id);
  show();
}

// A section counts as read once its end has been seen and half the time that its words take has passed on it.
const spent = new Map();
const seen = new Set();
const wordsASecond = 4;
function sectionAt() {
  let current = null;
  for (const id of sections) {
    if (document.getElementById(id).getBoundingClientRect().top < innerHeight / 2) current = id;
  }
  return current;
}

function textOf(id) {
  let words = 0;
  for (let node = document.getElementById(id).nextElementSibling; node && !node.matches("h2, h3"); node = node.nextElementSibling) words += node.textContent.split(/\s+/).length;
  return words;
}

const needed = new Map(sections.map(id => [id, Math.max(4, textOf(id) / wordsASecond / 2)]));
let last = null;
function tick() {
  if (document.hidden || !byTime) return;
  const current = sectionAt();
  if (last && current !== last) seen.add(last);
  if (innerHeight + scrollY >= document.documentElement.scrollHeight - 200 && current) seen.add(current);
  last = current;
  if (current) spent.set(current, (spent.get(current) ?? 0) + 1);
  const done = sections.filter(id => !read.has(id) && seen.has(id) && spent.get(id) >= needed.get(id));
  if (done.length) mark(done, true, false);
}

async function begin() {
  const response = await fetch(`/progress/lessons/${lesson}`).catch(() => null);
  if (!response?.ok) return;
  const known = await response.json();
  read = new Set(known.read);
  byTime = known.byTime;
  button.hidden = false;
  show();
  setInterval(tick, 1000);
}

if (lesson && button && sections.length) {
  button.addEventListener("click", () => mark(sections, button.getAttribute("aria-pressed") !== "true", true));
  addEventListener("visibilitychange", () => {
    if (document.hidden && last && spent.size) send({ place: last }, true);
  });
  begin();
}
