/* Rows and columns: added behind and taken away where the caret stands. Loaded when somebody does so. */

function emptied(cell) {
  const made = cell.cloneNode(false);
  made.removeAttribute("colspan");
  made.removeAttribute("rowspan");
  made.append(cell.ownerDocument.createElement("br"));
  return made;
}

const ACTIONS = {
  rowAfter(cell) {
    const row = cell.parentElement;
    const made = row.cloneNode(false);
    made.append(...[...row.cells].map(emptied));
    const body = row.closest("thead")?.parentElement.tBodies[0];
    if (body) body.prepend(made);
    else row.after(made);
    return made.cells[0];
  },
  rowDelete(cell) {
    const row = cell.parentElement;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const part = row.parentElement;
    row.remove();
    if (!part.rows.length) part.remove();
    return next?.cells[0];
  },
  columnAfter(cell) {
    const index = cell.cellIndex;
    for (const row of cell.closest("table").rows) {
      const beside = row.cells[Math.min(index, row.cells.length - 1)];
      beside?.after(emptied(beside));
    }
    return cell.nextElementSibling;
  },
  columnDelete(cell) {
    const index = cell.cellIndex;
    const next = cell.nextElementSibling ?? cell.previousElementSibling;
    for (const row of cell.closest("table").rows) row.cells[index]?.remove();
    return next;
  },
};

export function act(editor, name) {
  const cell = editor.elementPath()?.contains(["td", "th"], true)?.$;
  if (!cell) return;
  const table = cell.closest("table");
  editor.fire("saveSnapshot");
  const near = ACTIONS[name](cell);
  const next = near?.isConnected ? near : table.querySelector("td, th");
  const range = editor.createRange();
  if (next) range.moveToElementEditStart(new CKEDITOR.dom.element(next));
  else {
    const paragraph = editor.document.createElement("p");
    paragraph.appendBogus();
    paragraph.replace(new CKEDITOR.dom.element(table));
    range.moveToElementEditStart(paragraph);
  }
  range.select();
  editor.fire("saveSnapshot");
}
