// The bar of a gate: how many are marked, what that costs, and which button makes sense now. The server checks it all once more.

export function verdictOf(root, signal, { decided, changed, failed }) {
  const form = root.querySelector("#verdict");
  const on = (type, act) => root.addEventListener(type, act, { signal });
  const boxes = () => [...root.querySelectorAll('input[name="clips"]')];
  const marked = () => boxes().filter((box) => box.checked);

  function count() {
    if (!form) return;
    const chosen = marked();
    form.querySelector("[data-tally]").textContent = chosen.length ? ` ${chosen.length}` : "";
    form.querySelector("[data-reject]").hidden = chosen.length === 0;
    form.querySelector("[data-approve]").hidden = chosen.length > 0;
    const rest = form.querySelector("[data-rest]");
    const others = boxes().filter((box) => !box.checked && box.closest("[data-detail]") && !box.closest(".exhibit").querySelector(".badge.good")).length;
    if (rest) {
      rest.hidden = chosen.length === 0 || others === 0;
      rest.querySelector("[data-others]").textContent = others;
    }
    boxes().forEach((box) => {
      const exhibit = box.closest("[data-exhibit]");
      exhibit.classList.toggle("marked", box.checked);
      exhibit.querySelector("[data-why]").hidden = !box.checked;
    });
    root.querySelectorAll("[data-tiles] > [data-key]").forEach((tile) => {
      const detail = root.querySelector(`[data-detail="${tile.dataset.key}"]`);
      tile.classList.toggle("marked", detail?.querySelector('input[name="clips"]:checked') !== null);
    });
    price(chosen);
  }

  // What making the marked clips again costs: each clip once, however many of the marked ones it shows.
  function price(chosen) {
    const line = form.querySelector("[data-prices]");
    if (!line) return;
    const prices = JSON.parse(line.dataset.prices);
    const clips = new Set(chosen.flatMap((box) => (box.dataset.makes || "").split(" ")));
    const usd = [...clips].reduce((sum, clip) => sum + (prices[clip] || 0), 0);
    line.querySelector("[data-amount]").textContent = `$${usd.toFixed(usd >= 0.095 ? 2 : 3)}`;
    line.querySelector("[data-again-cost]").hidden = usd === 0;
    line.querySelector("[data-onwards]")?.toggleAttribute("hidden", chosen.length > 0);
  }

  function tell(words) {
    if (!root.isConnected) { if (words) failed(words); return; }
    let line = form?.querySelector("[data-problem]");
    if (!line) {
      line = document.createElement("p");
      line.dataset.problem = "";
      line.className = "problem";
      line.setAttribute("role", "alert");
      form?.prepend(line);
    }
    line.textContent = words;
    line.hidden = !words;
  }

  // Answers what the server said; where it could not be asked, that nobody knows whether it heard.
  async function send(address, data) {
    tell("");
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (answer.redirected || !(answer.headers.get("Content-Type") || "").includes("json")) {
        throw new Error(answer.status === 403 || answer.redirected ? "You are not logged in any more, or may not decide this. Reload the page." : `The studio answered ${answer.status}.`);
      }
      const said = await answer.json();
      if (!said.ok) tell(said.said);
      return said;
    } catch (problem) {
      tell(`${problem.message || "The studio did not answer."} Nothing is lost: what you wrote is still here. Reload to see what was carried out.`);
      return { ok: false };
    }
  }

  // A decision outside of the form's own buttons: it carries what was seen, and the room is drawn anew.
  async function post(address, fields) {
    const data = new FormData(form);
    Object.entries(fields).forEach(([name, value]) => data.set(name, value));
    if ((await send(address, data)).ok) changed();
  }

  // `one`: only this clip is decided about; the marks of the others wait.
  let busy = false;
  async function decide(address, data, one) {
    if (busy) return;
    busy = true;
    form.classList.add("busy");
    const answer = await send(address, data);
    busy = false;
    form.classList.remove("busy");
    if (answer.ok) decided(answer, one);
  }

  on("submit", (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    const data = new FormData(form);
    if (event.submitter?.dataset.approve !== undefined) data.delete("rest");
    decide(event.submitter?.getAttribute("formaction") || form.action, data);
  });

  on("click", (event) => {
    const again = event.target.closest("[data-again-now]");
    if (again) decide(again.dataset.againNow, new FormData(form), again.closest("[data-exhibit]").dataset.exhibit);
  });

  // A box is checked with the space bar; Enter on it would press the form's first button.
  on("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches('input[type="checkbox"]')) event.preventDefault();
  });

  on("change", (event) => { if (event.target.name === "clips") count(); });

  // Another prompt is a reason to make it again; the old prompt without a note is none.
  on("input", (event) => {
    const prompt = event.target.closest?.("[data-prompt] textarea");
    if (!prompt) return;
    const exhibit = prompt.closest("[data-exhibit]");
    const box = exhibit.querySelector('input[name="clips"]');
    const differs = prompt.value.trim() !== prompt.dataset.text.trim();
    if (differs !== box.checked && (differs || !exhibit.querySelector("[data-why] textarea").value.trim())) box.click();
  });

  return {
    count, post, send,
    aim: () => form?.querySelector(marked().length ? "[data-reject]" : "[data-approve]").focus(),
  };
}
