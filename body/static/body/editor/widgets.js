/* The kinds of embeds, each with what is stored and what is shown while writing.
 *
 * figure      <figure data-image="12" data-layout="wide" data-alt="…"><figcaption>…</figcaption></figure>
 * storycard   <aside data-story="7" data-kicker="…" data-headline="…"></aside>
 * pullquote   <aside class="pullquote"><p>…</p><cite>…</cite></aside>
 * opaque      all others: known by name only, shown with what they point at, kept as they are
 */
import { fill, picture } from "./asking.js";

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
  editable.setAttributes({ role: "textbox", "aria-label": words });
  blank(editable);
}

export const blank = (editable) => editable.$.classList.toggle("is-blank", !/[^\s\u200b]/.test(editable.$.textContent));

// Image with caption

const FIGURE = '<img class="shown" alt=""><p class="missing"></p>';
const FOOT = '<p class="credit"></p>';

export const figure = ({ words, caption }, previews) => ({
  kind: "image",
  template: `<figure>${FIGURE}<figcaption></figcaption>${FOOT}</figure>`,
  editables: { caption: { selector: "figcaption", allowedContent: caption } },

  upcast(figure, data) {
    const number = figure.attributes["data-image"];
    if (figure.name !== "figure" || !number) return false;
    Object.assign(data, {
      image: number,
      layout: figure.attributes["data-layout"] ?? "normal",
      alt: figure.attributes["data-alt"] ?? "",
    });
    const written = figure.getFirst("figcaption")?.getHtml() ?? "";
    figure.attributes = {};
    figure.setHtml(`${FIGURE}<figcaption>${written}</figcaption>${FOOT}`);
    return true;
  },

  downcast() {
    const { image, layout, alt } = this.data;
    const written = this.editables.caption.getData().trim();
    return element(
      "figure",
      { "data-image": image, "data-layout": layout === "wide" && layout, "data-alt": alt },
      written && `<figcaption>${written}</figcaption>`,
    );
  },

  data() {
    this.element.data("layout", this.data.layout === "wide" ? "wide" : false);
    previews.show(this);
  },

  /** info: undefined while nobody has told, null where there is no such image. */
  draw(info) {
    const label = words.imageLabel.replace("%(number)s", this.data.image);
    picture(this, info?.src, this.data.alt || info?.alt);
    const missing = info === null ? words.imageMissing.replace("%(number)s", this.data.image) : !info?.src && label;
    fill(this, ".missing", missing);
    const notes = [info?.credit, this.data.layout === "wide" && words.wide];
    fill(this, ".credit", notes.filter(Boolean).join(" · "));
    const own = CKEDITOR.tools.htmlDecode((info?.caption ?? "").replace(/<[^>]*>/g, "")).trim();
    hint(this.editables.caption, own ? words.imageDefault.replace("%(caption)s", own) : words.captionHere);
  },

  getLabel() {
    return words.imageLabel.replace("%(number)s", this.data.image);
  },
});

// Story card

const CARD =
  '<img class="shown" alt=""><p class="kicker"></p><p class="headline"></p><p class="note"></p>';

export const storycard = ({ words }, previews) => ({
  kind: "story",
  template: `<aside class="story">${CARD}</aside>`,

  upcast(aside, data) {
    const number = aside.attributes["data-story"];
    if (aside.name !== "aside" || !number) return false;
    Object.assign(data, {
      story: number,
      kicker: aside.attributes["data-kicker"] ?? "",
      headline: aside.attributes["data-headline"] ?? "",
    });
    aside.attributes = { class: "story" };
    aside.setHtml(CARD);
    return true;
  },

  downcast() {
    const { story, kicker, headline } = this.data;
    return element("aside", { "data-story": story, "data-kicker": kicker, "data-headline": headline });
  },

  data() {
    previews.show(this);
  },

  draw(info) {
    const label = words.storyLabel.replace("%(number)s", this.data.story);
    picture(this, info?.src);
    fill(this, ".kicker", this.data.kicker);
    fill(this, ".headline", this.data.headline || info?.headline || label);
    fill(this, ".note", info === null ? words.storyMissing.replace("%(number)s", this.data.story) : info?.note);
  },

  getLabel() {
    return words.storyLabel.replace("%(number)s", this.data.story);
  },
});

// Pull quote

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

// All others

export const opaque = ({ words, kinds }, own) => ({
  upcast(embed, data) {
    const kind = kinds.find(
      ({ name, element, key, value }) =>
        !own.includes(name) && element === embed.name && (value ? embed.hasClass(value) : key in embed.attributes),
    );
    if (!kind) return false;
    const named = kind.name === "post" ? words.post : words.opaqueLabel.replace("%(kind)s", kind.name);
    const target = kind.value ? "" : embed.attributes[kind.key];
    Object.assign(data, { html: embed.getOuterHtml(), named });
    embed.attributes = { class: "opaque" };
    const { htmlEncode } = CKEDITOR.tools;
    embed.setHtml(`<strong>${htmlEncode(named)}</strong> <span>${htmlEncode(target)}</span>`);
    return true;
  },

  downcast() {
    return CKEDITOR.htmlParser.fragment.fromHtml(this.data.html).children[0];
  },

  getLabel() {
    return this.data.named;
  },
});
