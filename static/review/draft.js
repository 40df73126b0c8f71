// What somebody has marked and written but not sent yet survives a reload, for takes that are still the same.

export function draft(root, signal) {
  const name = `draft ${root.dataset.task} ${root.dataset.kind}`;

  const rows = () => [...root.querySelectorAll("[data-exhibit]")].map((exhibit) => ({
    key: `${exhibit.dataset.exhibit} ${exhibit.dataset.take}`,
    box: exhibit.querySelector('input[name="clips"]'),
    note: exhibit.querySelector("[data-why] textarea"),
    prompt: exhibit.querySelector("[data-prompt] textarea"),
  }));

  function keep() {
    const marked = rows().filter(({ box }) => box?.checked);
    const said = Object.fromEntries(marked.map(({ key, note, prompt }) => [key, [note?.value || "", prompt?.value]]));
    if (marked.length) sessionStorage.setItem(name, JSON.stringify(said));
    else sessionStorage.removeItem(name);
  }

  function restore() {
    let said = {};
    try { said = JSON.parse(sessionStorage.getItem(name)) || {}; } catch { sessionStorage.removeItem(name); }
    rows().filter(({ key, box }) => said[key] && box && !box.checked).forEach(({ key, box, note, prompt }) => {
      box.checked = true;
      note.value = said[key][0];
      if (prompt && said[key][1] !== undefined) prompt.value = said[key][1];
    });
  }

  root.addEventListener("input", keep, { signal });
  root.addEventListener("change", keep, { signal });
  return { restore, forget: () => sessionStorage.removeItem(name) };
}
