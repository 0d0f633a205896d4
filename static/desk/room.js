/* How long a line is, beside how much search engines and cards show of it. Advice: nothing is cut or refused. */

for (const field of document.querySelectorAll("[data-room]")) {
  const room = Number(field.dataset.room);
  const meter = document.createElement("span");
  meter.className = "room";
  meter.id = `${field.id}-room`;
  field.after(meter);
  const count = () => {
    const length = [...field.value.trim()].length;
    meter.textContent = `${length} / ${room}`;
    meter.classList.toggle("room-over", length > room);
  };
  field.addEventListener("input", count);
  count();
}

/* A headline is one line, however high its box is. */
document.querySelector("#id_headline")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});
