/* Copies one of two versions, the text with its markup, so that it can be pasted into the editor. */

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = button.parentElement.querySelector("[data-copied]");
  const plain = source.innerText;
  const parts = { "text/plain": new Blob([plain], { type: "text/plain" }) };
  if (source.dataset.html) parts["text/html"] = new Blob([source.dataset.html], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } catch {
    getSelection().selectAllChildren(source);
    document.execCommand("copy");
  }
  const label = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = label), 2000);
});
