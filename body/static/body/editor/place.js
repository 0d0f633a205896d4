/* Where an embed goes, and where the caret goes after it: beside blocks, never into one, and nothing is replaced. */

const isBlank = (element) => element.is("p") && !/[^\s\u200b]/.test(element.getText()) && !element.findOne("img");

/** The child of the text in which the selection ends. */
export function topBlock(editor) {
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
export function place(editor, wrapper) {
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
