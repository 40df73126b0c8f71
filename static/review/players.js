// Players: one voice at a time, a scene's parts together, and the film's scenes to jump to.
const players = () => document.querySelectorAll("video, audio");
let together = null;

document.addEventListener("play", (event) => {
  const mine = event.target.closest(".scene");
  if (together && mine !== together) together = null;
  players().forEach((other) => {
    if (other !== event.target && !(together && other.closest(".scene") === together)) other.pause();
  });
}, true);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-together]");
  if (!button) return;
  const scene = button.closest(".scene");
  const parts = [...scene.querySelectorAll(":scope > .seen video, :scope > .heard > .clip > audio")];
  const stop = together === scene && parts.some((part) => !part.paused);
  together = stop ? null : scene;
  parts.forEach((part) => {
    if (stop) part.pause();
    else { part.currentTime = 0; part.play().catch(() => {}); }
  });
});
document.querySelectorAll("[data-together]").forEach((button) => { button.hidden = false; });

// A clip rests as a picture until it is clicked; then it plays, and its controls come.
function rest(video) {
  video.controls = false;
  video.tabIndex = 0;
  video.closest(".stage").classList.add("still");
}

function wake(video) {
  video.closest(".stage").classList.remove("still");
  video.controls = true;
  video.play().catch(() => {});
}

const resting = (target) => target.closest?.(".stage.still")?.querySelector("video");
document.addEventListener("click", (event) => {
  const video = resting(event.target);
  if (!video) return;
  event.preventDefault();
  wake(video);
});
document.addEventListener("keydown", (event) => {
  const video = event.key === "Enter" || event.key === " " ? resting(event.target) : null;
  if (!video) return;
  event.preventDefault();
  wake(video);
});
document.addEventListener("play", (event) => {
  const stage = event.target.closest(".stage.still");
  if (stage) { stage.classList.remove("still"); event.target.controls = true; }
}, true);
const restAll = () => document.querySelectorAll(".stage:not(.seen-by-rest) video").forEach((video) => {
  video.closest(".stage").classList.add("seen-by-rest");
  if (video.paused) rest(video);
});
new MutationObserver(restAll).observe(document.getElementById("content"), { childList: true, subtree: true });
restAll();

const film = document.getElementById("film");
const scenes = [...document.querySelectorAll(".scene[data-start]")];

document.addEventListener("click", (event) => {
  const jump = event.target.closest("[data-jump]");
  if (!jump || !film) return;
  film.currentTime = Number(jump.dataset.jump) + 0.01;
  film.play().catch(() => {});
});

film?.addEventListener("timeupdate", () => {
  const now = scenes.filter((scene) => Number(scene.dataset.start) <= film.currentTime).pop();
  scenes.forEach((scene) => {
    if (scene === now) scene.setAttribute("aria-current", "true");
    else scene.removeAttribute("aria-current");
  });
});
