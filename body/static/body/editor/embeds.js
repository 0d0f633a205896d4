/* Embeds go in, up and down: always between blocks, and nothing is replaced by them. */
import { Previews, pick } from "./asking.js";
import { button } from "./format.js";
import { blank, figure, opaque, pullquote, storycard } from "./widgets.js";

const isBlank = (element) => element.is("p") && !/[^\s\u200b]/.test(element.getText()) && !element.findOne("img");

/** The child of the text in which the selection ends. */
function topBlock(editor) {
  const text = editor.editable();
  let node = editor.widgets.focused?.wrapper ?? editor.getSelection()?.getRanges()[0]?.endContainer;
  if (!node || text.equals(node)) return null;
  while (!text.equals(node.getParent())) {
    node = node.getParent();
    if (!node) return null;
  }
  return node.type === CKEDITOR.NODE_ELEMENT ? node : null;
}

/** Behind the block of the caret, before it where the caret stands at its begin, in its place where it is empty. */
function place(editor, wrapper) {
  const block = topBlock(editor);
  const range = editor.getSelection()?.getRanges()[0];
  if (!block) editor.editable().append(wrapper);
  else if (isBlank(block)) wrapper.replace(block);
  else if (!editor.widgets.focused && block.is("p", "h2", "h3") && range.collapsed && range.checkStartOfBlock()) {
    wrapper.insertBefore(block);
  } else wrapper.insertAfter(block);
}

/** So that the next thing that is inserted does not replace this one. */
export function caretAfter(editor, wrapper) {
  const range = editor.createRange();
  let next = wrapper.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT && !node.data("cke-temp"));
  if (!next || !next.is("p", "h2", "h3", "ul", "ol", "blockquote")) {
    next = editor.document.createElement("p");
    next.appendBogus();
    next.insertAfter(wrapper);
  }
  range.moveToElementEditStart(next);
  range.select();
  editor.getSelection().scrollIntoView();
}

const OWN = ["image", "story", "pullquote"];

function insert(editor, name, data) {
  const { template } = editor.widgets.registered[name];
  editor.fire("saveSnapshot");
  const element = CKEDITOR.dom.element.createFromHtml(template.source, editor.document);
  const wrapper = editor.widgets.wrapElement(element, name);
  place(editor, wrapper);
  const widget = editor.widgets.initOn(element, name, data);
  if (!widget.ready) {
    widget.ready = true;
    widget.fire("ready");
  }
  return widget;
}

function write(widget, result) {
  const { caption, ...data } = result;
  widget.setData(data);
  if (caption !== undefined && caption !== widget.editables.caption.getData()) {
    widget.editables.caption.setData(caption);
    blank(widget.editables.caption);
  }
}

/** Asks the page for the image or story, for a new widget or for one that is there. */
async function choose(editor, kind, widget) {
  const { classes, ...current } = widget?.data ?? {};
  if (widget?.editables.caption) current.caption = widget.editables.caption.getData();
  const result = await pick(editor, kind, current);
  if (!result) return;
  editor.fire("saveSnapshot");
  const shown = widget ?? insert(editor, `body${kind}`, { [kind]: result[kind] });
  write(shown, result);
  if (!widget) caretAfter(editor, shown.wrapper);
  editor.fire("saveSnapshot");
}

function quote(editor) {
  const { wrapper, editables } = insert(editor, "bodypullquote", {});
  if (!wrapper.getNext()) editor.document.createElement("p").insertAfter(wrapper).appendBogus();
  editor.fire("saveSnapshot");
  const range = editor.createRange();
  editables.quote.focus();
  range.moveToElementEditStart(editables.quote);
  range.select();
}

export function define(editor, body) {
  defineMoves(editor);
  const previews = new Previews(editor);
  const widgets = {
    bodyimage: figure(body, previews),
    bodystory: storycard(body, previews),
    bodypullquote: pullquote(body),
    bodyopaque: opaque(body, OWN),
  };
  for (const [name, { kind, ...definition }] of Object.entries(widgets)) {
    editor.widgets.add(name, {
      ...definition,
      inline: false,
      kind,
      init() {
        this.kind = kind;
        this.on("edit", (event) => {
          event.cancel();
          if (kind) choose(editor, kind, this);
          else this.editables.quote?.focus();
        });
      },
    });
  }
  const { words } = body;
  const add = (name, label, requiredContent, exec) =>
    button(editor, name, label, { async: true, requiredContent, exec, contextSensitive: true });
  add("BodyImage", words.image, "figure[data-image]", () => choose(editor, "image"));
  add("BodyStory", words.story, "aside[data-story]", () => choose(editor, "story"));
  add("BodyPullquote", words.pullquote, "aside(pullquote)", () => quote(editor));

  editor.on("change", () => {
    for (const { editables } of Object.values(editor.widgets.instances)) Object.values(editables ?? {}).forEach(blank);
  });
}

const isBlock = (node) => node.type === CKEDITOR.NODE_ELEMENT && !node.data("cke-temp");

function move(editor, forward) {
  const block = topBlock(editor);
  const beside = forward ? block?.getNext(isBlock) : block?.getPrevious(isBlock);
  if (!beside) return;
  const { focused } = editor.widgets;
  editor.fire("saveSnapshot");
  // The neighbour moves and not the block: so focus and selection stay.
  if (forward) beside.insertBefore(block);
  else beside.insertAfter(block);
  if (focused) focused.focus();
  block.$.scrollIntoView({ block: "nearest" });
  editor.fire("saveSnapshot");
}

function defineMoves(editor) {
  const keys = CKEDITOR.ALT + CKEDITOR.SHIFT;
  editor.addCommand("bodyup", { exec: () => move(editor, false) });
  editor.addCommand("bodydown", { exec: () => move(editor, true) });
  editor.setKeystroke(keys + 38, "bodyup");
  editor.setKeystroke(keys + 40, "bodydown");

  editor.on("key", (event) => {
    const { focusedEditable, wrapper } = editor.widgets.widgetHoldingFocusedEditable ?? {};
    if (event.data.keyCode !== 13 || !focusedEditable || focusedEditable.hasClass("quote")) return;
    caretAfter(editor, wrapper);
    event.cancel();
  });
}
