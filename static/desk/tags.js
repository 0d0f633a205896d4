/* Tags: what is there already is suggested, and no tag stands twice by case or apostrophe.

   The plain input with commas stays what is sent; the box shows a button for each tag, which takes it away. */

const APOSTROPHES = /['’ʼ`´‘]/g;
const fold = (name) => name.normalize("NFC").replace(APOSTROPHES, "ʼ").toLocaleLowerCase().split(/\s+/).join(" ").trim();
const quoted = (name) => (/[,"]/.test(name) ? `"${name.replaceAll('"', "")}"` : name);

/* As taggit reads: names between commas, quotes keep a comma; names without any comma are parted by spaces. */
function parse(text) {
  const names = [];
  let rest = text.replace(/"([^"]*)"/g, (_whole, name) => (names.push(name), ","));
  names.push(...rest.split(rest.includes(",") ? "," : /\s+/));
  return names.map((name) => name.trim()).filter(Boolean);
}

function bring(input) {
  const box = document.createElement("div");
  box.className = "tags-box";
  const shelf = document.createElement("ul");
  const entry = document.createElement("input");
  const list = document.createElement("ul");
  let names = parse(input.value);
  let active = -1;
  let asked = 0;

  entry.type = "text";
  entry.id = `${input.id}-entry`;
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${input.id}-list`,
    autocomplete: "off", "aria-describedby": input.getAttribute("aria-describedby") ?? "",
  })) entry.setAttribute(name, value);
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.className = "tags-list";
  list.hidden = true;
  const label = document.querySelector(`label[for="${input.id}"]`);
  if (label) {
    label.htmlFor = entry.id;
    label.id ||= `${input.id}-label`;
    list.setAttribute("aria-labelledby", label.id);
  }
  box.append(shelf, entry, list);
  input.hidden = true;
  input.after(box);

  const close = () => {
    list.hidden = true;
    active = -1;
    entry.setAttribute("aria-expanded", "false");
    entry.removeAttribute("aria-activedescendant");
  };
  const write = () => {
    const text = names.map(quoted).join(", ");
    input.value = names.length === 1 && !text.includes('"') ? `${text},` : text;
    shelf.replaceChildren(...names.map((name) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.setAttribute("aria-label", `${name} ✕`);
      button.addEventListener("click", () => {
        names = names.filter((other) => other !== name);
        write();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        entry.focus();
      });
      item.append(button);
      return item;
    }));
  };
  const add = (typed) => {
    for (const name of parse(`${typed},`)) {
      if (!names.some((other) => fold(other) === fold(name))) names.push(name);
    }
    entry.value = "";
    close();
    write();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const point = (place) => {
    const options = [...list.children];
    active = (place + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === active));
    entry.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const suggest = async () => {
    const turn = ++asked;
    if (!entry.value.trim()) return close();
    const response = await fetch(`${input.dataset.tags}?${new URLSearchParams({ q: entry.value })}`).catch(() => null);
    if (!response?.ok || turn !== asked || !entry.value.trim()) return;
    const found = (await response.json()).names.filter((name) => !names.some((other) => fold(other) === fold(name)));
    list.replaceChildren(...found.map((name, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = name;
      option.addEventListener("mousedown", (event) => (event.preventDefault(), add(name)));
      return option;
    }));
    active = -1;
    list.hidden = !found.length;
    entry.setAttribute("aria-expanded", String(!list.hidden));
  };

  entry.addEventListener("input", () => (entry.value.includes(",") ? add(entry.value) : suggest()));
  entry.addEventListener("blur", () => (entry.value.trim() ? add(entry.value) : close()));
  entry.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" && open) point(active + 1);
    else if (event.key === "ArrowUp" && open) point(active - 1);
    else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && (entry.value.trim() || active >= 0)) add(active >= 0 ? list.children[active].textContent : entry.value);
    else if (event.key === "Backspace" && !entry.value && names.length) {
      names.pop();
      write();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    } else return;
    event.preventDefault();
  });
  write();
}

document.querySelectorAll("input[data-tags]").forEach(bring);
