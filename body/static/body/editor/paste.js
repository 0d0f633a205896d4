/* Paste: headings, lists, links, emphasis and tables stay, everything else goes; pictures are refused with a sentence.
 *
 * CKEditor's own filter makes real lists of those of Word before; what Google Docs, LibreOffice and pages
 * write needs none. This is convenience: what is stored is cleaned on the server.
 */
import { say } from "./asking.js";
import { caretAfter } from "./embeds.js";
import { allowed } from "./format.js";
import { gather } from "./notes.js";

const PICTURE = /<(?:img|picture|svg|v:imagedata|object|embed|canvas)\b/i;
const RENAMED = { h1: "h2", h4: "h3", h5: "h3", h6: "h3", b: "strong", i: "em", del: "s", strike: "s" };
const DROPPED = new Set(
  "script style title meta link base iframe object embed svg math template noscript textarea video audio canvas img select button input".split(" "),
);
// What a span only looks like, with what it means.
const LOOKS = [
  ["strong", "font-weight", /^(?:bold|[6-9]00)/],
  ["em", "font-style", /^italic/],
  ["s", "text-decoration", /line-through/],
  ["sub", "vertical-align", /^sub/],
  ["sup", "vertical-align", /^super/],
];
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*/gi;
const HANDLER = /([\s"'/])on(?=[a-z]+\s*=)/gi;

const isOurs = (editor, data) => data.dataTransfer?.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL;

function meaningOf(span) {
  const styles = CKEDITOR.tools.parseCssText(span.attributes.style ?? "", true);
  return LOOKS.filter(([, name, value]) => value.test(styles[name] ?? "")).map(([tag]) => tag);
}

function element(allowed, pattern, found) {
  if (DROPPED.has(found.name)) return false;
  // Google Docs wraps everything into a <b> that is not bold.
  if (found.name === "b" && /^docs-internal|font-weight:\s*normal/i.test(found.attributes.id ?? found.attributes.style)) found.name = "span";
  found.name = RENAMED[found.name] ?? found.name;
  const { name, attributes } = found;
  found.attributes = Object.fromEntries(Object.entries(attributes).filter(([each]) => allowed[name]?.includes(each)));
  if (name === "aside" && /\bpullquote\b/.test(attributes.class)) found.attributes.class = "pullquote";
  if (name === "a" && !pattern.test(found.attributes.href ?? "")) found.name = "span";
  if (name !== "span") return found;
  const [outer, ...inner] = meaningOf({ attributes });
  if (outer) found.name = outer;
  for (const tag of inner) {
    const made = new CKEDITOR.htmlParser.element(tag, {});
    for (const child of [...found.children]) {
      child.remove();
      made.add(child);
    }
    found.add(made);
  }
  return found;
}

/** Works on text alone: a browser's parser would at least report the handlers that it meets, and load pictures. */
function tidier({ href, ckeditor }) {
  const pattern = allowed(href);
  const rules = Object.entries(ckeditor.allowedContent);
  const names = Object.fromEntries(rules.map(([tag, { attributes }]) => [tag, attributes.replace("!", "").split(",")]));
  const filter = new CKEDITOR.htmlParser.filter({
    elements: { $: (found) => element(names, pattern, found) },
    text: (words) => words.replaceAll("<", "&lt;"),
    comment: () => false,
  });
  return (html) => {
    const fragment = CKEDITOR.htmlParser.fragment.fromHtml(html);
    const writer = new CKEDITOR.htmlParser.basicWriter();
    gather(fragment);
    fragment.filterChildren(filter);
    fragment.writeChildrenHtml(writer);
    return writer.getHtml();
  };
}

/** CKEditor's filter for Word hands the clipboard to a parser that reports handlers, and a fault in it would lose the paste. */
function mendWord(editor) {
  const tools = CKEDITOR.plugins.pastetools;
  const { getClipboardData } = tools;
  if (!tools.isMended) {
    tools.isMended = true;
    tools.getClipboardData = (...asked) => getClipboardData.apply(tools, asked)?.replace(TAG, (tag) => tag.replace(HANDLER, "$1data-on"));
  }
  for (const handler of editor.pasteTools.handlers) {
    const { handle } = handler;
    handler.handle = (event, next) => {
      try {
        handle.call(handler, event, next);
      } catch {
        next();
      }
    };
  }
}

/** Other programs, and our own editor in another window, get what is stored and not the insides of our widgets. */
function giveCleanly(editor, event) {
  const clipboard = event.data.$.clipboardData;
  const html = clipboard?.getData("text/html");
  if (html) clipboard.setData("text/html", editor.dataProcessor.toDataFormat(html).replaceAll("\u200b", ""));
}

export function define(editor, body) {
  mendWord(editor);
  const { words } = body;
  const tidy = tidier(body);

  const before = (event) => {
    const { data } = event;
    if (isOurs(editor, data) || data.isJudged) return;
    data.isJudged = true; // a filter that has yet to be loaded fires the event again
    const html = data.dataValue || data.dataTransfer.getData("text/html", true) || "";
    const isPicture = !html && !data.dataTransfer.getData("text/plain") && data.dataTransfer.getFilesCount() > 0;
    if (isPicture || PICTURE.test(html)) say(editor, words.noPictures);
    if (isPicture) event.cancel();
    // CKEditor would parse what looks like a copy of its own frame in this page, where pictures load.
    data.dataValue = html.replace(/cke_(?:editable|contents)/gi, "");
  };
  editor.on("paste", before, null, null, 0);

  const after = ({ data }) => {
    if (!isOurs(editor, data)) data.dataValue = tidy(data.dataValue);
  };
  editor.on("paste", after, null, null, 4);

  editor.on("contentDom", () => {
    const text = editor.editable();
    for (const type of ["copy", "cut"]) text.attachListener(text, type, (event) => giveCleanly(editor, event), null, null, 100);
  });
  // A pasted embed has the focus; what is pasted next must not take its place.
  editor.on(
    "paste",
    ({ data }) => {
      const { focused } = editor.widgets;
      if (focused && data.method !== "drop") caretAfter(editor, focused.wrapper);
    },
    null,
    null,
    999,
  );
}
