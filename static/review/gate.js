// A gate's own page: the room fills it, and a decision leads back to the inbox.
import { enter } from "./room.js";
import { later, say } from "./toast.js";

const root = document.getElementById("room");
if (root) {
  enter(root, {
    decided: (answer) => {
      later(answer.said);
      location.assign(answer.at_gate ? location.pathname : "/inbox/");
    },
    changed: () => location.reload(),
    failed: say,
    leave: () => location.assign("/inbox/"),
  });
}
