// Pictures, large: arrow keys go from one to the next, R marks it to be sent back, Escape closes.
let shown = null;

const zoom = () => document.getElementById("zoom");
const inZoom = (name) => zoom().querySelector(name);
const pictures = () => [...document.querySelectorAll("a[data-zoom]")].filter((link) => link.offsetParent !== null || link.closest(".room.live"));
const boxOf = (link) => document.querySelector(`input[name="clips"][value="${CSS.escape(link.dataset.key || "")}"]`);

function show(link) {
  shown = link;
  const picture = inZoom("#zoom-picture");
  picture.src = link.href;
  picture.alt = link.dataset.zoom;
  inZoom("#zoom-label").textContent = link.dataset.zoom;
  inZoom("#zoom-words").textContent = link.dataset.words || "";
  showMark();
  if (!zoom().open) zoom().showModal();
}

function showMark() {
  const [box, mark] = [boxOf(shown), inZoom("[data-mark]")];
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
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link);
    return;
  }
  if (!event.target.closest("#zoom")) return;
  const { step: by, close, mark: marks } = event.target.dataset;
  if (by) step(Number(by));
  if (marks !== undefined) toggleMark();
  if (close !== undefined || event.target === zoom()) zoom().close();
});

document.addEventListener("keydown", (event) => {
  if (!zoom()?.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowRight" || event.key === "j") step(1);
  else if (event.key === "ArrowLeft" || event.key === "k") step(-1);
  else if (event.key.toLowerCase() === "r") toggleMark();
  else if (event.key === " " && event.target === zoom()) zoom().close();
});

document.addEventListener("close", (event) => {
  if (event.target !== zoom()) return;
  shown?.scrollIntoView({ block: "nearest" });
  shown?.focus();
}, true);
