// Players: one voice at a time, and clips that rest until somebody wants to see them.
const players = () => document.querySelectorAll("video, audio");

document.addEventListener("play", (event) => {
  players().forEach((other) => { if (other !== event.target) other.pause(); });
}, true);

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
