/* Who is signed in, in place of the way to sign in: only on a page that has a mark for it, which stays cacheable. */
for (const mark of document.querySelectorAll("[data-signed-in]")) {
  fetch(mark.dataset.signedIn)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((words) => {
      if (words.trim()) mark.innerHTML = words;
    })
    .catch(() => {});
}
