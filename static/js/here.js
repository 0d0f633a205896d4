/* Remembers in this browser whether a supporter is signed in, for pages that are the same for everybody (rooms.js). */
const KEY = "newsroom.supporter";
try {
  if (document.querySelector("[data-supporter]")) localStorage.setItem(KEY, "1");
  else localStorage.removeItem(KEY);
} catch {
  // a browser that keeps nothing
}
