/* Links: the page finds the address, here it is put around the words. */
import { pick } from "./ask.js";
import { say } from "./say.js";

const hrefOf = (link) => link.data("cke-saved-href") ?? link.getAttribute("href");
const linkAt = (editor) => editor.elementPath()?.contains("a", true) ?? null;

/* CKEditor takes a style of this element for one of a whole object, which would be put around nothing. */
function inline(definition) {
  const style = new CKEDITOR.style({ element: "a", ...definition });
  style.type = CKEDITOR.STYLE_INLINE;
  return style;
}

const styleOf = (href) => inline({ attributes: { href, "data-cke-saved-href": href } });
const noLink = () => inline({ alwaysRemoveElement: true });

function write(editor, link, { href, text }) {
  if (link) {
    link.setAttributes({ href, "data-cke-saved-href": href });
    if (text && text !== link.getText()) link.setText(text);
    return;
  }
  if (editor.getSelection().getRanges()[0].collapsed) {
    const made = editor.document.createElement("a", { attributes: { href, "data-cke-saved-href": href } });
    made.setText(text || href);
    editor.insertElement(made);
    return;
  }
  editor.applyStyle(styleOf(href));
}

async function edit(editor, pattern) {
  const link = linkAt(editor);
  const text = link ? link.getText() : editor.getSelection().getSelectedText();
  const result = await pick(editor, "link", { href: link ? hrefOf(link) : "", text });
  if (!result) return;
  if (result.remove) {
    editor.execCommand("bodyunlink");
    return;
  }
  const href = result.href?.trim() ?? "";
  if (!pattern.test(href)) {
    say(editor, editor.config.body.words.badLink);
    return;
  }
  editor.fire("saveSnapshot");
  write(editor, link, { ...result, href });
  editor.fire("saveSnapshot");
}

export const allowed = (href) => new RegExp(`^(?:${href})$`, "i");

export function define(editor, { words, href }) {
  const pattern = allowed(href);
  editor.addCommand("bodylink", {
    async: true,
    contextSensitive: true,
    requiredContent: "a[href]",
    exec: () => edit(editor, pattern),
    refresh(_editor, path) {
      this.setState(path.contains("a", true) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  });
  editor.addCommand("bodyunlink", {
    contextSensitive: true,
    startDisabled: true,
    requiredContent: "a[href]",
    exec: () => editor.removeStyle(noLink()),
    refresh(_editor, path) {
      this.setState(path.contains("a", true) ? CKEDITOR.TRISTATE_OFF : CKEDITOR.TRISTATE_DISABLED);
    },
  });
  editor.ui.addButton("BodyLink", { label: words.link, command: "bodylink" });
  editor.ui.addButton("BodyUnlink", { label: words.unlink, command: "bodyunlink" });
  editor.setKeystroke(CKEDITOR.CTRL + 75, "bodylink");
  editor.on("doubleclick", ({ data }) => {
    if (data.element.getAscendant("a", true)) editor.execCommand("bodylink");
  });
}
