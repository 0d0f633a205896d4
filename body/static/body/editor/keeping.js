/* The text area and the editor: they always hold the same, and where they cannot, the text area stays. */

// Would the editor lose a part of this text? Then it must not open it.

const BLOCK = "p|h2|h3|ul|ol|li|blockquote|hr|table|caption|thead|tbody|tr|th|td|figure|figcaption|aside|cite";
const AROUND_BLOCKS = new RegExp(`[ \\t\\r\\n]*(</?(?:${BLOCK})(?: [^>]*)?>)[ \\t\\r\\n]*`, "g");

/** The same for texts that say the same: order of attributes and breaks of lines in the HTML do not count. */
function canonical(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("*")) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) element.setAttribute(name, value);
  }
  return body.innerHTML.replace(AROUND_BLOCKS, "$1").replace(/[ \t\r\n]+/g, " ").trim();
}

export const wouldLose = (original, shown) => canonical(original) !== canonical(shown);

// The editor writes the form that is stored, one block a line: what did not change is the same

export function define(editor) {
  const writer = new CKEDITOR.htmlParser.basicWriter();
  const { openTag, attribute, closeTag, reset } = writer;
  let depth = 0;
  let begin = 0;
  Object.assign(writer, {
    openTag(name) {
      if (!depth && this._.output.length && name in CKEDITOR.dtd.$block) this.write("\n");
      openTag.call(this, name);
      if (!(name in CKEDITOR.dtd.$empty)) depth += 1;
      begin = this._.output.length;
    },
    attribute(name, value) {
      const { output } = this._;
      const at = output.length;
      attribute.call(this, name, value);
      // CKEditor keeps the address apart while it works, and brings it back as the last one.
      if (name === "href") output.splice(begin, 0, ...output.splice(at));
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

const PAUSE = 300;

function sync(editor) {
  const textarea = editor.element.$;
  let waiting = 0;
  const write = () => {
    clearTimeout(waiting);
    const before = textarea.value;
    editor.updateElement();
    if (textarea.value !== before) textarea.dispatchEvent(new Event("input", { bubbles: true }));
  };
  editor.on("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, PAUSE);
  });
  editor.on("blur", write);
  editor.on("destroy", () => clearTimeout(waiting));
  textarea.form?.addEventListener("submit", write, true);
  textarea.form?.addEventListener("formdata", (event) => {
    write();
    if (textarea.name) event.formData.set(textarea.name, textarea.value);
  });

  // The page may learn of another language while the text is being written.
  const watch = new MutationObserver(() => {
    editor.document.$.documentElement.lang = textarea.lang;
    editor.config.contentsLanguage = textarea.lang;
  });
  watch.observe(textarea, { attributes: true, attributeFilter: ["lang"] });
  editor.on("destroy", () => watch.disconnect());
}

// The text follows the theme of the page around it, also when somebody switches it

function followTheme(editor) {
  const page = document.documentElement;
  const follow = () => {
    const frame = editor.document?.$.documentElement;
    if (!frame) return;
    if (page.dataset.theme) frame.dataset.theme = page.dataset.theme;
    else delete frame.dataset.theme;
  };
  const watch = new MutationObserver(follow);
  watch.observe(page, { attributes: true, attributeFilter: ["data-theme"] });
  editor.on("contentDom", follow);
  editor.on("destroy", () => watch.disconnect());
  follow();
}

export function ready(editor) {
  sync(editor);
  followTheme(editor);
}
