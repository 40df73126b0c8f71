// The inbox: a list, the chosen film beside it, and the next one fetched before it is asked for.
import { listen } from "./keys.js";
import { enter } from "./room.js";
import { later, say } from "./toast.js";

const FRESH = 60000; // ms that a fetched room may wait; what changed meanwhile the server refuses anyway
const wide = matchMedia("(min-width: 1001px)");
const pane = document.getElementById("pane");
const fetched = new Map(); // address of a room → { at, html }
let room = null;
let current = null;

const letters = () => [...document.querySelectorAll("[data-letter]")];
const linkOf = (letter) => letter?.querySelector("a");
const letterOf = (task) => letters().find((letter) => letter.dataset.letter === task);

function fetchRoom(address, { ahead = false } = {}) {
  const known = fetched.get(address);
  if (known && Date.now() - known.at < FRESH) return known.html;
  const html = fetch(`${address}?pane=1`, { headers: { "X-Pane": ahead ? "ahead" : "here" } }).then((answer) => {
    if (!answer.ok || answer.redirected) throw new Error("This film cannot be shown. Reload the page.");
    return answer.text();
  });
  html.catch(() => fetched.delete(address));
  fetched.set(address, { at: Date.now(), html });
  return html;
}

// Its first pictures come along, so that nothing is grey when it opens.
async function prefetch(letter) {
  if (!letter || !wide.matches) return;
  try {
    const page = new DOMParser().parseFromString(await fetchRoom(linkOf(letter).dataset.room, { ahead: true }), "text/html");
    [...page.querySelectorAll("[data-tiles] img")].slice(0, 24).forEach((image) => { new Image().src = image.getAttribute("src"); });
  } catch { /* It is fetched again when it is opened. */ }
}

function mark() {
  letters().forEach((letter) => linkOf(letter)?.setAttribute("aria-current", letter.dataset.letter === current ? "true" : "false"));
}

// From the moment another film is asked for, no key and no click reaches the one before.
async function open(task, { again = false } = {}) {
  const letter = letterOf(task);
  if (!letter) return;
  current = task;
  mark();
  linkOf(letter).scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", `?task=${task}`);
  const address = linkOf(letter).dataset.room;
  if (again) fetched.delete(address);
  room?.close();
  room = null;
  pane.inert = true;
  let html = "";
  try {
    html = await fetchRoom(address);
  } catch (problem) {
    say(problem.message);
  }
  if (current !== task) return; // Somebody went on meanwhile.
  pane.innerHTML = html;
  pane.inert = false;
  fetched.delete(address);
  window.htmx?.process(pane);
  const root = pane.querySelector("#room");
  if (root?.dataset.kind) room = enterFor(task, root);
  scrollTo({ top: 0 });
  prefetch(neighbour(1));
}

// Answers may come when another film is on the screen already: each belongs to the film that it was asked for.
function enterFor(task, root) {
  const title = root.querySelector("h1").textContent;
  return enter(root, {
    decided: (answer) => decided(task, answer),
    changed: () => { if (current === task) open(task, { again: true }); },
    failed: (words) => say(`“${title}”: ${words}`),
    leave: () => linkOf(letterOf(current))?.focus(),
  });
}

const neighbour = (by) => { const all = letters(); return all[all.findIndex((letter) => letter.dataset.letter === current) + by]; };

function go(by) {
  const to = neighbour(by);
  if (!to) return;
  if (wide.matches) open(to.dataset.letter);
  else linkOf(to).focus();
}

function decided(task, answer) {
  say(answer.said);
  const here = current === task;
  const next = here ? neighbour(1) || neighbour(-1) : null;
  if (answer.at_gate) {
    if (here) open(task, { again: true });
    return;
  }
  letterOf(task)?.remove();
  if (next) open(next.dataset.letter);
  else if (here) { later(answer.said); location.assign(location.pathname); }
}

document.addEventListener("click", (event) => {
  const letter = event.target.closest("[data-letter]");
  if (!letter || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(letter.dataset.letter);
});

listen(new AbortController().signal, { J: () => go(1), K: () => go(-1) });
new MutationObserver(mark).observe(document.querySelector(".letters"), { childList: true, subtree: true });

const asked = new URLSearchParams(location.search).get("task");
if (wide.matches && letters().length) open(letterOf(asked) ? asked : letters()[0].dataset.letter);
