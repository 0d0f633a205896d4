/* The editor knows no addresses and no models: it asks the page, by an event on the text area.
 *
 * A page that wants to answer calls event.preventDefault() at once and event.detail.answer(result)
 * whenever it knows. Where nobody does, a dialog of our own asks for the number.
 */
import { prompt } from "./prompt.js";

const ID = /^[1-9][0-9]{0,9}$/;

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
  if (result === undefined) result = await prompt(editor, kind, current);
  if (editor.status === "destroyed") return null;
  editor.focus();
  if (focused?.wrapper) focused.focus();
  else if (ranges.length) editor.getSelection().selectRanges(ranges);
  if (result && kind !== "link" && !ID.test(result[kind])) return null;
  return result && kind !== "link" ? { ...result, [kind]: String(result[kind]) } : result;
}

/** What is behind these numbers; undefined where nobody knows. */
export const describe = (editor, images, stories) => send(editor, "body:describe", { images, stories });
