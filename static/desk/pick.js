/* Fields that are filled by choosing. The number stays a plain input; the card beside it is for people. */
import { choose, withQuery } from "./dialog.js";

const TITLES = { image: (shown) => shown.caption || shown.alt, story: (shown) => shown.headline, author: (shown) => shown.name };
const LINES = {
  image: (shown, source) => [shown.credit && `${source} ${shown.credit}`],
  story: (shown) => [shown.note],
  author: (shown) => [shown.job_title],
};

const line = (text, name) => {
  const element = document.createElement("p");
  element.textContent = text;
  if (name) element.className = name;
  return element;
};

/* Draws what templates/admin/articles/pick/shown.html draws. */
export function draw(card, kind, shown, source = "") {
  const parts = [];
  if (shown.src) parts.push(Object.assign(new Image(), { src: shown.src, alt: "" }));
  const text = document.createElement("div");
  text.className = "pick-words";
  text.append(line(TITLES[kind](shown), "pick-title"));
  text.append(...LINES[kind](shown, source).filter(Boolean).map((words) => line(words)));
  text.append(...(shown.missing ?? []).map((words) => line(words, "pick-lacks")));
  card.replaceChildren(...parts, text);
  card.hidden = false;
}

const language = () => document.querySelector("#id_language")?.value || document.querySelector("[data-desk]")?.dataset.language || "";

async function fill(pick, url) {
  const kind = pick.dataset.pick;
  const query = kind === "story" ? { not: document.querySelector("[data-desk]")?.dataset.article } : { language: language() };
  const chosen = await choose(withQuery(url, query));
  if (!chosen) return;
  const input = pick.querySelector("input");
  input.value = chosen[kind];
  draw(pick.querySelector(".pick-shown"), kind, chosen, pick.dataset.source);
  const remove = pick.querySelector("[data-do=remove]");
  if (remove) remove.hidden = false;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

document.documentElement.classList.add("has-pickers");
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pick] [data-do]");
  if (!button) return;
  const pick = button.closest("[data-pick]");
  if (button.dataset.do !== "remove") return fill(pick, button.dataset.url ?? pick.dataset.choose);
  const input = pick.querySelector("input");
  input.value = "";
  pick.querySelector(".pick-shown").hidden = true;
  button.hidden = true;
  pick.querySelector("[data-do=choose]").focus();
  input.dispatchEvent(new Event("input", { bubbles: true }));
});
