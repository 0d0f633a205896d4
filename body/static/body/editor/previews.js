/* What images and story cards look like: the page is asked once for all that appear at the same time. */
import { describe } from "./ask.js";

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
    const answer = await describe(this.editor, images, stories);
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
    this.editor.fire("lockSnapshot");
    widget.draw(info);
    this.editor.fire("unlockSnapshot");
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
