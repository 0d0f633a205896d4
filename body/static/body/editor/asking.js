/* The editor knows no addresses and no models: it asks the page, by an event on the text area.
 *
 * A page that wants to answer calls event.preventDefault() at once and event.detail.answer(result)
 * whenever it knows. Where nobody does, a dialog of our own asks for the number.
 */

const ID = /^[1-9][0-9]{0,9}$/;
// What is taken of an answer
const KEYS = { image: ["image", "alt", "caption", "layout"], story: ["story", "kicker", "headline"], link: ["href", "text", "remove"], language: ["lang"] };

/** Resolves to what the page answers, or to undefined where nobody listens. */
function send(editor, name, detail) {
  return new Promise((resolve) => {
    let asked = true;
    const answer = (result) => {
      asked = false;
      resolve(result ?? null);
    };
    const event = new CustomEvent(name, { bubbles: true, cancelable: true, detail: { ...detail, answer } });
    if (editor.element.$.dispatchEvent(event) && asked) resolve(undefined);
  });
}

/** Opens a dialog and gives back what was chosen, or null. The selection is where it was. */
export async function pick(editor, kind, current) {
  const ranges = editor.getSelection()?.getRanges() ?? [];
  const { focused } = editor.widgets;
  let result = await send(editor, "body:pick", { kind, current });
  if (result === undefined) result = await (await import("./prompt.js")).prompt(editor, kind, current);
  if (editor.status === "destroyed") return null;
  editor.focus();
  if (focused?.wrapper) focused.focus();
  else if (ranges.length) editor.getSelection().selectRanges(ranges);
  if (!result || (KINDS.includes(kind) && !ID.test(result[kind]))) return null;
  return Object.fromEntries(KEYS[kind].filter((key) => key in result).map((key) => [key, result[key]]));
}

// What images and story cards look like

const KINDS = ["image", "story"];

export class Previews {
  #known = new Map();
  #wanted = new Set();

  constructor(editor) {
    this.editor = editor;
  }

  /** Draws the widget with what is known; the rest comes with the answer. */
  show(widget) {
    const key = `${widget.kind} ${widget.data[widget.kind]}`;
    if (!this.#known.has(key) && !this.#wanted.has(key)) {
      if (!this.#wanted.size) setTimeout(() => this.#ask(), 0);
      this.#wanted.add(key);
    }
    this.#draw(widget, this.#known.get(key));
  }

  async #ask() {
    const keys = [...this.#wanted].map((key) => key.split(" "));
    const [images, stories] = KINDS.map((kind) => keys.filter(([each]) => each === kind).map(([, number]) => number));
    const answer = await send(this.editor, "body:describe", { images, stories });
    this.#wanted.clear();
    if (!answer || this.editor.status === "destroyed") return;
    for (const [kind, number] of keys) {
      const found = (kind === "image" ? answer.images : answer.stories)?.[number];
      this.#known.set(`${kind} ${number}`, found ?? null);
    }
    for (const widget of Object.values(this.editor.widgets.instances)) if (widget.kind) this.show(widget);
  }

  /** No change of the text: neither undo nor autosave may see it. */
  #draw(widget, info) {
    const { editor } = this;
    const isDirty = editor.checkDirty();
    editor.fire("lockSnapshot");
    widget.draw(info);
    editor.fire("unlockSnapshot");
    if (!isDirty) editor.resetDirty();
  }
}

/** Shows words or a picture in one of the widget's own places, or hides the place. */
export function fill(widget, selector, words) {
  const node = widget.element.findOne(selector).$;
  node.textContent = words ?? "";
  node.hidden = !words;
}

export function picture(widget, src, alt) {
  const image = widget.element.findOne("img.shown").$;
  if (src) image.src = src;
  else image.removeAttribute("src");
  image.hidden = !src;
  image.alt = alt ?? "";
}

/** A sentence over the editor, seen and heard. */
export const say = (editor, sentence) =>
  editor.showNotification(CKEDITOR.tools.htmlEncode(sentence), "warning", 8000);
