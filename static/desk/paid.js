/* Who pays is asked where the kind is one that is paid for. What is filled in or wrong is always to be seen. */

const kind = document.querySelector("[data-paid]");
const fields = ["sponsor", "sponsor_url", "disclosure"]
  .map((name) => document.querySelector(`.field-${name}`))
  .filter((field) => field?.querySelector("input, textarea"));

function settle() {
  const isPaid = kind.dataset.paid.split(" ").includes(kind.value);
  const isUsed = (field) => field.matches(".field-wrong") || field.querySelector("input, textarea").value;
  const isShown = isPaid || fields.some(isUsed);
  for (const field of fields) field.hidden = !isShown;
}

if (kind) {
  kind.addEventListener("change", settle);
  settle();
}
