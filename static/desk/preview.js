/* The reader's page beside the form. The button sends the whole form into the frame, as it would without
   script; what is typed while the panel is open follows by itself. Nothing is saved by it. */

const panel = document.querySelector("[data-preview]");
const button = document.querySelector("[data-preview-button]");

if (panel && button) {
  const frame = panel.querySelector("iframe");
  const stage = frame.parentElement;
  const form = button.form;
  let timer;

  const fit = () => {
    const width = Number(panel.querySelector("[aria-pressed=true]").dataset.width);
    const scale = Math.min(1, stage.clientWidth / width);
    frame.style.inlineSize = `${width}px`;
    frame.style.blockSize = `${stage.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  };
  const show = (open) => {
    panel.hidden = !open;
    form.classList.toggle("is-previewing", open);
    button.setAttribute("aria-expanded", String(open));
    button.classList.toggle("is-on", open);
    if (open) fit();
  };
  button.addEventListener("click", (event) => {
    const open = panel.hidden;
    show(open);
    if (!open) event.preventDefault();
  });
  form.addEventListener("input", (event) => {
    if (panel.hidden || event.target.closest(".desk-dialog")) return;
    clearTimeout(timer);
    timer = setTimeout(() => panel.hidden || form.requestSubmit(button), 900);
  });
  let place = 0;
  frame.addEventListener("load", () => {
    const page = frame.contentWindow;
    page.scrollTo(0, place);
    page.addEventListener("scroll", () => (place = page.scrollY));
    page.document.addEventListener("click", (click) => click.target.closest("a") && click.preventDefault());
  });
  for (const width of panel.querySelectorAll("[data-width]")) {
    width.addEventListener("click", () => {
      panel.querySelectorAll("[data-width]").forEach((other) => other.setAttribute("aria-pressed", String(other === width)));
      fit();
    });
  }
  new ResizeObserver(() => panel.hidden || fit()).observe(stage);
}
