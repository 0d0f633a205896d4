/* The focal point of a picture: a click writes the two numbers, and the cuts show what will be seen. */

const screen = document.querySelector("[data-focal]");
const across = document.querySelector("#id_focal_x");
const down = document.querySelector("#id_focal_y");

if (screen && across && down) {
  const whole = screen.querySelector("[data-whole]");
  const point = screen.querySelector("[data-point]");
  const inside = (part) => Math.min(1, Math.max(0, part));
  const percent = (input) => `${inside(Number(input.value)) * 100}%`;

  function show() {
    point.style.left = percent(across);
    point.style.top = percent(down);
    for (const cut of screen.querySelectorAll("[data-cuts] img")) cut.style.objectPosition = `${percent(across)} ${percent(down)}`;
  }

  whole.addEventListener("click", (event) => {
    const box = whole.getBoundingClientRect();
    across.value = inside((event.clientX - box.left) / box.width).toFixed(2);
    down.value = inside((event.clientY - box.top) / box.height).toFixed(2);
    show();
    screen.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (const input of [across, down]) input.addEventListener("input", show);
  for (const part of screen.querySelectorAll("[hidden]")) part.hidden = false;
  whole.classList.add("is-live");
  show();
}
