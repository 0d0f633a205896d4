"""The judge of attacks: a page in which anything ran, was refused by the policy, or asked another host, is caught.

Also caught is what only waits for a reader's click: an event handler as an attribute, a link that is a program.
"""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Frame, Page, Request

# Every attack calls alert(1). Told by the console, whose messages arrive before the next answer of the page.
SINGS = """
for (const name of ["alert", "confirm", "prompt"]) window[name] = (words) => console.error(`canary: ran ${words}`);
addEventListener("securitypolicyviolation", (event) =>
  console.error(`canary: refused ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
# The editor's own parts (CKEditor's classes begin with cke) have handlers; no text can bring such a class.
WAITS = """
() => {
  const addresses = new Set(["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"]);
  const programs = new Set(["javascript:", "data:", "vbscript:", "blob:"]);
  const leadsTo = (value) => { try { return new URL(value, document.baseURI).protocol } catch { return "" } };
  // A form with a field of that name would answer with the field.
  const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "attributes");
  return [...document.querySelectorAll("*")]
    .filter((element) => !/(^|\\s)cke/.test(element.getAttribute("class") ?? ""))
    .flatMap((element) => [...get.call(element)]
      .filter(({ name, value }) => /^on/i.test(name) || (addresses.has(name) && programs.has(leadsTo(value))))
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`));
}
"""


class Canary:
    """Watches all pages of a context. ``caught`` grows while they are visited."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.home = urlsplit(site).netloc
        self.caught: list[str] = []
        context.add_init_script(SINGS)
        context.on("console", self._hear)
        context.on("request", self._watch)
        context.on("dialog", self._answer)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.text.startswith("canary:"):
            self.caught.append(f"{message.text} at {message.page.url if message.page else ''}")

    def _answer(self, dialog: Dialog) -> None:
        if dialog.type != "beforeunload":  # the form asks before what was typed is left
            self.caught.append(f"dialog: {dialog.message}")
        dialog.accept()

    def _watch(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != self.home:
            self.caught.append(f"asked {request.url}")

    def look(self, page: Page) -> None:
        """What waits in the page and its frames for somebody to touch it."""
        for frame in page.frames:
            self.caught += [f"waits: {found} at {page.url}" for found in self._waiting(frame)]

    def _waiting(self, frame: Frame) -> list[str]:
        try:
            return frame.evaluate(WAITS)
        except Error as error:  # such as a page that leads away by itself
            return [error.message]

    def visit(self, page: Page, address: str) -> int:
        """Goes there and looks; gives the status, or 0 where there is nothing to see but a status."""
        try:
            answer = page.goto(address)
        except Error as error:
            if "ERR_HTTP_RESPONSE_CODE_FAILURE" not in error.message:
                raise
            return 0
        self.look(page)
        return answer.status if answer else 0
