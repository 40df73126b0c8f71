// The bar of a gate: how many are marked, and which button makes sense now. The server checks it all once more.
"use strict";

const verdict = document.getElementById("verdict");

function tally() {
  const marked = document.querySelectorAll('input[name="clips"]:checked').length;
  verdict.querySelector("[data-tally]").textContent = marked ? ` (${marked})` : "";
  verdict.querySelector("[data-reject]").disabled = marked === 0;
  verdict.querySelector("[data-approve]").disabled = marked > 0;
  verdict.querySelector("textarea").toggleAttribute("required", marked > 0);
}

if (verdict) {
  document.addEventListener("change", (event) => { if (event.target.name === "clips") tally(); });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll('details:has(input[name="clips"]:checked)').forEach((fold) => { fold.open = true; });
    tally();
  });
  tally();
}
