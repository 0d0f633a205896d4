/* Answers the text editor: it asks what to put into the text, and what the things in it are called.
   The events are described in docs/concepts/editor.md. */
import { choose, withQuery } from "./dialog.js";

const desk = document.querySelector("[data-desk]");
const language = () => document.querySelector("#id_language")?.value || desk.dataset.language;

/* First which one, then its words here; "again" leads back to the first question. */
async function twice(kind, list, current) {
  let chosen = current?.[kind] ? current : null;
  for (;;) {
    if (!chosen) {
      const found = await choose(withQuery(list, { language: language(), not: desk.dataset.article }));
      if (!found) return null;
      chosen = { ...current, [kind]: found[kind] };
    }
    const { [kind]: number, ...words } = chosen;
    const use = await choose(withQuery(`${list}${number}/use/`, { ...words, language: language() }));
    if (!use?.again) return use;
    chosen = null;
  }
}

const ASK = {
  image: (current) => twice("image", desk.dataset.images, current),
  story: (current) => twice("story", desk.dataset.stories, current),
  link: (current) => choose(withQuery(desk.dataset.link, { href: current?.href, not: desk.dataset.article })),
};

desk?.addEventListener("body:pick", async (event) => {
  const { kind, current, answer } = event.detail;
  if (!ASK[kind]) return;
  event.preventDefault();
  answer(await ASK[kind](current));
});

desk?.addEventListener("body:describe", async (event) => {
  event.preventDefault();
  const { images = [], stories = [], answer } = event.detail;
  const query = [...images.map((number) => ["image", number]), ...stories.map((number) => ["story", number]), ["language", language()]];
  const response = await fetch(`${desk.dataset.describe}?${new URLSearchParams(query)}`).catch(() => null);
  answer(response?.ok ? await response.json() : { images: {}, stories: {} });
});
