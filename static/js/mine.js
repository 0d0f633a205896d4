/* Puts a supporter's own buttons in place of the links that lead to them; nothing where nobody is signed in. */
const answer = await fetch(document.querySelector("[data-mine]").dataset.mine);
if (answer.status === 200) {
  const mine = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const own of mine.querySelectorAll("[data-topic]")) {
    document.querySelector(`[data-topic="${own.dataset.topic}"]`)?.replaceChildren(...own.childNodes);
  }
}
