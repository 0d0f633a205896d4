/* The entry: makes an editor of every text area that asks for one.
 *
 * CKEditor and the shim ran before (body/widgets.py). What is configured comes from Python, in the
 * text area's data-body-editor attribute. Each module beside this one is one behaviour.
 */
import * as embeds from "./embeds.js";
import * as format from "./format.js";
import * as keeping from "./keeping.js";
import * as notes from "./notes.js";
import * as paste from "./paste.js";
import * as writing from "./writing.js";

const BEHAVIOURS = [format, notes, embeds, paste, writing, keeping];
// Long enough for a slow line; an editor that is not there by then would only hide the text.
const PATIENCE = 20_000;

/** Without the editor the text area stays, and a sentence says why. */
function leave(textarea, sentence) {
  const note = document.createElement("p");
  note.className = "body-note";
  note.setAttribute("role", "status");
  note.textContent = sentence;
  textarea.before(note);
  textarea.dataset.bodyState = "plain";
  textarea.dispatchEvent(new CustomEvent("body:plain", { bubbles: true, detail: { sentence } }));
}

function labelOf(textarea, words) {
  return textarea.labels[0]?.textContent.trim().replace(/:$/, "") || words.label;
}

function start(textarea) {
  const body = JSON.parse(textarea.dataset.bodyEditor);
  if (!window.CKEDITOR?.env.isCompatible) {
    leave(textarea, body.words.noEditor);
    return;
  }
  const editor = CKEDITOR.replace(textarea, {
    ...body.ckeditor,
    contentsLanguage: textarea.lang || body.ckeditor.contentsLanguage,
    title: labelOf(textarea, body.words),
    body,
    on: {
      pluginsLoaded: () => BEHAVIOURS.forEach((behaviour) => behaviour.define?.(editor, body)),
    },
  });
  const giveUp = (sentence) => {
    clearTimeout(waiting);
    editor.destroy(true);
    leave(textarea, sentence);
  };
  const isComplete = () => {
    const isSame = !keeping.wouldLose(textarea.value, editor.getData());
    if (!isSame) giveUp(body.words.wouldLose);
    return isSame;
  };
  const waiting = setTimeout(() => giveUp(body.words.noEditor), PATIENCE);
  // The page may put another text into the text area, such as one that it kept for us.
  const load = () => editor.status === "ready" && editor.setData(textarea.value, { callback: isComplete });
  textarea.addEventListener("body:load", load);
  editor.on("instanceReady", () => {
    clearTimeout(waiting);
    if (!isComplete()) return;
    BEHAVIOURS.forEach((behaviour) => behaviour.ready?.(editor, body));
    for (const label of textarea.labels) label.addEventListener("click", () => editor.focus());
    textarea.dataset.bodyState = "ready";
    textarea.dispatchEvent(new CustomEvent("body:ready", { bubbles: true }));
  });
}

for (const textarea of document.querySelectorAll("textarea[data-body-editor]")) start(textarea);
