/* An ad of our own was seen by half at least: that is counted once for each view of the page, and nothing else is told. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      fetch(target.dataset.seen, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => {});
    }
  },
  { threshold: 0.5 },
);
for (const place of document.querySelectorAll("[data-seen]")) watcher.observe(place);
