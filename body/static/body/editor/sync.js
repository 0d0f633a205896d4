/* The text area always holds what the editor shows, so that forms, autosave and preview need not know an editor. */

const PAUSE = 300;

export function ready(editor) {
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

  // The page may put another text into the text area, such as one that it kept for us.
  textarea.addEventListener("body:load", () => editor.setData(textarea.value));
  // And it may learn of another language while the text is being written.
  const watch = new MutationObserver(() => {
    editor.document.$.documentElement.lang = textarea.lang;
    editor.config.contentsLanguage = textarea.lang;
  });
  watch.observe(textarea, { attributes: true, attributeFilter: ["lang"] });
  editor.on("destroy", () => watch.disconnect());
}
