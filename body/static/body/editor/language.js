/* Marks a passage with its language, for those who hear it, and for what divides and checks words. Loaded when somebody asks. */
import { pick } from "./asking.js";

const MARKED = ["span", "p", "li", "blockquote", "em", "strong", "a"];
let latest = "";

const attributesOf = ({ rightToLeft }, lang) => ({ lang, ...(rightToLeft.includes(lang) && { dir: "rtl" }) });
const styleOf = (body, lang) => new CKEDITOR.style({ element: "span", attributes: attributesOf(body, lang) });

function set(editor, element, lang) {
  element.removeAttributes(["lang", "dir"]);
  if (lang) element.setAttributes(attributesOf(editor.config.body, lang));
  else if (element.is("span")) {
    const bookmarks = editor.getSelection().createBookmarks();
    element.remove(true);
    editor.getSelection().selectBookmarks(bookmarks);
  }
}

/** Words in one language do not stand in words of another: what was marked before is divided. */
function mark(editor, lang) {
  const { body } = editor.config;
  const before = new Set(editor.editable().find("span[lang]").toArray().map((span) => span.getAttribute("lang")));
  for (const each of before) editor.removeStyle(styleOf(body, each));
  if (lang) editor.applyStyle(styleOf(body, lang));
}

/** Nothing is selected: the paragraph is meant, or the item, the note, the cell. */
function markAround(editor, path, lang) {
  const whole = path.contains("small", true) ? null : path.contains(["p", "li"], true);
  if (whole) {
    set(editor, whole, lang);
    return;
  }
  const bookmarks = editor.getSelection().createBookmarks2();
  const range = editor.createRange();
  range.selectNodeContents(path.contains("small", true) ?? path.block ?? path.blockLimit);
  range.select();
  mark(editor, lang);
  editor.getSelection().selectBookmarks(bookmarks);
}

export async function act(editor) {
  const { languages } = editor.config.body;
  const there = editor.elementPath().contains((element) => element.is(...MARKED) && element.hasAttribute("lang"), true);
  const offered = latest || languages.find((each) => each !== editor.config.contentsLanguage);
  const result = await pick(editor, "language", { lang: there?.getAttribute("lang") ?? offered });
  if (!result) return;
  const lang = languages.includes(result.lang) ? result.lang : "";
  latest = lang || latest;
  editor.fire("saveSnapshot");
  if (!editor.getSelection().getRanges()[0].collapsed) {
    mark(editor, lang);
    if (!lang && there && !there.is("span")) set(editor, there, "");
  } else if (there) set(editor, there, lang);
  else if (lang) markAround(editor, editor.elementPath(), lang);
  editor.fire("saveSnapshot");
}
