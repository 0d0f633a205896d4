/* Of the appeals that came with the page one is taken by weight, as long as no reader sees the place change. Nobody is
   told who reads: only that the button of this one came into view, once. */
const all = [...document.querySelectorAll("[data-appeal]")];
let shown = all.find((each) => each.localName !== "template");
let left = Math.random() * all.reduce((sum, each) => sum + Number(each.dataset.weight), 0);
const picked = all.find((each) => (left -= each.dataset.weight) < 0) ?? shown;
if (picked !== shown) {
  const next = picked.content.firstElementChild;
  picked.replaceWith(next);
  const isBelow = (each) => each.getBoundingClientRect().top > innerHeight;
  const [comes, goes] = isBelow(shown) && isBelow(next) ? [next, shown] : [shown, next];
  goes.remove();
  shown = comes;
}
new IntersectionObserver(([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  fetch(shown.dataset.appeal, { method: "POST", credentials: "omit", keepalive: true });
}).observe(shown.querySelector(".appeal-button"));
