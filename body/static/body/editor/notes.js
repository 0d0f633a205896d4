/* Footnotes: written in place, in a frame that the arrow keys and Enter leave. The page numbers them. */
import { button } from "./format.js";

const noteAt = (editor) => editor.elementPath()?.contains("small", true) ?? null;
const wordsOf = (text) => text.replaceAll("\u200b", "");

/** How many characters of a note stand before the caret and behind it. */
function around(editor, note) {
  const { anchorNode, anchorOffset } = editor.document.$.getSelection();
  const range = editor.document.$.createRange();
  range.selectNodeContents(note.$);
  range.setEnd(anchorNode, anchorOffset);
  const before = wordsOf(range.toString()).length;
  return [before, wordsOf(note.getText()).length - before];
}

function caretTo(editor, element, position) {
  const range = editor.createRange();
  range.moveToPosition(element, position);
  range.select();
}

function leave(editor, note, position = CKEDITOR.POSITION_AFTER_END) {
  caretTo(editor, note, position);
  if (!wordsOf(note.getText())) note.remove();
}

function insert(editor) {
  const [range] = editor.getSelection().getRanges();
  const path = editor.elementPath();
  const made = editor.document.createElement("small", { attributes: { "data-note": "" } });
  const isOneBlock = range.startPath().block?.equals(range.endPath().block);
  const link = path.contains("a", true);
  if (!range.collapsed && isOneBlock && !link) {
    // What is selected becomes the note.
    range.extractContents().appendTo(made);
    range.insertNode(made);
    caretTo(editor, made, CKEDITOR.POSITION_BEFORE_END);
    return;
  }
  range.collapse();
  if (link) range.moveToPosition(link, CKEDITOR.POSITION_AFTER_END);
  range.insertNode(made);
  caretTo(editor, made, CKEDITOR.POSITION_AFTER_START);
}

/** In a note, the button leads out of it; where words of it are selected, all of them become words of the text. */
function act(editor) {
  const note = noteAt(editor);
  const [range] = editor.getSelection().getRanges();
  editor.fire("saveSnapshot");
  if (!note) insert(editor);
  else if (range.collapsed) leave(editor, note);
  else {
    const bookmarks = editor.getSelection().createBookmarks();
    note.remove(true);
    editor.getSelection().selectBookmarks(bookmarks);
  }
  editor.fire("saveSnapshot");
}

const [BACKSPACE, ENTER, LEFT, RIGHT] = [8, 13, 37, 39];

function typed(event) {
  const { editor } = event;
  const key = event.data.keyCode;
  const note = [BACKSPACE, ENTER, ENTER + CKEDITOR.SHIFT, LEFT, RIGHT].includes(key) ? noteAt(editor) : null;
  if (!note) return;
  const [before, behind] = around(editor, note);
  const isCollapsed = editor.getSelection().getRanges()[0].collapsed;
  if (key === BACKSPACE) {
    // The browser would keep the looks of a note whose last letter goes.
    if (!isCollapsed || before > 1 || behind) return;
    editor.fire("saveSnapshot");
    caretTo(editor, note, CKEDITOR.POSITION_BEFORE_START);
    note.remove();
    editor.fire("saveSnapshot");
  } else if (key === LEFT && isCollapsed && !before) leave(editor, note, CKEDITOR.POSITION_BEFORE_START);
  else if (key === RIGHT && isCollapsed && !behind) leave(editor, note);
  else if (key === LEFT || key === RIGHT) return;
  else leave(editor, note);
  event.cancel();
}

/** A note is one line of words, whatever is pasted into it. CKEditor would divide it. */
function pasted(event) {
  const { editor, data } = event;
  if (data.method === "drop" || !noteAt(editor)) return;
  event.cancel();
  const words = data.dataValue.replace(/<(?!\/?(?:a|em|strong|s|sub|sup|span)\b)[^>]*>/g, " ").trim();
  const fragment = CKEDITOR.htmlParser.fragment.fromHtml(words, "small");
  const writer = new CKEDITOR.htmlParser.basicWriter();
  editor.filter.applyTo(fragment);
  fragment.writeChildrenHtml(writer);
  const holder = editor.document.createElement("small");
  holder.setHtml(writer.getHtml());
  const last = holder.getLast();
  if (!last) return;
  editor.fire("saveSnapshot");
  const [range] = editor.getSelection().getRanges();
  range.deleteContents();
  range.insertNode(holder);
  holder.remove(true);
  caretTo(editor, last, CKEDITOR.POSITION_AFTER_END);
  editor.fire("saveSnapshot");
  editor.fire("afterPaste");
}

export function define(editor, { words }) {
  const note = button(editor, "BodyNote", words.note, {
    contextSensitive: true,
    requiredContent: "small[data-note]",
    exec: act,
    refresh(_editor, path) {
      this.setState(path.contains("small", true) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  });
  // As word processors have it
  editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 70, note);
  editor.on("key", typed, null, null, 5);
  // Notes and languages are no looks.
  editor.addRemoveFormatFilter((element) => !element.is("small", "span"));
  editor.on("paste", pasted, null, null, 900);
}

/** Takes away the line that other programs draw above their first note. */
function removeLine(box) {
  let before = box.previous;
  while (before && (before.name === "br" || before.type === CKEDITOR.NODE_COMMENT || before.value?.trim() === "")) before = before.previous;
  if (before?.name === "hr") before.remove();
}

/** The footnotes of other programs: two links that lead to one another, one in the text and one at the words of the note. */
export function gather(fragment) {
  const named = new Map();
  const links = [];
  fragment.forEach((node) => {
    const { id, name, href } = node.attributes;
    for (const each of [id, name]) if (each) named.set(`#${each}`, node);
    if (node.name === "a" && href?.startsWith("#")) links.push(node);
  }, CKEDITOR.NODE_ELEMENT);
  for (const link of links) {
    const back = named.get(link.attributes.href);
    const box = back?.getAscendant(({ name }) => name === "p" || name === "li");
    if (!box || back === link || named.get(back.attributes.href) !== link || link.getAscendant((each) => each === box)) continue;
    const note = new CKEDITOR.htmlParser.element("small", { "data-note": "" });
    back.remove();
    delete back.attributes.href;
    removeLine(box.parent.name === "div" ? box.parent : box);
    for (const child of [...box.children]) {
      child.remove();
      note.add(child);
    }
    let isBegin = true;
    note.forEach((words) => {
      if (isBegin) words.value = words.value.replace(/^(?:\s|&nbsp;)+/, "");
      isBegin &&= !words.value;
    }, CKEDITOR.NODE_TEXT);
    (link.parent.name === "sup" ? link.parent : link).replaceWith(note);
    box.remove();
  }
}
