/* The first field with an error gets the focus; links to what is missing lead into their fields. */

function into(target) {
  const field = target?.matches("input, textarea, select, button") ? target : target?.querySelector("button, input:not([type=hidden]), textarea, select");
  const frame = target?.closest(".field")?.querySelector("iframe");
  target?.scrollIntoView({ block: "center" });
  (frame ?? (field?.hidden || field?.offsetParent === null ? field.closest(".field")?.querySelector("button") : field))?.focus({ preventScroll: true });
}

addEventListener("load", () => {
  const wrong = document.querySelector(".field-wrong");
  if (wrong) into(wrong.querySelector("[aria-invalid=true]") ?? wrong);
  for (const link of document.querySelectorAll(".desk-missing a[href^='#']")) {
    link.addEventListener("click", (event) => {
      const target = document.querySelector(link.getAttribute("href"));
      if (!target) return;
      event.preventDefault();
      into(target);
    });
  }
});
