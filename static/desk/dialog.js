/* A dialog whose pieces of HTML come from the server: searching, uploading and choosing happen inside it.

   choose(url) gives a promise of what the person chose, or of null. The server's piece may hold forms
   (sent inside), links marked data-inside, and buttons whose data-choice is the answer as JSON. An answer
   in JSON, {"chosen": …}, is the choice as well. Focus goes back to where it was, as <dialog> does by itself. */

const words = () => document.querySelector("[data-failed]")?.dataset ?? {};

export function choose(url) {
  const opener = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = "desk-dialog";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "desk-dialog-close";
  close.setAttribute("aria-label", words().close ?? "Close");
  close.textContent = "✕";
  const inside = document.createElement("div");
  inside.className = "desk-dialog-inside";
  dialog.append(close, inside);
  document.body.append(dialog);

  return new Promise((resolve) => {
    let here = url;
    let asked = 0;
    let answer = null;
    const done = (choice) => {
      answer = choice;
      dialog.close();
    };

    async function load(address, options = {}, keep = false) {
      const turn = ++asked;
      let response;
      let body;
      inside.setAttribute("aria-busy", "true");
      try {
        response = await fetch(address, { credentials: "same-origin", ...options });
        const isJson = response.headers.get("Content-Type")?.includes("json");
        body = isJson ? await response.json() : await response.text();
        if (response.redirected || (response.status >= 400 && response.status !== 422)) throw new Error(response.status);
      } catch {
        if (turn === asked) fail();
        return;
      }
      if (turn !== asked || !dialog.isConnected) return;
      inside.removeAttribute("aria-busy");
      if (typeof body === "object") return done(body.chosen);
      if (!options.method) here = address;
      show(body, keep);
    }

    function show(html, keep) {
      const fresh = new DOMParser().parseFromString(html, "text/html").body;
      const results = keep && inside.querySelector("[data-results]");
      const found = fresh.querySelector("[data-results]");
      if (results && found) return results.replaceChildren(...found.childNodes);
      inside.replaceChildren(...fresh.childNodes);
      const title = inside.querySelector("h2");
      if (title) {
        title.id = "desk-dialog-title";
        dialog.setAttribute("aria-labelledby", title.id);
      }
      const wrong = inside.querySelector("[aria-invalid=true], [role=alert]");
      const first = inside.querySelector("[autofocus], input:not([type=hidden]), textarea, button");
      (wrong?.matches("input, textarea, select") ? wrong : first ?? close).focus();
    }

    function fail() {
      inside.removeAttribute("aria-busy");
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.className = "pick-doubt";
      line.textContent = words().failed ?? "";
      inside.querySelector(".pick-doubt")?.remove();
      inside.prepend(line);
    }

    const search = (form, keep) => {
      const address = new URL(here, location.href);
      address.search = new URLSearchParams(new FormData(form));
      load(address.href, {}, keep);
    };

    inside.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-choice]");
      if (choice) return done(JSON.parse(choice.dataset.choice));
      const link = event.target.closest("a[data-inside]");
      if (link) {
        event.preventDefault();
        load(new URL(link.getAttribute("href"), new URL(here, location.href)).href);
      }
    });
    inside.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      if (form.method === "get") return search(form, true);
      load(here, { method: "POST", body: new FormData(form, event.submitter) });
    });
    let timer;
    inside.addEventListener("input", (event) => {
      const form = event.target.closest("[data-as-you-type]");
      if (!form) return;
      clearTimeout(timer);
      timer = setTimeout(() => search(form, true), 200);
    });
    close.addEventListener("click", () => done(null));
    dialog.addEventListener("click", (event) => event.target === dialog && done(null));
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener?.focus?.();
      resolve(answer);
    });
    dialog.showModal();
    load(url);
  });
}

/* The address with values in its query; empty ones are left out. */
export function withQuery(url, values) {
  const query = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return query.length ? `${url}?${new URLSearchParams(query)}` : url;
}
