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

// What fails is said: a page that cannot ask is old, and a decision without an answer may not have been carried out.
const notice = document.body.appendChild(document.createElement("p"));
notice.className = "notice-bar";
notice.setAttribute("role", "status");

const NOT_FRESH = "This page is not up to date: the server did not answer as it should. It is asked again by itself.";
const NOT_ALLOWED = "Nothing was decided: you may not, or you are logged out. Reload the page.";
const NOT_KNOWN = "There was no proper answer, so this may not have been carried out. Reload the page to see where things stand.";

function fails(event) {
  const about = event.detail.requestConfig.verb === "get" ? "page" : "decision";
  if (about === "page" && notice.dataset.about === "decision") return;
  notice.dataset.about = about;
  const words = about === "page" ? NOT_FRESH : event.detail.xhr.status === 403 ? NOT_ALLOWED : NOT_KNOWN;
  if (notice.textContent !== words) notice.textContent = words;
}

document.addEventListener("htmx:responseError", fails);
document.addEventListener("htmx:sendError", fails);
document.addEventListener("htmx:afterRequest", (event) => {
  const about = event.detail.requestConfig.verb === "get" ? "page" : "decision";
  if (event.detail.successful && notice.dataset.about === about) notice.textContent = notice.dataset.about = "";
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
