/* Reporting a mistake without leaving the story: the words that are selected go into the form of the page that is
   linked at its end, which opens in a dialog. Ctrl+Enter or ⌘+Enter opens it; on a touch screen a button beside the words. */
const invitation = document.querySelector("[data-report]");
const story = document.querySelector(".story");
const { report: address, button: words, close } = invitation.dataset;
const LEAST = 3;
const SIDE = 64;
// What is not the text of the story, and where a line of it ends.
const NOT_TEXT = ".note, .credit, .story-card, .appeal, .signed, .closing, .method h2, .notes h2, [role=doc-backlink], .age";
const LINES = "h1, h2, h3, p, li, td, th, caption, figcaption, blockquote, br";

/* The words of a range as they stand in the text: no numbers of notes, no credits, a space where a line ends. A line
   that the range cuts gets its space on the other side. */
function textOf(range, side = "after") {
  const part = range.cloneContents();
  for (const element of part.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of part.querySelectorAll(LINES)) element[side](" ");
  return part.textContent.replace(/\s+/g, " ");
}

/* What is selected in the story, with what stands around it; nothing where that is too little. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!story.contains(range.commonAncestorContainer)) return null;
  const marked = textOf(range);
  const exact = marked.trim();
  if (exact.length < LEAST) return null;
  const side = range.cloneRange();
  side.selectNodeContents(story);
  side.setEnd(range.startContainer, range.startOffset);
  // a space at an end of what is selected belongs to its surroundings
  const before = (textOf(side, "before") + marked.match(/^ ?/)[0]).replace(/ +$/, " ").slice(-SIDE);
  side.selectNodeContents(story);
  side.setStart(range.endContainer, range.endOffset);
  const after = (marked.match(/ ?$/)[0] + textOf(side)).replace(/^ +/, " ").slice(0, SIDE);
  return { exact, before, after, box: range.getBoundingClientRect() };
}

const dialog = document.createElement("dialog");
dialog.className = "report-dialog";
dialog.setAttribute("aria-labelledby", "report-title");
const closer = Object.assign(document.createElement("button"), { type: "button", className: "report-close", textContent: "×" });
closer.setAttribute("aria-label", close);
closer.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target.closest(".report-back") && (event.preventDefault(), dialog.close()));
dialog.addEventListener("submit", send);

/* The part of a page that is the form or the thanks, with its styles. */
async function fetched(url, options) {
  const answer = await fetch(url, { credentials: "omit", ...options });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector(".report");
  if (!part) throw new Error(answer.status);
  const style = page.querySelector("link[href*='css/report']");
  if (!document.querySelector(`link[href="${style.getAttribute("href")}"]`)) {
    await new Promise((ready) => {
      style.onload = style.onerror = ready;
      document.head.append(document.adoptNode(style));
    });
  }
  return document.adoptNode(part);
}

/* The focus goes to what is wrong, else to where to begin. */
function show(part) {
  dialog.replaceChildren(closer, part);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  (part.querySelector("[aria-invalid=true]:not([hidden] *)") ?? (part.querySelector("[role=alert]") || !part.querySelector("form") ? part.querySelector("h1") : part.querySelector("[name=comment]"))).focus();
}

async function open(quote) {
  button.hidden = true;
  try {
    const part = await fetched(address);
    const form = part.querySelector("form");
    for (const name of ["exact", "before", "after"]) {
      form.elements[name].value = quote[name];
      form.querySelector(`[data-quote=${name}]`).textContent = quote[name];
    }
    form.querySelector(".report-passage").hidden = false;
    form.querySelector("[data-field=exact]").hidden = true;
    show(part);
  } catch {
    location.assign(address);
  }
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  const sender = form.querySelector("[type=submit]");
  sender.disabled = true;
  try {
    show(await fetched(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }));
  } catch {
    form.submit();
  }
  sender.disabled = false;
}

/* The button of touch screens. What is selected is kept when the finger lands on it. */
const button = Object.assign(document.createElement("button"), { type: "button", className: "mistake-button", textContent: words, hidden: true });
let isTouched = false;
let kept = null;
let waiting = 0;
button.addEventListener("click", () => kept && open(kept));
document.body.append(button, dialog);
addEventListener("pointerdown", (event) => (isTouched = event.pointerType !== "mouse"), { passive: true });
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const quote = isTouched && !dialog.open ? selected() : null;
    button.hidden = !quote;
    if (!quote) return;
    kept = quote;
    button.style.insetBlockStart = `${Math.min(quote.box.bottom, innerHeight - button.offsetHeight - 24) + scrollY + 12}px`;
    button.style.insetInlineStart = `${Math.max(12, Math.min(quote.box.left, innerWidth - button.offsetWidth - 12))}px`;
  }, 200);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat || dialog.open) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const quote = selected();
  if (!quote) return;
  event.preventDefault();
  open(quote);
});
