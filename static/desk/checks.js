/* The preflight follows what is typed: a second after the last key the whole form is looked at, and nothing is
   saved by it. One question at a time; what is typed meanwhile is asked about when the answer has come. */

const PAUSE = 1000;
const box = document.querySelector("[data-checks]");
const button = box?.querySelector("[data-check]");

if (button) {
  const form = button.form;
  const findings = box.querySelector("[data-findings]");
  const state = box.querySelector("[data-state]");
  let timer;
  let isAsking = false;
  let isLate = false;

  const ask = async () => {
    if (isAsking) {
      isLate = true;
      return;
    }
    isAsking = true;
    isLate = false;
    box.setAttribute("aria-busy", "true");
    const data = new FormData(form);
    data.set("_check", "typed");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
      if (answer.redirected || (!answer.ok && answer.status !== 422)) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      // who reads the list by keyboard stays where they are
      const here = [...findings.querySelectorAll("a")].indexOf(document.activeElement);
      findings.replaceChildren(...fresh.childNodes);
      if (here >= 0) [...findings.querySelectorAll("a")].at(Math.min(here, findings.querySelectorAll("a").length - 1))?.focus();
      state.textContent = "";
    } catch {
      state.textContent = state.dataset.failed;
    }
    box.removeAttribute("aria-busy");
    isAsking = false;
    if (isLate) plan();
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  button.hidden = true;
  form.addEventListener("input", (event) => event.target.closest(".desk-dialog") || plan());
  form.addEventListener("submit", () => clearTimeout(timer));
}
