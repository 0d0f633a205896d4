/* One appeal by weight, while its place is unseen. */
const lots = [...document.querySelectorAll("[data-appeal]")].flatMap((each) => Array(+each.dataset.weight).fill(each));
const picked = lots.at(Math.random() * lots.length);
const below = (each) => each.getBoundingClientRect().top > innerHeight;
let shown = document.querySelector(".appeal");
const next = picked.content?.firstElementChild;
if (next && below(shown)) {
  picked.replaceWith(next);
  if (below(next)) [shown] = [next, shown.remove()];
  else next.remove();
}
new IntersectionObserver(([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  fetch(shown.dataset.appeal, { method: "POST", credentials: "omit", keepalive: true });
}).observe(shown.querySelector("a"));
