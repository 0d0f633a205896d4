/* One of the appeals, by weight, as long as nobody sees its place. That its button came into view is told once. */
const all = [...document.querySelectorAll("[data-appeal]")];
const isBelow = (each) => each.getBoundingClientRect().top > innerHeight;
let left = Math.random() * all.reduce((sum, each) => sum + +each.dataset.weight, 0);
let shown = document.querySelector(".appeal");
const picked = all.find((each) => (left -= each.dataset.weight) < 0);
const next = picked?.content?.firstElementChild;
if (next && isBelow(shown)) {
  picked.replaceWith(next);
  if (isBelow(next)) [shown] = [next, shown.remove()];
  else next.remove();
}
new IntersectionObserver(([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  fetch(shown.dataset.appeal, { method: "POST", credentials: "omit", keepalive: true });
}).observe(shown.querySelector("a"));
