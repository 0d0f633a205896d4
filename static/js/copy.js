/* "Copy the link": shown only where the browser can. That it is done is said beside it, also to who does not see it. */
for (const button of document.querySelectorAll("[data-copy-link]")) {
  if (!navigator.clipboard) continue;
  const status = document.createElement("span");
  status.role = "status";
  button.after(status);
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copyLink);
    status.textContent = button.dataset.done;
    setTimeout(() => (status.textContent = ""), 4000);
  });
}
