/* Links to what was found lead into their fields, and to the words there. The first field with an error gets the focus. */

const BODY = "textarea[data-body-editor]";

function into(target) {
  const field = target?.matches("input, textarea, select, button") ? target : target?.querySelector("button, input:not([type=hidden]), textarea, select");
  const frame = target?.closest(".field")?.querySelector("iframe");
  target?.scrollIntoView({ block: "center" });
  (frame ?? (field?.hidden || field?.offsetParent === null ? field.closest(".field")?.querySelector("button") : field))?.focus({ preventScroll: true });
}

/* The words within one block of a document, whatever markup divides them. */
function rangeOf(root, words) {
  const blocks = [...root.querySelectorAll("p, h2, h3, li, td, th, figcaption, cite, [contenteditable=true]")].filter((block) => block.textContent.includes(words));
  const block = blocks.findLast((one) => !blocks.some((other) => other !== one && one.contains(other))) ?? (root.textContent.includes(words) ? root : null);
  if (!block) return null;
  const range = root.ownerDocument.createRange();
  const walker = root.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const start = block.textContent.indexOf(words);
  const end = start + words.length;
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) {
      range.setEnd(node, end - before);
      return range;
    }
    before = after;
  }
  return null;
}

function showInEditor(textarea, words) {
  const editor = Object.values(window.CKEDITOR?.instances ?? {}).find((one) => one.element.$ === textarea);
  const page = editor?.editable()?.$;
  const range = page && rangeOf(page, words);
  if (!range) return false;
  editor.focus();
  const selection = page.ownerDocument.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  (range.startContainer.parentElement ?? page).scrollIntoView({ block: "center" });
  return true;
}

/* Selects the words in a field; false where they are not there any more. */
function show(target, words) {
  if (!words || !target?.matches("textarea, input")) return false;
  if (target.matches(BODY) && showInEditor(target, words)) return true;
  const start = target.value.indexOf(words);
  if (start < 0 || target.offsetParent === null) return false;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  target.setSelectionRange(start, start + words.length);
  return true;
}

function lead(id, words) {
  const target = document.getElementById(id);
  target?.closest("details")?.setAttribute("open", "");
  if (target && !show(target, words)) into(target);
  return Boolean(target);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".desk-missing a[href^='#']");
  if (link && lead(link.hash.slice(1), link.dataset.place)) event.preventDefault();
});

/* A link from elsewhere names the place in the address. */
const wanted = new URLSearchParams(location.search).get("place");
if (wanted && location.hash) {
  const go = () => lead(location.hash.slice(1), wanted);
  document.addEventListener("body:ready", (event) => event.target.id === location.hash.slice(1) && go());
  addEventListener("load", go);
}

addEventListener("load", () => {
  const wrong = document.querySelector(".field-wrong");
  if (wrong && !wanted) into(wrong.querySelector("[aria-invalid=true]") ?? wrong);
});
