/* Non-breaking spaces: a key and a button for them, and they can be seen. */

export function define(editor, { words }) {
  editor.addCommand("bodynbsp", { exec: () => editor.insertText("\u00a0") });
  editor.ui.addButton("BodyNbsp", { label: words.nbsp, command: "bodynbsp" });
  editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.SHIFT + 32, "bodynbsp");

  // CKEditor keeps new emphasis open with invisible characters. Together with them it would later replace
  // the space after them by a non-breaking one; so they go as soon as anything is typed.
  editor.on("contentDom", () => {
    const text = editor.editable();
    text.attachListener(text, "input", () => {
      const { anchorNode, anchorOffset } = editor.document.$.getSelection();
      const filler = CKEDITOR.dom.selection.FILLING_CHAR_SEQUENCE;
      if (anchorOffset > filler.length && anchorNode.data?.startsWith(filler)) anchorNode.deleteData(0, filler.length);
    });
  });
}

/** Highlights are painted by the browser and leave the text as it is. */
export function ready(editor) {
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
