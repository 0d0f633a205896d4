/* Image with caption: <figure data-image="12" data-layout="wide" data-alt="…"><figcaption>…</figcaption></figure> */
import { fill, picture } from "./previews.js";
import { element, hint } from "./parts.js";

const SHELL = '<img class="shown" alt=""><p class="missing"></p>';
const FOOT = '<p class="credit"></p>';

export const figure = ({ words, caption }, previews) => ({
  kind: "image",
  template: `<figure>${SHELL}<figcaption></figcaption>${FOOT}</figure>`,
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
    figure.setHtml(`${SHELL}<figcaption>${written}</figcaption>${FOOT}`);
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
