/* How the story will look in a search engine and as a shared card, from the fields as they stand. */

const box = document.querySelector("[data-sharing]");
const value = (name) => document.querySelector(`#id_${name}`)?.value.trim() ?? "";

function draw() {
  const part = (name) => box.querySelector(`[data-as="${name}"]`);
  const cut = (text, room) => ([...text].length > room ? `${[...text].slice(0, room - 1).join("")}…` : text);
  const picture = document.querySelector(".field-lead_image .pick-shown:not([hidden]) img");
  part("address").textContent = `${location.host} › ${value("slug") || "…"}`;
  part("host").textContent = location.host;
  part("seo-title").textContent = cut(value("seo_title") || value("headline"), 65);
  part("seo-description").textContent = cut(value("seo_description") || value("standfirst"), 160);
  part("social-title").textContent = cut(value("social_title") || value("headline"), 70);
  part("social-description").textContent = cut(value("social_description") || value("standfirst"), 200);
  part("picture").hidden = !picture;
  if (picture) part("picture").src = picture.src;
}

if (box && document.querySelector("#id_headline")) {
  box.hidden = false;
  document.querySelector("[data-desk]").addEventListener("input", draw);
  draw();
}
