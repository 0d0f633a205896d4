/* Pull quote: <aside class="pullquote"><p>…</p><cite>…</cite></aside> */
import { element, hint } from "./parts.js";

const shell = (quote, cite) => `<div class="quote">${quote}</div><div class="cite">${cite}</div>`;

export const pullquote = ({ words, quote, caption }) => ({
  template: `<aside class="pullquote">${shell("<p></p>", "")}</aside>`,
  editables: {
    quote: { selector: ".quote", allowedContent: quote },
    cite: { selector: ".cite", allowedContent: caption },
  },

  upcast(aside, data) {
    if (aside.name !== "aside" || !aside.hasClass("pullquote")) return false;
    data.lang = aside.attributes.lang ?? "";
    const cite = aside.getFirst("cite");
    const said = cite?.getHtml() ?? "";
    cite?.remove();
    aside.attributes = { class: "pullquote", ...(data.lang && { lang: data.lang }) };
    aside.setHtml(shell(aside.getHtml() || "<p></p>", said));
    return true;
  },

  downcast() {
    const said = this.editables.cite.getData().trim();
    const attributes = { class: "pullquote", lang: this.data.lang };
    return element("aside", attributes, this.editables.quote.getData() + (said && `<cite>${said}</cite>`));
  },

  data() {
    hint(this.editables.quote, words.quoteHere);
    hint(this.editables.cite, words.citeHere);
  },

  getLabel() {
    return words.pullquote;
  },
});
