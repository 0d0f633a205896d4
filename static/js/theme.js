/* Light or dark by the reader's own choice; without one the system decides. Runs before anything is painted. */
(() => {
  const root = document.documentElement;
  root.dataset.scripted = ""; // the switch has its place from the first paint, or the page would move when it comes
  let store;
  try {
    store = localStorage;
    const chosen = store.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    /* A browser that keeps nothing shows what the system says. */
  }
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    if (!button) return;
    const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const tell = () => button.setAttribute("aria-pressed", String(isDark()));
    tell();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      tell();
      try {
        store.setItem("theme", root.dataset.theme);
      } catch {
        /* It holds until the page is left. */
      }
    });
  });
})();
