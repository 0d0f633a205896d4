/* What the definitions of the widgets share. */

/** An element of CKEditor's parser; attributes without a value are left out. */
export function element(name, attributes, html) {
  const given = Object.entries(attributes).filter(([, value]) => value);
  const made = new CKEDITOR.htmlParser.element(name, Object.fromEntries(given));
  if (html) made.setHtml(html);
  return made;
}

/** What an empty place says; the stylesheet shows it as long as nothing is written there. */
export function hint(editable, words) {
  editable.$.dataset.hint = words;
  editable.setAttribute("aria-label", words);
  blank(editable);
}

export const blank = (editable) => editable.$.classList.toggle("is-blank", !/[^\s\u200b]/.test(editable.$.textContent));
