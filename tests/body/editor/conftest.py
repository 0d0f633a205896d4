"""The editor in a real browser. A broken policy, a failing script or a dialog of the browser fails every test here."""

import json

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.body import editor_site

ADDRESS = "/admin/write/"


class Editor:
    """One page with one editor, as a person has it before them."""

    def __init__(self, page, site):
        self.page, self.site = page, site
        self.text = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")

    def open(self, body="", lang="en", **query):
        editor_site.store.update(body=body, lang=lang, posted=None)
        wanted = "&".join(f"{name}={value}" for name, value in query.items())
        self.page.goto(f"{self.site}{ADDRESS}?{wanted}")
        self.page.wait_for_selector("textarea[data-body-state]", state="attached")
        return self

    def run(self, script, argument=None):
        """JavaScript in the page; ``editor`` is CKEditor's object."""
        return self.page.evaluate(f"(argument) => {{ const editor = CKEDITOR.instances.id_body; {script} }}", argument)

    @property
    def state(self):
        return self.page.locator("#id_body").get_attribute("data-body-state")

    @property
    def data(self):
        return self.run("return editor.getData()")

    def save(self):
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save").click()
        return editor_site.store["body"]

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, words):
        self.page.keyboard.type(words)
        return self

    def caret_at_end(self, number=-1):
        """The caret to the end of a block, counted from 0."""
        self.page.wait_for_selector("textarea[data-body-state]", state="attached")
        self.run(
            """editor.focus(); const blocks = editor.editable().$.children;
            const block = blocks[argument < 0 ? blocks.length + argument : argument];
            const range = editor.createRange();
            range.moveToElementEditEnd(new CKEDITOR.dom.element(block)); range.select();""",
            number,
        )
        return self

    def button(self, name):
        return self.page.locator(".cke_toolbox").get_by_role("button", name=name, exact=True)

    def answer(self, *results, described=None):
        """Play the page: what it answers to each question, in turn; what is asked is kept."""
        self.page.evaluate(
            """([results, described]) => {
                window.asked = []; window.describedAll = [];
                document.addEventListener("body:pick", (event) => {
                    event.preventDefault();
                    const { kind, current, answer } = event.detail;
                    window.asked.push({ kind, current });
                    setTimeout(() => answer(results.shift() ?? null), 0);
                });
                if (described) document.addEventListener("body:describe", (event) => {
                    event.preventDefault();
                    window.describedAll.push([event.detail.images, event.detail.stories]);
                    setTimeout(() => event.detail.answer(described), 0);
                });
            }""",
            [list(results), described],
        )
        return self

    def paste(self, html=None, plain=None, pictures=0):
        """A paste as the browser reports it, with what the clipboard holds."""
        self.run(
            """const clipboard = new DataTransfer();
            if (argument.html !== null) clipboard.setData("text/html", argument.html);
            if (argument.plain !== null) clipboard.setData("text/plain", argument.plain);
            for (let n = 0; n < argument.pictures; n++)
                clipboard.items.add(new File(["x"], `${n}.png`, { type: "image/png" }));
            window.pasted = false;
            editor.once("afterPaste", () => { window.pasted = true; });
            const target = editor.document.$.activeElement ?? editor.editable().$;
            target.dispatchEvent(new editor.window.$.ClipboardEvent("paste",
                { clipboardData: clipboard, bubbles: true, cancelable: true }));""",
            {"html": html, "plain": plain, "pictures": pictures},
        )
        return self

    def pasted(self):
        self.page.wait_for_function("() => window.pasted")
        return self

    def wait(self, condition, argument=None):
        """Until a condition in JavaScript holds; ``editor`` as in ``run``."""
        script = f"(argument) => {{ const editor = CKEDITOR.instances.id_body; return {condition} }}"
        self.page.wait_for_function(script, arg=argument)
        return self


@pytest.fixture
def watched(page):
    """The page, with everything that may not happen on it."""
    found = []
    client = page.context.new_cdp_session(page)
    client.send("Audits.enable")
    client.on(
        "Audits.issueAdded",
        lambda event: (
            found.append("policy: " + json.dumps(event["issue"]["details"]))
            if event["issue"]["code"] == "ContentSecurityPolicyIssue"
            else None
        ),
    )
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on(
        "console",
        lambda message: found.append(f"console: {message.text}") if message.type in ("error", "warning") else None,
    )
    page.set_default_timeout(30_000)
    page.happened = found
    yield page
    page.evaluate("1")
    assert not found


@pytest.fixture(scope="session")
def editor_site_url():
    """One server for all, without the emptying of a database after each test: these pages have none."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def editor(watched, editor_site_url):
    return Editor(watched, editor_site_url)
