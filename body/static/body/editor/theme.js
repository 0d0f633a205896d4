/* The text follows the theme of the page around it, also when somebody switches it. */

export function ready(editor) {
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
