/* One appeal by weight, as long as nobody sees its place. */
const lots = [...document.querySelectorAll("[data-appeal]")].flatMap((each) => Array(+each.dataset.weight).fill(each));
const picked = lots.at(Math.random() * lots.length);
const isBelow = (each) => each.getBoundingClientRect().top > innerHeight;
let shown = document.querySelector(".appeal");
const next = picked.content?.firstElementChild;
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
