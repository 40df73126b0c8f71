// The bar of a gate: how many are marked, and which button makes sense now. The server checks it all once more.
"use strict";

const verdict = document.getElementById("verdict");

function tally() {
  const marked = document.querySelectorAll('input[name="clips"]:checked').length;
  verdict.querySelector("[data-tally]").textContent = marked ? ` (${marked})` : "";
  verdict.querySelector("[data-reject]").disabled = marked === 0;
  verdict.querySelector("[data-approve]").disabled = marked > 0;
  price();
  verdict.querySelector("textarea").toggleAttribute("required", marked > 0);
}

// What making the marked clips again costs: each clip once, however many of the marked ones it shows.
function price() {
  const line = verdict.querySelector("[data-prices]");
  if (!line) return;
  const prices = JSON.parse(line.dataset.prices);
  const boxes = [...document.querySelectorAll('input[name="clips"]:checked[data-makes]')];
  const clips = new Set(boxes.flatMap((box) => box.dataset.makes.split(" ")));
  const usd = [...clips].reduce((sum, clip) => sum + (prices[clip] || 0), 0);
  line.querySelector("[data-amount]").textContent = `$${usd.toFixed(usd >= 0.095 ? 2 : 3)}`;
  line.querySelector("[data-again]").hidden = usd === 0;
  line.querySelector("[data-onwards]")?.toggleAttribute("hidden", document.querySelector('input[name="clips"]:checked') !== null);
}

if (verdict) {
  document.addEventListener("change", (event) => { if (event.target.name === "clips") tally(); });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll('details:has(input[name="clips"]:checked)').forEach((fold) => { fold.open = true; });
    tally();
  });
  tally();
}
