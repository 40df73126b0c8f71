// Pictures, large: arrow keys go from one to the next, R marks it to be made again, Escape closes.
"use strict";

const dialog = document.getElementById("zoom");
const mark = dialog.querySelector("[data-mark]");
let shown = null;

const pictures = () => [...document.querySelectorAll("a[data-zoom]")].filter((link) => link.offsetParent !== null);
const boxOf = (link) => document.querySelector(`input[name="clips"][value="${CSS.escape(link.dataset.key || "")}"]`);

function show(link) {
  shown = link;
  const picture = document.getElementById("zoom-picture");
  picture.src = link.href;
  picture.alt = link.dataset.zoom;
  document.getElementById("zoom-label").textContent = link.dataset.zoom;
  document.getElementById("zoom-words").textContent = link.dataset.words || "";
  showMark();
  if (!dialog.open) dialog.showModal();
}

function showMark() {
  const box = boxOf(shown);
  mark.hidden = !box;
  mark.setAttribute("aria-pressed", box?.checked ? "true" : "false");
}

function step(by) {
  const all = pictures();
  show(all[(all.indexOf(shown) + by + all.length) % all.length]);
}

function toggleMark() {
  boxOf(shown)?.click();
  showMark();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-zoom]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link);
});

dialog.addEventListener("click", (event) => {
  const { step: by, close, mark: marks } = event.target.dataset;
  if (by) step(Number(by));
  if (marks !== undefined) toggleMark();
  if (close !== undefined || event.target === dialog) dialog.close();
});

dialog.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowRight") step(1);
  else if (event.key === "ArrowLeft") step(-1);
  else if (event.key.toLowerCase() === "r") toggleMark();
});

dialog.addEventListener("close", () => {
  shown?.scrollIntoView({ block: "nearest" });
  shown?.focus();
});
