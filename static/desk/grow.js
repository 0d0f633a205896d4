/* Text areas as high as their words; the text editor has its own height. */

for (const field of document.querySelectorAll(".field textarea:not(.body-input, [data-body-editor])")) {
  const grow = () => {
    field.style.blockSize = "auto";
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  };
  field.addEventListener("input", grow);
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width !== field.grownAt) grow();
    field.grownAt = contentRect.width;
  }).observe(field);
}
