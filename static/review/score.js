// What is heard over a clip: narration and sound in step with the picture, their waves, and the word that is being said.

// `over()`: a sound came to its end.
export function scoreOf(root, player, signal, over) {
  let sounds = []; // [audio, wave] of the chosen scene
  let words = []; // [start, span] in the order of the speech
  let current = null; // the scene that is heard
  const quiet = new Set();

  function show(detail) {
    stop();
    current = detail;
    sounds = [...detail.querySelectorAll("[data-sound]")].map((box) => [box.querySelector("audio"), box.querySelector("[data-wave]"), box.dataset.sound]);
    sounds.forEach(([audio, wave, kind]) => { audio.controls = !wave; audio.muted = quiet.has(kind); audio.preload = "auto"; audio.onended = over; });
    words = [];
    if (detail.dataset.words) spell(detail);
  }

  // The text as it is written, each word with its time; where counts differ, it stays as it is.
  async function spell(detail) {
    const place = detail.querySelector("[data-spoken]");
    if (!place || !sounds.length) return;
    try {
      const times = (await (await fetch(detail.dataset.words, { signal })).json()).words;
      const written = place.textContent.split(/(\s+)/).filter(Boolean);
      if (current !== detail) return;
      if (written.filter((part) => part.trim()).length !== times.length) return;
      const spans = [];
      place.replaceChildren(...written.map((part) => {
        if (!part.trim()) return document.createTextNode(part);
        const span = document.createElement("span");
        span.textContent = part;
        spans.push(span);
        return span;
      }));
      words = times.map((time, n) => [Number(time.start), spans[n]]);
    } catch {
      words = []; // Nothing to follow: the text stands there as it is.
    }
  }

  const voice = () => sounds.find(([, , kind]) => kind === "narration")?.[0];

  function start() {
    sounds.forEach(([audio]) => {
      const at = player ? player.currentTime : 0;
      if (Number.isFinite(audio.duration) && at >= audio.duration) return;
      if (Math.abs(audio.currentTime - at) > 0.1) audio.currentTime = at;
      audio.play().catch(() => {});
    });
  }

  function stop() {
    sounds.forEach(([audio]) => audio.pause());
  }

  function seek(to) {
    sounds.forEach(([audio]) => {
      if (Math.abs(audio.currentTime - to) > 0.1) audio.currentTime = to;
      if (player && !player.paused && audio.paused && !(audio.duration <= to)) audio.play().catch(() => {});
    });
  }

  function tick() {
    sounds.forEach(([audio, wave]) => {
      const head = wave?.querySelector(".playhead");
      if (head && audio.duration) head.style.left = `${(audio.currentTime / audio.duration) * 100}%`;
    });
    const at = voice()?.currentTime ?? 0;
    const said = words.filter(([from]) => from <= at).pop()?.[1];
    words.forEach(([, span]) => span.classList.toggle("said", span === said));
  }

  root.addEventListener("click", (event) => {
    const wave = event.target.closest("[data-wave]");
    if (!wave) return;
    const audio = wave.closest("[data-sound]").querySelector("audio");
    const box = wave.getBoundingClientRect();
    const to = ((event.clientX - box.left) / box.width) * (audio.duration || 0);
    if (player) player.currentTime = Math.min(to, (player.duration || to) - 0.02);
    audio.currentTime = to;
    if (!player || player.paused) audio.play().catch(() => {});
  }, { signal });

  function mute(button) {
    const kind = button.dataset.mute;
    const off = !quiet.has(kind);
    if (off) quiet.add(kind); else quiet.delete(kind);
    button.setAttribute("aria-pressed", off ? "false" : "true");
    sounds.filter(([, , mine]) => mine === kind).forEach(([audio]) => { audio.muted = off; });
  }

  const isHeard = () => sounds.some(([audio]) => !audio.paused && !audio.ended);

  return { show, start, stop, seek, tick, mute, isHeard };
}
