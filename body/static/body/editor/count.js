/* How many words, and how long it takes to read them. Counts as body/text.py does, without embeds and captions. */

const PAUSE = 300;
const INLINE = new Set(["A", "STRONG", "EM", "S", "SUB", "SUP", "SPAN"]);
const WORD = /[\p{L}\p{N}_\u0300-\u036f]+(?:(?:['’ʼ‑-]|(?<=\p{Nd})[.,](?=\p{Nd}))[\p{L}\p{N}_\u0300-\u036f]+)*/gu;

function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.contentEditable === "false") return "\n";
  const inside = [...node.childNodes].map(text).join("");
  return INLINE.has(node.nodeName) ? inside : `\n${inside}\n`;
}

export const words = (node) => [...node.childNodes].map(text).join("").replace(/\u00ad|\u200b{7}/g, "").match(WORD)?.length ?? 0;

function sentence(forms, number) {
  const { lang } = document.documentElement;
  const form = new Intl.PluralRules(lang || undefined).select(number);
  return (forms[form] ?? forms.other).replace("%(count)s", number.toLocaleString(lang || undefined));
}

export function ready(editor, body) {
  const line = document.createElement("span");
  line.className = "body-count";
  editor.ui.space("bottom").$.prepend(line);
  let waiting = 0;
  const tell = () => {
    const number = words(editor.editable().$);
    const minutes = Math.max(1, Math.ceil(number / body.speed));
    line.textContent = `${sentence(body.words.count, number)}, ${sentence(body.words.minutes, minutes)}`;
    const detail = { words: number, minutes };
    editor.element.$.dispatchEvent(new CustomEvent("body:counted", { bubbles: true, detail }));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE);
  };
  editor.on("change", soon);
  editor.on("dataReady", soon);
  editor.on("destroy", () => clearTimeout(waiting));
  tell();
}
