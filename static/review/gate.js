// A gate's own page: the room fills it, and a decision leads back to the inbox.
import { enter } from "./room.js";

const root = document.getElementById("room");
if (root) {
  enter(root, {
    decided: (answer) => {
      sessionStorage.setItem("said", answer.said);
      location.assign(answer.at_gate ? location.pathname : "/inbox/");
    },
    changed: () => location.reload(),
    leave: () => location.assign("/inbox/"),
  });
}
