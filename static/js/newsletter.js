/* One step for those with scripts: the form fetches its token when somebody begins to fill it in. */
const form = document.querySelector("form[data-token]");
form.addEventListener(
  "focusin",
  async () => {
    const answer = await fetch(form.dataset.token, { credentials: "omit" });
    if (answer.ok) form.elements.token.value = await answer.text();
  },
  { once: true },
);
