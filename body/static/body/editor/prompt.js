/* A dialog of our own, loaded where it is needed: it asks for a language and, on pages that have no dialogs, for numbers and words. */

const FIELDS = {
  image: [
    ["image", "number"],
    ["alt", "alt"],
    ["layout", "layout", ["normal", "wide"]],
  ],
  story: [
    ["story", "number"],
    ["kicker", "kicker"],
    ["headline", "headline"],
  ],
  link: [
    ["href", "address"],
    ["text", "linkText"],
  ],
};

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const desk = () => document.documentElement.lang || "en";

/** Those of languages come from the browser, which knows them in every language of the desk. */
function nameOf(choice, words) {
  return words[choice] ?? new Intl.DisplayNames(desk(), { type: "language" }).of(choice);
}

function languages(codes, words) {
  const sorted = codes.toSorted((one, other) => nameOf(one, words).localeCompare(nameOf(other, words), desk()));
  return [["lang", "language", ["ownLanguage", ...sorted]]];
}

function field([name, label, choices], current, words) {
  const value = current[name] ?? "";
  const input = choices
    ? make("select", { name }, ...choices.map((each) => make("option", { value: each, selected: each === value }, nameOf(each, words))))
    : make("input", { name, value, autocomplete: "off", required: label === "number" || label === "address" });
  if (label === "number") Object.assign(input, { inputMode: "numeric", pattern: "[1-9][0-9]{0,9}" });
  return make("label", {}, words[label], input);
}

export function prompt(editor, kind, current) {
  const { words, languages: codes } = editor.config.body;
  const fields = FIELDS[kind] ?? languages(codes, words);
  return new Promise((resolve) => {
    const form = make("form", { method: "dialog" }, ...fields.map((each) => field(each, current, words)));
    const button = (label, type, act) => make("button", { type, onclick: act ?? null }, label);
    const dialog = make("dialog", { className: "body-prompt" }, make("h2", {}, words[kind]), form);
    dialog.setAttribute("aria-label", words[kind]);
    const buttons = make("div", {}, button(FIELDS[kind] ? words.ok : editor.lang.common.ok, "submit"), button(words.cancel, "button", () => dialog.close()));
    let result = null;
    if (kind === "link" && current.href) {
      const remove = () => {
        result = { href: null, remove: true };
        dialog.close();
      };
      buttons.append(button(words.unlink, "button", remove));
    }
    form.append(buttons);
    form.addEventListener("submit", () => {
      result = { ...current, ...Object.fromEntries(new FormData(form)) };
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
