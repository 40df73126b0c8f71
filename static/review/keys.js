// Single keys, wherever nobody is typing; and the sheet that lists them.

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

// `acts` by key; `digit` gets 1 to 9. Letters count as they are written: R is not r.
export function listen(signal, acts) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.(TYPING) || document.querySelector("dialog[open]")) return;
    if (event.key === " " && event.target.matches?.("button, a, summary, input, video, audio")) return;
    if (event.key.startsWith("Arrow") && event.target.matches?.("video, audio, input, [role=slider]")) return;
    const act = /^[1-9]$/.test(event.key) ? acts.digit && (() => acts.digit(Number(event.key))) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal });
}
