// One room: what is chosen in it, and what the keys do. Where things stand is in the markup; this only shows and marks.
import { draft } from "./draft.js";
import { isTyping, listen } from "./keys.js";
import { stageOf } from "./stage.js";
import { verdictOf } from "./verdict.js";

// `decided(answer)`: a decision was carried out. `changed()`: the room must be drawn anew. `failed(words)`: an answer that
// came when the room was left already. `leave()`: out of the room.
export function enter(root, { decided, changed, failed, leave }) {
  const over = new AbortController();
  const on = (type, act, options = {}) => root.addEventListener(type, act, { signal: over.signal, ...options });
  const tiles = [...root.querySelectorAll("[data-tiles] > [data-key]")];
  const details = new Map([...root.querySelectorAll("[data-detail]")].map((each) => [each.dataset.detail, each]));
  const stage = stageOf(root, over.signal, { reached: (key) => { if (!isTyping()) choose(key, { seek: false }); } });
  const verdict = verdictOf(root, over.signal, { decided: (answer, clip) => { kept.forget(clip); decided(answer); }, changed, failed });
  const kept = draft(root, over.signal);
  const where = `chosen ${root.dataset.task} ${root.dataset.kind}`; // where one was when the room is drawn anew
  let chosen = null;

  const place = () => tiles.findIndex((tile) => tile.dataset.key === chosen);
  const detail = () => details.get(chosen);
  const exhibits = () => [...(detail()?.querySelectorAll("[data-exhibit]") || [])];

  function choose(key, { seek = true, play = true } = {}) {
    if (!details.has(key) || key === chosen) return;
    detail()?.querySelectorAll("audio").forEach((audio) => audio.pause());
    chosen = key;
    sessionStorage.setItem(where, key);
    tiles.forEach((tile) => {
      const mine = tile.dataset.key === key;
      tile.classList.toggle("chosen", mine);
      tile.querySelector("[data-pick]").setAttribute("aria-current", mine ? "true" : "false");
    });
    details.forEach((each, name) => each.classList.toggle("chosen", name === key));
    tiles[place()]?.scrollIntoView({ block: "nearest", inline: "nearest" });
    stage.show(detail(), { seek, play, next: details.get(tiles[place() + 1]?.dataset.key) });
  }

  function step(by) {
    const to = tiles[Math.min(tiles.length - 1, Math.max(0, place() + by))];
    if (to) choose(to.dataset.key);
  }

  // One that is marked already opens its note again.
  function sendBack(exhibit) {
    const box = exhibit?.querySelector('input[name="clips"]');
    if (!box) return;
    stage.hold();
    if (!box.checked) box.click();
    exhibit.querySelector("[data-why] textarea").focus();
  }

  function edit() {
    const prompt = exhibits().map((each) => each.querySelector("[data-prompt]")).find(Boolean);
    if (!prompt) return;
    stage.hold();
    prompt.open = true;
    prompt.querySelector("textarea")?.focus();
  }

  function useTake() {
    exhibits().map((each) => each.querySelector("[data-use]:not([hidden])")).find(Boolean)?.click();
  }

  function showTake(number) {
    exhibits().find((each) => each.querySelector(`[data-take="${number}"][data-file]`))
      ?.querySelector(`[data-take="${number}"][data-file]`).click();
  }

  function note() {
    const about = root.dataset.kind === "film" ? root.querySelector("[data-stage]") : exhibits()[0];
    const form = about?.querySelector("[data-remark]");
    if (!form) return;
    stage.pause();
    form.elements.take.value = stage.shown(about) || form.elements.take.defaultValue;
    const seconds = stage.now();
    form.hidden = false;
    form.elements.seconds.value = seconds === null ? "" : seconds.toFixed(2);
    form.querySelector("[data-when]").textContent = seconds === null ? "" : stage.clock(seconds);
    form.elements.text.focus();
  }

  on("click", (event) => {
    const pick = event.target.closest("[data-pick]");
    if (pick && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(pick.dataset.pick);
      return;
    }
    const take = event.target.closest("button[data-take][data-file]");
    if (take) stage.take(take);
    const at = event.target.closest("[data-at]");
    if (at) stage.seek(Number(at.dataset.at) + begins(at), { play: true });
    if (event.target.closest("[data-again]")) changed();
    const use = event.target.closest("[data-use]");
    if (use) verdict.post(use.dataset.use, { take: stage.shown(use.closest("[data-exhibit], [data-stage]")) });
  });

  // A moment of a clip lies elsewhere in the film.
  const begins = (at) => (root.dataset.kind === "film" ? Number(at.closest("[data-detail]")?.dataset.start || 0) : 0);

  // A note is finished with Enter, and the eye goes on to what comes next.
  on("keydown", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    if (event.target.closest("[data-why]")) {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); event.target.blur(); step(1); }
      if (event.key === "Escape") {
        if (!event.target.value.trim()) event.target.closest("[data-exhibit]").querySelector('input[name="clips"]').click();
        event.target.blur();
      }
    }
    if (event.target.closest("[data-prompt]")) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest("[data-prompt]").querySelector("[data-again-now]").click();
      if (event.key === "Escape") event.target.blur();
    }
  });

  on("submit", async (event) => {
    const form = event.target.closest("[data-remark]");
    if (!form) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const answer = await verdict.send(form.action, new FormData(form));
    delete form.dataset.busy;
    if (!answer.ok) return;
    form.closest("[data-exhibit], [data-stage]").querySelector("[data-remarks]").insertAdjacentHTML("beforeend", answer.html);
    form.elements.text.value = "";
    form.hidden = true;
    root.focus();
  });

  listen(over.signal, {
    j: () => step(1), ArrowRight: () => step(1),
    k: () => step(-1), ArrowLeft: () => step(-1),
    " ": () => stage.toggle(detail()),
    r: () => sendBack(exhibits()[0]), R: () => sendBack(exhibits()[1]),
    e: edit, p: useTake, n: note, a: () => verdict.aim(), u: leave,
    c: () => stage.compare(), l: () => stage.loop(), ",": () => stage.frame(-1), ".": () => stage.frame(1),
    digit: showTake,
  });

  root.tabIndex = -1;
  root.classList.add("live");
  kept.restore();
  verdict.count();
  const before = sessionStorage.getItem(where);
  choose(details.has(before) ? before : tiles[0]?.dataset.key, { play: false });
  return { close: () => { stage.close(); over.abort(); } };
}
