/* Paragraph and headings, links, the language of a passage, and the rows and columns of tables. */
import { pick, say } from "./asking.js";

/** A command and its button in the toolbar; gives back the name of the command. */
export function button(editor, name, label, definition, more) {
  const command = name.toLowerCase();
  editor.addCommand(command, definition);
  editor.ui.addButton(name, { label, command, ...more });
  return command;
}

// Three buttons that show what the caret stands in

const STYLES = [
  ["BodyText", "p", "text"],
  ["BodyHeading2", "h2", "heading2"],
  ["BodyHeading3", "h3", "heading3"],
];

function defineStyles(editor, { words }) {
  STYLES.forEach(([name, element, label], index) => {
    const style = new CKEDITOR.style({ element });
    const does = new CKEDITOR.styleCommand(style, { requiredContent: element });
    const command = button(editor, name, words[label], does, { isToggle: true });
    editor.attachStyleStateChange(style, (state) => editor.getCommand(command).setState(state));
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
    if (text?.trim() && text.trim() !== link.getText().trim()) link.setText(text);
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
  const link = button(editor, "BodyLink", words.link, {
    async: true,
    contextSensitive: true,
    requiredContent: "a[href]",
    exec: () => edit(editor, pattern),
    refresh(_editor, path) {
      this.setState(path.contains("a", true) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  });
  button(editor, "BodyUnlink", words.unlink, {
    contextSensitive: true,
    startDisabled: true,
    requiredContent: "a[href]",
    exec: () => editor.removeStyle(noLink()),
    refresh(_editor, path) {
      this.setState(path.contains("a", true) ? CKEDITOR.TRISTATE_OFF : CKEDITOR.TRISTATE_DISABLED);
    },
  });
  editor.setKeystroke(CKEDITOR.CTRL + 75, link);
  editor.on("doubleclick", ({ data }) => {
    if (data.element.getAscendant("a", true)) editor.execCommand(link);
  });
}

// The language of a passage

function defineLanguage(editor, { words }) {
  button(editor, "BodyLanguage", words.language, {
    async: true,
    contextSensitive: true,
    requiredContent: "span[lang]",
    exec: async () => (await import("./language.js")).act(editor),
    refresh(_editor, path) {
      const isMarked = path.contains((element) => element.hasAttribute("lang"), true);
      this.setState(isMarked ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  });
}

// Rows and columns of tables

function defineTables(editor, { words }) {
  for (const name of ["rowAfter", "rowDelete", "columnAfter", "columnDelete"]) {
    button(editor, `Body${name[0].toUpperCase()}${name.slice(1)}`, words[name], {
      contextSensitive: true,
      startDisabled: true,
      requiredContent: "table",
      async: true,
      exec: async () => (await import("./tables.js")).act(editor, name),
      refresh(_editor, path) {
        const isIn = path.contains(["td", "th"], true);
        if (isIn) import("./tables.js"); // to be there when the button is pressed
        this.setState(isIn ? CKEDITOR.TRISTATE_OFF : CKEDITOR.TRISTATE_DISABLED);
      },
    });
  }
}

export function define(editor, body) {
  defineStyles(editor, body);
  defineLinks(editor, body);
  defineLanguage(editor, body);
  defineTables(editor, body);
}
