/* While writing: typographic marks, non-breaking spaces, and how much has been written. */
import { button } from "./format.js";

// Quotation marks and apostrophes: the straight one becomes that of the language. Undo or Backspace right after it
// brings the straight one back.

const BLOCK = "p, h2, h3, li, td, th, figcaption, .quote, .cite, small";
const OPENS_AFTER = /[\s([{/–—-]$/;
const LETTER = /\p{L}$/u;

/** What is still open in these words, as the marks that would close it, the innermost last. */
function open(words, [outer, outerEnd, inner, innerEnd]) {
  const ends = [];
  [...words].forEach((mark, at, marks) => {
    const isApostrophe = mark === "’" && LETTER.test(marks[at + 1] ?? "");
    if (mark === ends.at(-1) && !isApostrophe) ends.pop();
    else if (mark === outer) ends.push(outerEnd);
    else if (mark === inner) ends.push(innerEnd);
  });
  return ends;
}

/** The mark that a quotation mark after these words should be. */
function mark(words, marks) {
  const [outer, outerEnd, inner] = marks;
  const before = open(words, marks);
  const opens = !words || OPENS_AFTER.test(words) || words.endsWith(outer) || (before.length > 1 && words.endsWith(inner));
  if (opens) return before.length ? inner : outer;
  return before.at(-1) ?? outerEnd;
}

const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

function marksAt(node, quotes) {
  const language = elementOf(node).closest("[lang]")?.lang.split("-")[0];
  return [...(quotes[language] ?? quotes.en)];
}

function wordsBefore(node, offset) {
  const element = elementOf(node);
  const range = node.ownerDocument.createRange();
  range.setStart(element.closest(BLOCK) ?? element, 0);
  range.setEnd(node, offset);
  return range.toString().replaceAll("\u200b", "");
}

function put(selection, node, offset, character) {
  node.replaceData(offset, 1, character);
  selection.collapse(node, offset + 1);
}

function wrap(editor, quotes) {
  const selection = editor.document.$.getSelection();
  const range = selection.getRangeAt(0);
  const marks = marksAt(range.startContainer, quotes);
  const isInside = open(wordsBefore(range.startContainer, range.startOffset), marks).length > 0;
  const [begin, end] = (isInside ? marks.slice(2) : marks).map((each) => editor.document.$.createTextNode(each));
  editor.fire("saveSnapshot");
  const last = range.cloneRange();
  last.collapse(false);
  last.insertNode(end);
  range.insertNode(begin);
  selection.setBaseAndExtent(begin, 1, end, 0);
  editor.fire("saveSnapshot");
}

function defineQuotes(editor, { words, quotes }) {
  button(editor, "BodyQuotes", words.quotes, { exec: () => editor.widgets.focused || wrap(editor, quotes) });

  let last = null;
  const typed = ({ data: { $: event } }) => {
    if (event.inputType !== "insertText" || !/^["']$/.test(event.data)) return;
    const selection = editor.document.$.getSelection();
    const { anchorNode: node, anchorOffset } = selection;
    const at = anchorOffset - 1;
    if (node.nodeType !== Node.TEXT_NODE || node.data[at] !== event.data) return;
    const before = wordsBefore(node, at);
    const wanted = event.data === '"' ? mark(before, marksAt(node, quotes)) : LETTER.test(before) && "’";
    if (!wanted) return;
    editor.fire("saveSnapshot");
    put(selection, node, at, wanted);
    editor.fire("saveSnapshot");
    last = { node, at, straight: event.data };
  };
  editor.on("contentDom", () => {
    const text = editor.editable();
    text.attachListener(text, "input", typed);
  });
  editor.on("key", (event) => {
    const mended = last;
    last = null;
    if (event.data.keyCode !== 8 || !mended) return;
    const selection = editor.document.$.getSelection();
    if (!selection.isCollapsed || selection.anchorNode !== mended.node || selection.anchorOffset !== mended.at + 1) return;
    put(selection, mended.node, mended.at, mended.straight);
    editor.fire("saveSnapshot");
    event.cancel();
  });
}

// Non-breaking spaces: a key and a button for them, and they can be seen

function defineSpaces(editor, { words }) {
  const nbsp = button(editor, "BodyNbsp", words.nbsp, { exec: () => editor.insertText("\u00a0") });
  editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.SHIFT + 32, nbsp);

  // CKEditor keeps new emphasis open with invisible characters. Together with them it would later replace
  // the space after them by a non-breaking one; so they go as soon as anything is typed.
  editor.on("contentDom", () => {
    const text = editor.editable();
    text.attachListener(text, "input", () => {
      const { anchorNode, anchorOffset } = editor.document.$.getSelection();
      const filler = CKEDITOR.dom.selection.FILLING_CHAR_SEQUENCE;
      if (anchorOffset > filler.length && anchorNode.data?.startsWith(filler)) {
        anchorNode.deleteData(0, filler.length);
        // Or else CKEditor would take them away once more, and the caret would jump.
        text.removeCustomData("cke-fillingChar");
      }
    });
  });
}

/** Highlights are painted by the browser and leave the text as it is. */
function showSpaces(editor) {
  const show = () => {
    const view = editor.window?.$;
    if (!view?.CSS.highlights) return;
    const found = new view.Highlight();
    const texts = view.document.createTreeWalker(view.document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (let at = node.data.indexOf("\u00a0"); at >= 0; at = node.data.indexOf("\u00a0", at + 1)) {
        const range = view.document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        found.add(range);
      }
    }
    view.CSS.highlights.set("nbsp", found);
  };
  const soon = CKEDITOR.tools.eventsBuffer(200, show).input;
  editor.on("change", soon);
  editor.on("dataReady", soon);
  show();
}

// Words and the time to read them, counted as body/text.py does: without embeds, captions and notes

const PAUSE = 300;
const INLINE = new Set(["A", "STRONG", "EM", "S", "SUB", "SUP", "SPAN"]);
const WORD = /[\p{L}\p{N}_\u0300-\u036f]+(?:(?:['’ʼ‑-]|(?<=\p{Nd})[.,](?=\p{Nd}))[\p{L}\p{N}_\u0300-\u036f]+)*/gu;

function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeName === "SMALL") return "";
  if (node.nodeType !== Node.ELEMENT_NODE || node.contentEditable === "false") return "\n";
  const inside = [...node.childNodes].map(text).join("");
  return INLINE.has(node.nodeName) ? inside : `\n${inside}\n`;
}

const wordsIn = (node) => [...node.childNodes].map(text).join("").replace(/\u00ad|\u200b{7}/g, "").match(WORD)?.length ?? 0;

function sentence(forms, number) {
  const { lang } = document.documentElement;
  const form = new Intl.PluralRules(lang || undefined).select(number);
  return (forms[form] ?? forms.other).replace("%(count)s", number.toLocaleString(lang || undefined));
}

function count(editor, body) {
  const line = document.createElement("span");
  line.className = "body-count";
  editor.ui.space("bottom").$.prepend(line);
  let waiting = 0;
  const tell = () => {
    const number = wordsIn(editor.editable().$);
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

export function define(editor, body) {
  defineSpaces(editor, body);
  defineQuotes(editor, body);
  // The table of special characters is a list of options to those who listen; what HTML puts between is nothing.
  editor.on("dialogShow", ({ data }) => {
    for (const part of data.getElement().find("[role=listbox] tbody").toArray()) part.setAttribute("role", "presentation");
  });
}

export function ready(editor, body) {
  showSpaces(editor);
  count(editor, body);
}
