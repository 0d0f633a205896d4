/* Story card: <aside data-story="7" data-kicker="…" data-headline="…"></aside> */
import { fill, picture } from "./previews.js";
import { element } from "./parts.js";

const SHELL =
  '<img class="shown" alt=""><p class="kicker"></p><p class="headline"></p><p class="note"></p>';

export const storycard = ({ words }, previews) => ({
  kind: "story",
  template: `<aside class="story">${SHELL}</aside>`,

  upcast(aside, data) {
    const number = aside.attributes["data-story"];
    if (aside.name !== "aside" || !number) return false;
    Object.assign(data, {
      story: number,
      kicker: aside.attributes["data-kicker"] ?? "",
      headline: aside.attributes["data-headline"] ?? "",
    });
    aside.attributes = { class: "story" };
    aside.setHtml(SHELL);
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
