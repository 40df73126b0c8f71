// What somebody has marked and written but not sent yet survives a reload, for takes that are still the same.

export function draft(root, signal) {
  const name = `draft ${root.dataset.person} ${root.dataset.task} ${root.dataset.kind}`;
  const whole = root.querySelector('#verdict textarea[name="note"]');

  const rows = () => [...root.querySelectorAll("[data-exhibit]")].map((exhibit) => ({
    clip: exhibit.dataset.exhibit,
    key: `${exhibit.dataset.exhibit} ${exhibit.dataset.take}`,
    box: exhibit.querySelector('input[name="clips"]'),
    note: exhibit.querySelector("[data-why] textarea"),
    prompt: exhibit.querySelector("[data-prompt] textarea"),
  }));

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(name)) || {};
    } catch {
      return {};
    }
  }

  function write(clips) {
    const note = whole?.value || "";
    if (note || Object.keys(clips).length) sessionStorage.setItem(name, JSON.stringify({ note, clips }));
    else sessionStorage.removeItem(name);
  }

  function keep() {
    const marked = rows().filter(({ box }) => box?.checked);
    write(Object.fromEntries(marked.map(({ key, note, prompt }) => [key, [note?.value || "", prompt?.value]])));
  }

  function restore() {
    const { note: said = "", clips = {} } = read();
    if (whole && !whole.value) whole.value = said;
    rows().filter(({ key, box }) => clips[key] && box && !box.checked).forEach(({ key, box, note, prompt }) => {
      box.checked = true;
      note.value = clips[key][0];
      if (prompt && clips[key][1] !== undefined) prompt.value = clips[key][1];
    });
  }

  // After a decision about one clip, what was written about the others is still to be sent.
  function forget(clip) {
    if (!clip) { sessionStorage.removeItem(name); return; }
    const { clips = {} } = read();
    write(Object.fromEntries(Object.entries(clips).filter(([key]) => !key.startsWith(`${clip} `))));
  }

  root.addEventListener("input", keep, { signal });
  root.addEventListener("change", keep, { signal });
  return { restore, forget };
}
