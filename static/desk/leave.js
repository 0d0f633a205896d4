/* Nothing typed is lost by leaving: the browser asks first. Ctrl+S (⌘S) saves the draft. */

const form = document.querySelector("[data-desk]");
const state = form?.querySelector("[data-unsaved]");
let unsaved = false;

if (form && state) {
  form.addEventListener("input", (event) => {
    if (!event.isTrusted && !event.target.closest("[data-pick], [data-rows], [data-tags], [data-focal], [data-body-editor]")) return;
    unsaved = true;
    state.textContent = state.dataset.unsaved;
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "_preview") unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const save = form.querySelector("[name=_save]");
    if (!save) return;
    event.preventDefault();
    form.requestSubmit(save);
  });
  /* A form that came back with errors holds words that are stored nowhere. */
  if (form.querySelector(".errornote ul, .field-wrong, .desk-conflict")) unsaved = true;
}
