/* The widgets: image with caption, story card, pull quote, and whatever else may stand between blocks. */
import { pick } from "./ask.js";
import { figure } from "./figure.js";
import { opaque } from "./opaque.js";
import { blank } from "./parts.js";
import { caretAfter, place } from "./place.js";
import { Previews } from "./previews.js";
import { pullquote } from "./pullquote.js";
import { storycard } from "./storycard.js";

const OWN = ["image", "story", "pullquote"];

function insert(editor, name, data) {
  const { template } = editor.widgets.registered[name];
  editor.fire("saveSnapshot");
  const element = CKEDITOR.dom.element.createFromHtml(template.source, editor.document);
  const wrapper = editor.widgets.wrapElement(element, name);
  place(editor, wrapper);
  const widget = editor.widgets.initOn(element, name, data);
  if (!widget.ready) {
    widget.ready = true;
    widget.fire("ready");
  }
  return widget;
}

function write(widget, result) {
  const { caption, ...data } = result;
  widget.setData(data);
  if (caption !== undefined && caption !== widget.editables.caption.getData()) {
    widget.editables.caption.setData(caption);
    blank(widget.editables.caption);
  }
}

/** Asks the page for the image or story, for a new widget or for one that is there. */
async function choose(editor, kind, widget) {
  const { classes, ...current } = widget?.data ?? {};
  if (widget?.editables.caption) current.caption = widget.editables.caption.getData();
  const result = await pick(editor, kind, current);
  if (!result) return;
  editor.fire("saveSnapshot");
  const shown = widget ?? insert(editor, `body${kind}`, result);
  write(shown, result);
  if (!widget) caretAfter(editor, shown.wrapper);
  editor.fire("saveSnapshot");
}

function quote(editor) {
  const { wrapper, editables } = insert(editor, "bodypullquote", {});
  if (!wrapper.getNext()) editor.document.createElement("p").insertAfter(wrapper).appendBogus();
  editor.fire("saveSnapshot");
  const range = editor.createRange();
  editables.quote.focus();
  range.moveToElementEditStart(editables.quote);
  range.select();
}

export function define(editor, body) {
  const previews = new Previews(editor);
  const widgets = {
    bodyimage: figure(body, previews),
    bodystory: storycard(body, previews),
    bodypullquote: pullquote(body),
    bodyopaque: opaque(body, OWN),
  };
  for (const [name, { kind, ...definition }] of Object.entries(widgets)) {
    editor.widgets.add(name, {
      ...definition,
      inline: false,
      kind,
      init() {
        this.kind = kind;
        this.on("edit", (event) => {
          event.cancel();
          if (kind) choose(editor, kind, this);
          else this.editables.quote?.focus();
        });
      },
    });
  }
  const button = (name, label, requiredContent, exec) => {
    editor.addCommand(name.toLowerCase(), { async: true, requiredContent, exec, contextSensitive: true });
    editor.ui.addButton(name, { label, command: name.toLowerCase() });
  };
  const { words } = body;
  button("BodyImage", words.image, "figure[data-image]", () => choose(editor, "image"));
  button("BodyStory", words.story, "aside[data-story]", () => choose(editor, "story"));
  button("BodyPullquote", words.pullquote, "aside(pullquote)", () => quote(editor));

  editor.on("change", () => {
    for (const { editables } of Object.values(editor.widgets.instances)) Object.values(editables ?? {}).forEach(blank);
  });
}
