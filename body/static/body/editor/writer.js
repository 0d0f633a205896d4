/* Writes the text in the form in which it is stored: one block a line, so that what did not change is the same. */

export function define(editor) {
  const writer = new CKEDITOR.htmlParser.basicWriter();
  const { openTag, closeTag, reset } = writer;
  let depth = 0;
  Object.assign(writer, {
    openTag(name) {
      if (!depth && this._.output.length && name in CKEDITOR.dtd.$block) this.write("\n");
      openTag.call(this, name);
      if (!(name in CKEDITOR.dtd.$empty)) depth += 1;
    },
    openTagClose() {
      this.write(">");
    },
    closeTag(name) {
      depth -= 1;
      closeTag.call(this, name);
    },
    reset() {
      depth = 0;
      reset.call(this);
    },
  });
  editor.dataProcessor.writer = writer;
}
