// The stage: one player for the chosen clip, its filmstrip as a bar to seek on, takes side by side in step, a scene's sounds over it.
import { scoreOf } from "./score.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)").matches;
const FRAME = 1 / 24; // seconds

export const clock = (seconds) => {
  const tenths = Math.floor(seconds * 10 + 0.5);
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, "0")}.${tenths % 10}`;
};

// `reached(key)`: the film came to another scene.
export function stageOf(root, signal, { reached }) {
  const area = root.querySelector("[data-stage]");
  const film = root.querySelector("#film");
  const player = film || root.querySelector("#player");
  const strip = area?.querySelector("[data-strip]");
  const head = strip?.querySelector(".playhead");
  const ahead = document.createElement("video"); // what comes next is on its way before it is asked for
  const score = scoreOf(root, player, signal, () => onceMore());
  ahead.preload = "auto";
  ahead.muted = true;
  const whole = film?.getAttribute("src"); // the take of the film that would be approved
  const long = root.dataset.kind === "audio"; // a voice may be longer than its clip: both are heard out before it begins anew
  let loops = true;
  let waiting = new AbortController(); // for the player to know how long its film is

  const others = () => [...area.querySelectorAll("[data-screens] video")].filter((each) => each !== player);
  const length = () => (player && Number.isFinite(player.duration) ? player.duration : 0);

  // The one place that says which take is on the screen: the button that is pressed.
  const shown = (about) => about?.querySelector('.take[aria-pressed="true"]')?.dataset.take;

  function load(address, poster) {
    if (!player || player.getAttribute("src") === address) return;
    waiting.abort();
    player.poster = poster || "";
    player.src = address;
  }

  function picture(address) {
    if (strip) strip.style.backgroundImage = address ? `url("${address}")` : "";
  }

  function show(detail, { seek = true, play: wanted = true, next } = {}) {
    if (!player) return;
    compare(false);
    if (film) {
      if (seek && detail.dataset.start) jump(Number(detail.dataset.start) + 0.01, { play: wanted && !STILL });
      return;
    }
    detail.querySelectorAll(".take").forEach(press);
    picture(detail.dataset.stripPicture);
    load(detail.dataset.player, detail.dataset.poster);
    score.show(detail);
    area.querySelector("[data-compare]")?.toggleAttribute("hidden", films(detail).length < 2);
    if (wanted && !STILL) play();
    if (next?.dataset.player) ahead.src = next.dataset.player;
  }

  // Back to the take that counts.
  function press(button) {
    const counts = button.classList.contains("counts");
    const audio = button.closest("[data-exhibit]").querySelector("audio");
    button.setAttribute("aria-pressed", counts ? "true" : "false");
    button.closest(".takes").querySelector("[data-use]")?.toggleAttribute("hidden", true);
    if (counts && audio && audio.getAttribute("src") !== button.dataset.file) audio.src = button.dataset.file;
  }

  const films = (detail) => [...(detail?.querySelectorAll("button[data-take][data-file]") || [])];

  function play() {
    if (player.ended) player.currentTime = 0;
    score.start();
    [player, ...others()].forEach((each) => each.play().catch(() => {}));
  }

  function pause() {
    if (!player) return;
    [player, ...others()].forEach((each) => each.pause());
    score.stop();
  }

  function toggle(detail) {
    if (!player) detail?.querySelector("a[data-zoom]")?.click();
    else if (player.paused && !score.isHeard()) play();
    else pause();
  }

  function jump(to, { play: wanted = false } = {}) {
    if (!player) return;
    const go = () => {
      player.currentTime = Math.max(0, length() ? Math.min(to, length() - 0.02) : to);
      others().forEach((each) => { each.currentTime = player.currentTime; });
      score.seek(player.currentTime);
      if (wanted) play();
    };
    waiting.abort();
    if (player.readyState) { go(); return; }
    waiting = new AbortController();
    player.preload = "auto";
    player.addEventListener("loadedmetadata", go, { once: true, signal: waiting.signal });
    if (player.networkState < HTMLMediaElement.NETWORK_LOADING) player.load();
  }

  function take(button) {
    const group = button.closest(".takes");
    const about = button.closest("[data-exhibit], [data-stage]");
    group.querySelectorAll(".take").forEach((each) => each.setAttribute("aria-pressed", each === button ? "true" : "false"));
    const use = group.querySelector("[data-use]");
    if (use) { use.hidden = button.classList.contains("counts"); use.textContent = `Use take ${button.dataset.take}`; }
    const sound = about.querySelector("audio");
    const still = about.querySelector("a[data-zoom]");
    if (film) takeOfFilm(button);
    else if (sound) { sound.src = button.dataset.file; jump(0, { play: true }); }
    else if (still) { still.href = button.dataset.file; still.querySelector("img").src = button.dataset.poster; }
    else if (player) again(button.dataset.file, button.dataset.poster);
  }

  // Another take of the film can be watched, but not approved: that is for the one that counts.
  function takeOfFilm(button) {
    const counts = button.classList.contains("counts");
    const approve = root.querySelector("[data-approve]");
    if (approve) { approve.disabled = !counts; approve.title = counts ? "" : `Use take ${button.dataset.take} first.`; }
    const small = area.querySelector("[data-quality]");
    if (small) { small.hidden = !counts; small.setAttribute("aria-pressed", "false"); }
    again(button.dataset.file, button.dataset.poster);
  }

  // The same moment of another file.
  function again(address, poster) {
    const [at, playing] = [player.currentTime, !player.paused || !film];
    load(address, poster);
    jump(at, { play: playing && !STILL });
  }

  // All takes of the chosen clip beside each other; the one that counts leads, the others follow its time.
  function compare(wanted) {
    const button = area?.querySelector("[data-compare]");
    if (!button) return;
    const open = wanted ?? button.getAttribute("aria-pressed") !== "true";
    others().forEach((each) => each.closest("figure").remove());
    button.setAttribute("aria-pressed", "false");
    area.classList.remove("comparing");
    const takes = films(root.querySelector(".detail.chosen"));
    if (!open || takes.length < 2) return;
    button.setAttribute("aria-pressed", "true");
    area.classList.add("comparing");
    takes.filter((each) => each.dataset.file !== player.getAttribute("src")).slice(-3).forEach((each) => {
      const figure = document.createElement("figure");
      const video = document.createElement("video");
      Object.assign(video, { muted: true, loop: true, playsInline: true, src: each.dataset.file, poster: each.dataset.poster || "" });
      video.setAttribute("aria-label", `Take ${each.dataset.take}`);
      const words = document.createElement("figcaption");
      words.textContent = `Take ${each.dataset.take}`;
      figure.append(video, words);
      area.querySelector("[data-screens]").append(figure);
    });
    jump(0, { play: !STILL });
  }

  function inStep() {
    others().forEach((each) => {
      if (Math.abs(each.currentTime - player.currentTime) > 0.08 && each.readyState > 1) each.currentTime = player.currentTime;
      if (each.paused !== player.paused) { if (player.paused) each.pause(); else each.play().catch(() => {}); }
    });
  }

  const scenes = film ? [...root.querySelectorAll("[data-detail][data-start]")] : [];
  const parts = new Map(); // of the film that was played, in tenths of a second
  let before = null;

  function note() {
    const at = player.currentTime;
    const counted = player.getAttribute("src") === whole || area.querySelector('[data-quality][aria-pressed="true"]');
    if (counted && !player.paused && before !== null && at > before && at - before < 1.5) {
      for (let tenth = Math.floor(before * 10); tenth < Math.floor(at * 10); tenth += 1) parts.set(tenth, true);
    }
    before = at;
    const seconds = parts.size / 10;
    const field = root.querySelector("[data-played-seconds]");
    if (field) field.value = seconds.toFixed(1);
    const words = root.querySelector("[data-played]");
    if (words && length()) words.textContent = `${Math.min(100, Math.round((seconds / length()) * 100))} % played`;
    const now = scenes.filter((scene) => Number(scene.dataset.start) <= at + 0.05).pop();
    if (now && !player.paused) reached(now.dataset.detail);
  }

  function tick() {
    if (head && length()) head.style.left = `${(player.currentTime / length()) * 100}%`;
    const now = area?.querySelector("[data-now]");
    if (now) now.textContent = clock(player.currentTime);
    score.tick();
  }

  let painting = 0;
  const paint = () => { tick(); painting = player.paused ? 0 : requestAnimationFrame(paint); };
  if (player) {
    if (long) player.loop = false;
    ["play", "seeked", "loadedmetadata"].forEach((type) => player.addEventListener(type, () => { cancelAnimationFrame(painting); paint(); }, { signal }));
    player.addEventListener("play", () => { score.start(); inStep(); }, { signal });
    player.addEventListener("pause", () => { if (!(long && player.ended)) score.stop(); inStep(); }, { signal });
    player.addEventListener("ended", onceMore, { signal });
    player.addEventListener("seeked", () => { score.seek(player.currentTime); inStep(); }, { signal });
    player.addEventListener("timeupdate", () => { inStep(); if (film) note(); }, { signal });
    if (film) film.addEventListener("loadedmetadata", marks, { signal });
    if (film?.readyState) marks();
  }

  function marks() {
    strip?.querySelectorAll(".mark").forEach((mark) => { mark.style.left = `${(Number(mark.dataset.at) / length()) * 100}%`; });
    if (strip?.dataset.picture) picture(strip.dataset.picture);
  }

  strip?.addEventListener("click", (event) => {
    if (event.target.closest("[data-at]")) return;
    const box = strip.getBoundingClientRect();
    jump(((event.clientX - box.left) / box.width) * length(), { play: !player.paused });
  }, { signal });

  area?.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.frame) frame(Number(button.dataset.frame));
    if ("loop" in button.dataset) loop();
    if ("compare" in button.dataset) compare();
    if ("quality" in button.dataset) quality(button);
    if ("mute" in button.dataset) score.mute(button);
  }, { signal });

  function onceMore() {
    if (long && loops && player.ended && !score.isHeard()) jump(0, { play: true });
  }

  function frame(by) {
    if (!player) return;
    pause();
    jump(player.currentTime + by * FRAME);
  }

  function loop() {
    if (!player || film) return;
    loops = !loops;
    player.loop = loops && !long;
    area.querySelector("[data-loop]").setAttribute("aria-pressed", loops ? "true" : "false");
  }

  function quality(button) {
    const small = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", small ? "true" : "false");
    again(small ? button.dataset.small : whole, player.poster);
  }

  // A tile shows its filmstrip under the pointer, from its first frame to its last.
  root.addEventListener("pointermove", (event) => {
    const face = event.target.closest?.("[data-frames]");
    if (!face || event.pointerType === "touch") return;
    const reel = face.querySelector(".film");
    const box = face.getBoundingClientRect();
    const frames = Number(face.dataset.frames);
    const which = Math.min(frames - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * frames)));
    if (!reel.style.backgroundImage) {
      reel.style.backgroundImage = `url("${face.dataset.picture}")`;
      reel.style.backgroundSize = `${frames * 100}% 100%`;
    }
    reel.style.backgroundPosition = `${frames > 1 ? (which / (frames - 1)) * 100 : 0}% 0`;
  }, { signal });

  return {
    show, pause, toggle, take, compare, loop, frame, clock, shown,
    hold: () => { if (film) pause(); }, // while somebody writes, the film does not go on to the next scene
    seek: (to, how) => jump(to, how),
    now: () => (player && length() ? player.currentTime : null),
    close: () => { waiting.abort(); pause(); ahead.removeAttribute("src"); },
  };
}
