/* Embeds that the editor knows by name only: shown with what they point at, kept as they are. */

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
