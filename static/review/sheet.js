// The sheet of keys: `?` opens it, and so does its button.
import { listen } from "./keys.js";

const sheet = document.getElementById("sheet");
const open = () => sheet.showModal();

listen(new AbortController().signal, { "?": open });
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-sheet]")) open();
  if (event.target === sheet) sheet.close();
});
