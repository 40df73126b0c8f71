// One sentence that comes and goes. `later`: on the page that opens next.

const toast = document.getElementById("toast");
let leaving = 0;

export function say(words) {
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(leaving);
  leaving = setTimeout(() => { toast.hidden = true; }, 6000);
}

export function later(words) {
  sessionStorage.setItem("said", words);
}

const said = sessionStorage.getItem("said");
if (said) {
  sessionStorage.removeItem("said");
  say(said);
}
