/* Paste: headings, lists, links, emphasis and tables stay, everything else goes; pictures are refused with a sentence.
 *
 * CKEditor's own filters for Word, LibreOffice and Google Docs work in between. This is convenience:
 * what is stored is cleaned on the server.
 */
import { allowed } from "./links.js";
import { caretAfter } from "./place.js";
import { say } from "./say.js";

const PICTURE = /<(?:img|picture|svg|v:imagedata|object|embed|canvas)\b/i;
const RENAMED = { H1: "h2", H4: "h3", H5: "h3", H6: "h3", B: "strong", I: "em", DEL: "s", STRIKE: "s" };
const DROPPED =
  "script, style, title, meta, link, iframe, object, embed, svg, math, template, noscript, textarea, video, audio, canvas, img, picture, input, select, button";
const FOREIGN = /^(?:on|style$|class$|id$|data-cke|data-widget)/;

const isOurs = (editor, data) => data.dataTransfer?.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL;

function rename(element, tag) {
  const made = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

/** Google Docs wraps everything into a <b> that is not bold. */
const isLight = (element) => element.nodeName === "B" && /font-weight:\s*normal/i.test(element.getAttribute("style"));

/** Works in a document of its own that runs and loads nothing. */
export function tidy(html, pattern) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll(DROPPED).forEach((element) => element.remove());
  for (const element of body.querySelectorAll("*")) {
    if (isLight(element)) element.replaceWith(...element.childNodes);
    else if (RENAMED[element.nodeName]) rename(element, RENAMED[element.nodeName]);
  }
  for (const element of body.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (FOREIGN.test(name) && !(name === "class" && value === "pullquote")) element.removeAttribute(name);
    }
    if (element.nodeName === "A" && !pattern.test(element.getAttribute("href") ?? "")) {
      element.replaceWith(...element.childNodes);
    }
  }
  return body.innerHTML;
}

/** CKEditor's filter for Google Docs fails at a span without a style, and the paste would be lost without a word. */
function mendGoogleDocs() {
  const tools = CKEDITOR.plugins.pastetools;
  if (tools.isMended) return;
  tools.isMended = true;
  const { getClipboardData } = tools;
  tools.getClipboardData = (data, type) => {
    const found = getClipboardData.call(tools, data, type);
    const isDocs = type === "text/html" && found?.includes("docs-internal-guid");
    return isDocs ? found.replace(/<span(?![^>]*\sstyle=)/gi, '<span style="font-weight:400"') : found;
  };
}

/** Other programs, and our own editor in another window, get what is stored and not the insides of our widgets. */
function giveCleanly(editor, event) {
  const clipboard = event.data.$.clipboardData;
  const html = clipboard?.getData("text/html");
  if (html) clipboard.setData("text/html", editor.dataProcessor.toDataFormat(html).replaceAll("\u200b", ""));
}

export function define(editor, { words, href }) {
  mendGoogleDocs();
  const pattern = allowed(href);

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
    if (!isOurs(editor, data)) data.dataValue = tidy(data.dataValue, pattern);
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
