// What keeps a page true while it is open: times that go on, polite refreshing.
"use strict";

const UNITS = [[86400, "d"], [3600, "h"], [60, "min"]];

function ago(moment) {
  const seconds = Math.max(0, Math.floor((Date.now() - moment) / 1000));
  const [size, unit] = UNITS.find(([size]) => seconds >= size) || [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}

// In the person's own time zone, written as everywhere on these pages: 14:05, 21 Nov 14:05:09.
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const MINUTE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });

function tell(time) {
  const moment = new Date(time.dateTime);
  let words = null;
  if ("since" in time.dataset) words = ago(moment);
  else if ("clock" in time.dataset) words = CLOCK.format(moment);
  else if ("minute" in time.dataset) words = MINUTE.format(moment).replace(",", "");
  else if ("moment" in time.dataset) words = MOMENT.format(moment).replace(",", "");
  if ("since" in time.dataset && !time.title) time.title = `Since ${MINUTE.format(moment).replace(",", "")}`;
  if (words !== null && time.textContent !== words) time.textContent = words;
}

function tellAll() {
  document.querySelectorAll("time").forEach(tell);
}

// Nobody looks at a hidden page, so it does not ask; it asks at once when it is looked at again.
document.addEventListener("htmx:confirm", (event) => {
  if (document.hidden && ["poller", "room-news", "inbox-waits"].includes(event.target.id)) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  const poller = document.getElementById("poller");
  if (!document.hidden && poller) htmx.ajax("GET", poller.getAttribute("hx-get"), { source: poller, swap: "none" });
});

// An address that names a part of the page opens it.
function openNamed() {
  const part = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const fold = part?.querySelector(":scope > details");
  if (fold) { fold.open = true; part.scrollIntoView({ block: "start" }); }
}
window.addEventListener("hashchange", openNamed);

// A second click of an impatient hand sends nothing.
document.addEventListener("submit", (event) => {
  if (!("once" in event.target.dataset)) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

new MutationObserver(tellAll).observe(document.getElementById("content"), { childList: true, subtree: true });
setInterval(tellAll, 10000);
tellAll();
openNamed();
