/* Paragraph and headings, links, and the rows and columns of tables. */
import { pick, say } from "./asking.js";

// Three buttons that show what the caret stands in

const STYLES = [
  ["BodyText", "p", "text"],
  ["BodyHeading2", "h2", "heading2"],
  ["BodyHeading3", "h3", "heading3"],
];

function defineStyles(editor, { words }) {
  STYLES.forEach(([name, element, label], index) => {
    const style = new CKEDITOR.style({ element });
    const command = name.toLowerCase();
    editor.addCommand(command, new CKEDITOR.styleCommand(style, { requiredContent: element }));
    editor.attachStyleStateChange(style, (state) => editor.getCommand(command).setState(state));
    editor.ui.addButton(name, { label: words[label], command, isToggle: true });
    // Ctrl+Alt and 0, 2 or 3, as word processors have it
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 48 + (index && index + 1), command);
  });
}

// Links: the page finds the address, here it is put around the words

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

function defineLinks(editor, { words, href }) {
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

// Rows and columns of tables

function defineTables(editor, { words }) {
  for (const name of ["rowAfter", "rowDelete", "columnAfter", "columnDelete"]) {
    const button = `Body${name[0].toUpperCase()}${name.slice(1)}`;
    editor.addCommand(button.toLowerCase(), {
      contextSensitive: true,
      startDisabled: true,
      requiredContent: "table",
      async: true,
      exec: async () => (await import("./tables.js")).act(editor, name),
      refresh(_editor, path) {
        this.setState(path.contains(["td", "th"], true) ? CKEDITOR.TRISTATE_OFF : CKEDITOR.TRISTATE_DISABLED);
      },
    });
    editor.ui.addButton(button, { label: words[name], command: button.toLowerCase() });
  }
}

export function define(editor, body) {
  defineStyles(editor, body);
  defineLinks(editor, body);
  defineTables(editor, body);
}
