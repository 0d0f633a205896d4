/* Rows of a formset: added, taken away, and sorted by buttons and by drag. Their order is written into "order". */

const rowsOf = (list) => [...list.children].filter((row) => !row.hidden);
const changed = (list) => list.dispatchEvent(new Event("input", { bubbles: true }));

function number(list) {
  const rows = rowsOf(list);
  rows.forEach((row, place) => {
    row.querySelector("[name$='-order']").value = place;
    row.querySelector("[data-up]").disabled = place === 0;
    row.querySelector("[data-down]").disabled = place === rows.length - 1;
  });
}

function bring(group) {
  const list = group.querySelector("[data-list]");
  const say = group.querySelector("[data-say]");
  const total = group.querySelector("[name$='-TOTAL_FORMS']");
  const empty = group.querySelector("[data-empty]");
  if (!list.querySelector("[data-grip]") && !empty) return;
  group.classList.add("is-live");

  const tell = (row) => {
    say.textContent = say.dataset.say.replace("%s", rowsOf(list).indexOf(row) + 1);
  };
  const move = (row, button, before) => {
    before.before(row);
    number(list);
    changed(list);
    tell(row);
    (button.disabled ? row.querySelector("[data-up]:enabled, [data-down]:enabled") : button)?.focus();
  };

  group.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    const rows = rowsOf(list);
    const up = event.target.closest("[data-up]");
    const down = event.target.closest("[data-down]");
    if (up) move(row, up, rows[rows.indexOf(row) - 1]);
    if (down) {
      const next = rows[rows.indexOf(row) + 1];
      row.before(next);
      move(next, down, row);
      tell(row);
      (down.disabled ? row.querySelector("[data-up]") : down).focus();
    }
    if (event.target.closest("[data-remove]")) {
      const place = rows.indexOf(row);
      row.hidden = true;
      row.querySelector("[name$='-DELETE']").checked = true;
      number(list);
      changed(list);
      (rows[place + 1] ?? rows[place - 1])?.querySelector("[data-remove]").focus() ?? group.querySelector("[data-add]").focus();
    }
    if (event.target.closest("[data-add]")) {
      const html = empty.innerHTML.replaceAll("__prefix__", total.value);
      total.value = Number(total.value) + 1;
      list.insertAdjacentHTML("beforeend", html);
      number(list);
      const added = list.lastElementChild;
      (added.querySelector("[data-do=choose]") ?? added.querySelector("input:not([type=hidden])")).focus();
      changed(list);
    }
  });

  let dragged;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-row]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 0, 0);
    dragged.classList.add("is-dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-row]");
    if (!dragged || !over || over.parentElement !== list) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (over !== dragged) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = undefined;
    number(list);
    changed(list);
  });

  for (const box of list.querySelectorAll("[name$='-DELETE']:checked")) box.closest("[data-row]").hidden = true;
  number(list);
}

document.querySelectorAll("[data-rows]").forEach(bring);
