/* Lets CKEditor 4.22.1 run under script-src 'self'.
 *
 * It writes its toolbar and dialogs as HTML with inline handlers, all of the form
 * CKEDITOR.tools.callFunction(n, …), and boots its frame by an inline script. Here the handlers
 * become data attributes that one listener for each event understands, and the frame is booted from
 * outside. The library is frozen, so no later release of it can break this.
 */
(() => {
  "use strict";
  if (!window.CKEDITOR) return;

  const EVENTS = ["click", "mousedown", "mouseup", "mouseover", "mouseout", "keydown", "keypress", "focus", "blur", "dragstart"];
  const HANDLER = new RegExp(`(\\s)on(${EVENTS.join("|")})=(?=")`, "g");
  const CALL = /CKEDITOR\.tools\.callFunction\(\s*([^)]*)\)/g;

  const defuse = (html) =>
    html.replace(HANDLER, "$1data-cke-on-$2=").replace(/href="javascript:[^"]*"/g, 'href="#" data-cke-nowhere="1"');

  function argument(written, event, element) {
    const text = written.trim();
    if (text === "event") return event;
    if (text === "this") return element;
    return /^-?\d+$/.test(text) ? Number(text) : text.replace(/^'|'$/g, "");
  }

  /** What the inline handler would have done; false means that it kept the browser from going on. */
  function run(code, event, element) {
    let result;
    for (const [, list] of code.matchAll(CALL)) {
      result = CKEDITOR.tools.callFunction(...list.split(",").map((each) => argument(each, event, element)));
    }
    return /return false/.test(code) ? false : /^\s*return /.test(code) ? result : undefined;
  }

  function listen(type) {
    const stays = type === "focus" || type === "blur";
    document.addEventListener(
      type,
      (event) => {
        if (!event.target.closest) return;
        for (let node = event.target; node; node = stays ? null : node.parentElement) {
          const code = node.getAttribute(`data-cke-on-${type}`);
          if (code && run(code, event, node) === false) event.preventDefault();
          if (type === "click" && node.hasAttribute("data-cke-nowhere")) event.preventDefault();
        }
      },
      true, // before CKEditor's own listeners, as an inline handler of the element would
    );
  }
  EVENTS.forEach(listen);

  const { output } = CKEDITOR.template.prototype;
  CKEDITOR.template.prototype.output = function (data, buffer) {
    const html = defuse(output.call(this, data));
    return buffer ? buffer.push(html) : html;
  };

  // Only what is written around the editor: the words of an article are never touched.
  const { setHtml } = CKEDITOR.dom.element.prototype;
  CKEDITOR.dom.element.prototype.setHtml = function (html) {
    return setHtml.call(this, this.$.ownerDocument === document ? defuse(String(html)) : html);
  };

  const BOOT = /<script id="cke_actscrpt"[^]*?callFunction\((\d+),window\)[^]*?<\/script>/;
  const { write } = CKEDITOR.dom.document.prototype;
  CKEDITOR.dom.document.prototype.write = function (html) {
    const boot = BOOT.exec(html);
    write.call(this, boot ? html.replace(boot[0], "") : html);
    if (boot) setTimeout(() => CKEDITOR.tools.callFunction(Number(boot[1]), this.$.defaultView), 0);
  };

  // The handle to drag a widget by: a file in place of a data: address, which the policy does not let in.
  CKEDITOR.tools.transparentImageData = CKEDITOR.getUrl("plugins/widget/images/handle.png");
})();
