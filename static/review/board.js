// The board: groups that fold, the statuses of a group on a phone, and decisions about many films at once.

const board = document.getElementById("board");
const YEAR = 365 * 86400;

// Folding is remembered in a cookie, so that the next board comes folded already.
function remember() {
  const folded = [...board.querySelectorAll(".group.folded")].map((group) => group.dataset.group).join(".");
  document.cookie = `board-folded=${folded}; path=/; max-age=${YEAR}; samesite=lax`;
}

function fold(button) {
  const isFolded = button.closest(".group").classList.toggle("folded");
  button.setAttribute("aria-expanded", String(!isFolded));
  remember();
}

// On a phone a group shows one of its statuses.
function show(group) {
  for (const column of group.querySelectorAll(".column")) column.classList.toggle("chosen", column.dataset.status === group.dataset.shown);
  for (const button of group.querySelectorAll(".switch")) button.setAttribute("aria-pressed", String(button.dataset.switch === group.dataset.shown));
}

// A menu closes when a hand goes elsewhere.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details[data-menu]"));
  const button = event.target.closest("button");
  if (button?.matches(".fold")) fold(button);
  if (button?.matches(".switch")) {
    const group = button.closest(".group");
    group.dataset.shown = button.dataset.switch;
    show(group);
  }
});

// --- Choosing -----------------------------------------------------------------------------------------------------

const bar = document.getElementById("bulk");
const answer = document.getElementById("bulk-answer");
const MOST = 200;
// "id:status", at a gate "id:status:revision", as the checkboxes say it: a film that moves on or changes is another choice.
const chosen = new Set();
let last = null; // the box from which a range goes

const boxes = () => [...board.querySelectorAll('input[name="tasks"]')];
const visible = () => boxes().filter((box) => box.offsetParent !== null);

function tell(lost = []) {
  const found = boxes().filter((box) => box.checked);
  chosen.clear();
  for (const box of found) chosen.add(box.value);
  for (const button of bar.querySelectorAll("[data-deed]")) {
    const able = found.filter((box) => box.dataset.can.split(" ").includes(button.dataset.deed)).length;
    button.disabled = able === 0;
  }
  bar.querySelector("[data-count]").textContent = String(found.length);
  bar.querySelector("[data-shown-count]").textContent = String(Math.min(MOST, visible().length));
  bar.querySelector("[data-moved]").textContent = lost.join(", ");
  bar.inert = found.length === 0 && !lost.length;
  document.body.classList.toggle("choosing", found.length > 0);
  for (const all of board.querySelectorAll("[data-all]")) {
    const mine = [...all.closest(".column").querySelectorAll('input[name="tasks"]')];
    const count = mine.filter((box) => box.checked).length;
    all.checked = count === mine.length;
    all.indeterminate = count > 0 && count < mine.length;
  }
}

function choose(some, on) {
  let room = MOST - (on ? boxes().filter((box) => box.checked).length : 0);
  for (const box of some) {
    if (on && !box.checked && room-- <= 0) break;
    box.checked = on;
  }
  tell();
}

function range(from, to) {
  const all = visible();
  const [a, b] = [all.indexOf(from), all.indexOf(to)].sort((x, y) => x - y);
  choose(a < 0 ? [to] : all.slice(a, b + 1), to.checked);
}

function clear() {
  choose(boxes(), false);
  last = null;
}

function close() {
  answer.replaceChildren();
}

// Says what became of films that are no longer chosen: “1 moved on, 2 changed”.
function whyLost(before) {
  const now = new Map(boxes().map((box) => [box.value.split(":")[0], box.value]));
  const counts = new Map();
  for (const choice of before) {
    const [film, status] = choice.split(":");
    const shown = now.get(film);
    if (shown === choice) continue;
    const why = !shown ? "no longer shown" : shown.split(":")[1] === status ? "changed" : "moved on";
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => `${count} ${why}`);
}

// What was swapped in is marked again as it was; what is another choice by now is no longer chosen.
function restore() {
  for (const group of board.querySelectorAll(".group")) show(group);
  if (!bar) return;
  const before = new Set(chosen);
  for (const box of boxes()) box.checked = before.has(box.value);
  tell(whyLost(before));
}

function chooseByHand() {
  board.addEventListener("click", (event) => {
    const box = event.target;
    if (box.matches("[data-all]")) choose(box.closest(".column").querySelectorAll('input[name="tasks"]'), box.checked);
    if (!box.matches('input[name="tasks"]')) return;
    if (event.shiftKey && last?.isConnected) range(last, box);
    else choose([], true);
    last = box;
  });
  bar.querySelector("[data-clear]").addEventListener("click", clear);
  bar.querySelector("[data-all-shown]").addEventListener("click", () => choose(visible(), true));
  answer.addEventListener("click", (event) => { if (event.target.matches("[data-close]")) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (document.querySelector("details[data-menu][open]")) closeMenus();
    else if (answer.childElementCount) close();
    else if (chosen.size) clear();
  });
  // A refusal is an answer, too.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) Object.assign(event.detail, { shouldSwap: true, isError: false });
  });
  answer.addEventListener("htmx:afterSwap", () => { closeMenus(); (answer.querySelector("[autofocus]") ?? answer).focus(); });
  document.body.addEventListener("decided", () => {
    clear();
    const poller = document.getElementById("poller");
    htmx.ajax("GET", poller.getAttribute("hx-get"), { source: poller, swap: "none" });
  });
  window.addEventListener("pageshow", () => tell());
}

// --- Living -------------------------------------------------------------------------------------------------------

let focused = null; // what had the focus before columns were swapped, by the film it belongs to
let waiting = false;

document.addEventListener("htmx:oobBeforeSwap", () => {
  const element = document.activeElement;
  if (!focused && element?.closest(".card")) focused = { film: element.closest(".card").id.slice(0, 41), what: element.matches("input") ? "input" : "a" };
});
document.addEventListener("htmx:oobAfterSwap", () => {
  if (waiting) return;
  waiting = true;
  setTimeout(() => { // once, after the last column
    waiting = false;
    restore();
    if (focused && document.activeElement === document.body) board.querySelector(`[id^="${focused.film}"] ${focused.what}`)?.focus({ preventScroll: true });
    focused = null;
  });
});

if (bar) chooseByHand();
restore();
