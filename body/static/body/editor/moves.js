/* Blocks and embeds go up and down by Alt+Shift+arrow; in a caption, Enter goes on to the text behind it. */
import { caretAfter, topBlock } from "./place.js";

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

export function define(editor) {
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
