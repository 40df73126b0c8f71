// Single keys, wherever nobody is typing; and never what somebody goes on typing after their field was taken away.

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const HANDS = 500; // ms in which the next key still belongs to the word
let typed = -Infinity;

export const isTyping = () => Boolean(document.activeElement?.matches(TYPING));

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(TYPING)) return;
  typed = ["Enter", "Escape", "Tab"].includes(event.key) ? -Infinity : performance.now();
}, true);
document.addEventListener("pointerdown", () => { typed = -Infinity; }, true);

// `acts` by key; `digit` gets 1 to 9. Letters count as they are written: R is not r.
export function listen(signal, acts) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.(TYPING) || document.querySelector("dialog[open]")) return;
    if (performance.now() - typed < HANDS) {
      typed = performance.now();
      event.preventDefault();
      return;
    }
    if (event.key === " " && event.target.matches?.("button, a, summary, input, video, audio")) return;
    if (event.key.startsWith("Arrow") && event.target.matches?.("video, audio, input, [role=slider]")) return;
    const act = /^[1-9]$/.test(event.key) ? acts.digit && (() => acts.digit(Number(event.key))) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal });
}
