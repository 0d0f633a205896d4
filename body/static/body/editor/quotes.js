/* Typographic marks: a straight quotation mark becomes that of the language, a straight apostrophe a curly one.
 *
 * Undo or Backspace right after it brings the straight one back.
 */

const BLOCK = "p, h2, h3, li, td, th, figcaption, .quote, .cite";
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
export function mark(words, marks) {
  const [outer, outerEnd, inner] = marks;
  const before = open(words, marks);
  const opens = !words || OPENS_AFTER.test(words) || words.endsWith(outer) || (before.length > 1 && words.endsWith(inner));
  if (opens) return before.length ? inner : outer;
  return before.at(-1) ?? outerEnd;
}

function marksAt(node, quotes) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const language = element.closest("[lang]")?.lang.split("-")[0];
  return [...(quotes[language] ?? quotes.en)];
}

function wordsBefore(node, offset) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
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

export function define(editor, { words, quotes }) {
  editor.addCommand("bodyquotes", {
    exec: () => {
      if (!editor.widgets.focused) wrap(editor, quotes);
    },
  });
  editor.ui.addButton("BodyQuotes", { label: words.quotes, command: "bodyquotes" });

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
