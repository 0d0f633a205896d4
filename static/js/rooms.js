/* Places of providers: their scripts are fetched when the page is there. Where one is blocked, the outlet's own words
   stand in the room that was kept for it, once and only there: nothing moves, and the focus stays where it is. */
const SAID = "newsroom.partner-word";
const SUPPORTER = "newsroom.supporter"; // the sign-in of supporters writes it
const LOOK = 1500; // milliseconds that a blocker has for hiding what it hides

let store = null;
try {
  store = localStorage;
} catch {
  /* Who keeps nothing would be told again on every page, so nothing is said. */
}
let isSaid = !store || store.getItem(SAID) || store.getItem(SUPPORTER) === "1";
const remember = () => store.setItem(SAID, "1");

function say(room) {
  const box = room.querySelector(".partner-word");
  if (isSaid || !box) return;
  isSaid = true;
  const words = Object.assign(document.createElement("p"), { textContent: box.dataset.words });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: box.dataset.close });
  button.addEventListener("click", () => {
    remember();
    box.replaceChildren();
  });
  box.append(words, button);
  new IntersectionObserver((entries, watcher) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    remember();
  }).observe(box);
}

for (const room of document.querySelectorAll("[data-room]")) {
  const { room: _room, script: address, ...others } = room.dataset;
  if (address) {
    const script = Object.assign(document.createElement("script"), { src: address, async: true });
    Object.assign(script.dataset, others);
    script.addEventListener("error", () => say(room));
    room.append(script);
  }
  // an empty element with the names by which blockers know ads
  const bait = Object.assign(document.createElement("div"), { className: "adsbox ad-banner banner-ads textads", textContent: "\u00a0" });
  bait.ariaHidden = "true";
  bait.style.position = "absolute";
  room.append(bait);
  setTimeout(() => {
    if (!bait.offsetHeight) say(room);
    bait.remove();
  }, LOOK);
}
