"""What people do at the desk, as a person would: by the labels and buttons that they see.

All knowledge of how the desk's forms are built lies in this one file; the journeys only say what is done.
"""

import re

from playwright.sync_api import Locator, Page, expect

from tests.cast import PASSWORD


def sign_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    fill(page, "Username", name)
    fill(page, "Password", PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def field(place: Page | Locator, label: str) -> Locator:
    """The field with exactly this label, with or without a colon behind it."""
    return place.get_by_label(re.compile(rf"^\s*{re.escape(label)}:?\s*$")).filter(visible=True)


def fill(place: Page | Locator, label: str, words: str) -> None:
    field(place, label).fill(words)


def choose(place: Page | Locator, label: str, option: str) -> None:
    field(place, label).select_option(option)


def _hear(page: Page, words: str) -> None:
    """What the desk says on the page that follows a deed."""
    expect(page.locator(".messagelist")).to_contain_text(words)
    settled(page)


# --- writing -----------------------------------------------------------------------------------


def begin_article(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/articles/article/add/")
    settled(page)


def open_article(page: Page, site: str, headline: str) -> None:
    """From the list, as somebody finds it who did not write it."""
    page.goto(f"{site}/admin/articles/article/")
    page.get_by_role("link", name=headline).click()
    expect(field(page, "Headline")).to_have_value(headline)
    settled(page)


def body_of(page: Page) -> str:
    """The text as the form would send it."""
    text = _body(page)
    return text.evaluate("area => window.CKEDITOR?.instances[area.id]?.getData() ?? area.value")


def fill_body(page: Page, html: str) -> None:
    """Puts a text in place of the present one."""
    text = _body(page)
    if text.evaluate("area => Boolean(window.CKEDITOR?.instances[area.id])"):
        put = "(area, html) => new Promise((done) => CKEDITOR.instances[area.id].setData(html, { callback: done }))"
        text.evaluate(put, html)
    else:
        text.fill(html)


def _body(page: Page) -> Locator:
    """The text area of the body, behind or without an editor."""
    return page.locator("textarea[name=body]")


def settled(page: Page) -> None:
    """Waits until the editor, where there is one, has taken the text in or left it to the text area."""
    expect(page.locator("textarea[data-body-editor]:not([data-body-state])")).to_have_count(0, timeout=30_000)


def fill_tags(page: Page, *names: str) -> None:
    for name in names:
        entry = page.get_by_role("combobox", name="Tags")
        entry.fill(name)
        entry.press("Enter")
        expect(page.get_by_role("button", name=f"{name} ✕")).to_be_visible()


def upload_lead_image(page: Page, file: str, **words: str) -> None:
    page.get_by_role("button", name="Upload a picture…").click()
    dialog = page.get_by_role("dialog", name="Upload a picture")
    _describe_upload(dialog, dialog, file, **words)
    dialog.get_by_role("button", name="Upload", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".pick-image")).to_contain_text(words["caption"])


def upload_picture(page: Page, site: str, file: str, **words: str) -> int:
    """Into the library; gives the number under which a text shows it."""
    page.goto(f"{site}/admin/articles/image/add/")
    _describe_upload(page, page.get_by_role("region", name="English"), file, **words)
    page.get_by_role("button", name="Save and continue editing").click()
    _hear(page, "was added successfully")
    return int(page.url.rstrip("/").split("/")[-2])


def _describe_upload(
    form: Page | Locator, in_english: Locator, file: str, *, alternative_text: str, caption: str, credit: str
) -> None:
    field(form, "File").set_input_files(file)
    fill(form, "Credit", credit)
    fill(in_english, "Alternative text", alternative_text)
    fill(in_english, "Caption", caption)


def add_byline(page: Page, name: str, *, role: str) -> None:
    row = _new_row(page, "Bylines", "Add: byline")
    _pick(page, row, "Choose an author…", "Choose an author", name)
    choose(row, "Role", role)


def relate(page: Page, headline: str, *, kicker: str = "") -> None:
    row = _new_row(page, "Related stories", "Add: related story")
    _pick(page, row, "Choose a story…", "Choose a story", headline)
    fill(row, "Kicker", kicker)


def _new_row(page: Page, title: str, button: str) -> Locator:
    group = page.get_by_role("region", name=title, exact=True)
    rows = group.get_by_role("listitem")
    count = rows.count()
    group.get_by_role("button", name=button).click()
    expect(rows).to_have_count(count + 1)
    return rows.last


def _pick(page: Page, row: Locator, button: str, title: str, words: str) -> None:
    """Searches in the dialog and takes what is found under these words."""
    row.get_by_role("button", name=button).click()
    dialog = page.get_by_role("dialog", name=title)
    dialog.get_by_role("searchbox").fill(words)
    found = dialog.get_by_role("listitem")
    expect(found).to_have_count(1)
    found.get_by_role("button").click()
    expect(row).to_contain_text(words)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save draft", exact=True).click()
    _hear(page, "Saved as version")


def save_in_conflict(page: Page) -> None:
    """Somebody else has saved meanwhile: the desk shows both versions."""
    page.get_by_role("button", name="Save draft", exact=True).click()
    expect(page.get_by_role("heading", name="Where the two versions differ")).to_be_visible()
    settled(page)


# --- the verbs ---------------------------------------------------------------------------------


def do(page: Page, verb: str, *, says: str, answers: dict[str, str | bool] | None = None) -> None:
    """Presses the verb's button, answers what it asks, confirms, and waits for what the desk says.

    An answer fills the field of that label, or ticks the choice of that name where the answer is True.
    """
    page.get_by_role("button", name=f"{verb}…", exact=True).click()
    for label, answer in (answers or {}).items():
        place = field(page, label)
        place.check() if answer is True else place.fill(str(answer))
    page.get_by_role("button", name=verb, exact=True).click()
    _hear(page, says)


def stage(page: Page) -> str:
    return page.locator(".desk-stage").inner_text()


def note(page: Page) -> str:
    """What the one who sent it back wrote."""
    return " ".join(page.locator(".desk-note").inner_text().split())


# --- what can be opened on the form ------------------------------------------------------------


def open_every_picker(page: Page) -> None:
    """Looks at everything that can be chosen, and chooses the first, as often as the form offers it."""
    for button in ("Choose a picture…", "Upload a picture…"):
        page.get_by_role("button", name=button).first.click()
        _take_the_first(page)
    for title, add, button in (
        ("Related stories", "Add: related story", "Choose a story…"),
        ("Bylines", "Add: byline", "Choose an author…"),
    ):
        _new_row(page, title, add).get_by_role("button", name=button).click()
        _take_the_first(page)


def _take_the_first(page: Page) -> None:
    dialog = page.get_by_role("dialog")
    choices = dialog.locator("[data-choice]")
    expect(dialog.get_by_role("heading", level=2)).to_be_visible()
    if choices.count():
        choices.first.click()
    else:
        dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


def ask_for_tags(page: Page, typed: str) -> list[str]:
    """What is suggested; the first is taken."""
    page.get_by_role("combobox", name="Tags").fill(typed)
    found = page.get_by_role("listbox", name="Tags").get_by_role("option")
    expect(found.first).to_be_visible()
    names = found.all_inner_texts()
    found.first.click()
    return names
