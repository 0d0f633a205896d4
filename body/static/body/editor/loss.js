/* Would the editor lose a part of this text? Then it must not open it. */

const BLOCK = "p|h2|h3|ul|ol|li|blockquote|hr|table|thead|tbody|tr|th|td|figure|figcaption|aside|cite";
const AROUND_BLOCKS = new RegExp(`[ \\t\\r\\n]*(</?(?:${BLOCK})(?: [^>]*)?>)[ \\t\\r\\n]*`, "g");

/** The same for texts that say the same: order of attributes and breaks of lines in the HTML do not count. */
function canonical(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("*")) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) element.setAttribute(name, value);
  }
  return body.innerHTML.replace(AROUND_BLOCKS, "$1").replace(/[ \t\r\n]+/g, " ").trim();
}

export const wouldLose = (original, shown) => canonical(original) !== canonical(shown);
