"""A reader tells the newsroom what is wrong in a story: by keys, by finger, and without script."""

from gzip import compress
from pathlib import Path

import pytest
from playwright.sync_api import expect

from jobs.models import Message
from readers import limits
from readers.models import Case, Report
from tests import axe
from tests.browser.stories import BODY, SELECT, UKRAINIAN, ready
from tests.readers.reports import reported

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """A machine need not be slow to be let in here."""
    monkeypatch.setattr(limits, "SHORTEST", -1)


@pytest.fixture
def story(publish):
    return publish(body=BODY)


@pytest.fixture
def ukrainian(publish):
    return publish(language="uk", lead_alt_text="Поле", headline="Міст", body=UKRAINIAN)


@pytest.mark.journey
@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_words_over_a_link_and_a_strong_are_reported_by_keys(page, site, story, keys):
    page.goto(site + story.path)
    ready(page).evaluate(SELECT, ["rst tram", "new"])
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog", name="Report a mistake")).to_be_visible()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("rst tram has crossed the new")
    expect(dialog.get_by_label("Words in the story")).to_be_hidden()
    expect(dialog.get_by_label("What is wrong?")).to_be_focused()
    page.keyboard.type("It was the second.")
    dialog.get_by_label("Your e-mail").fill("no address")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_label("Your e-mail")).to_be_focused()
    expect(dialog.locator("mark")).to_have_text("first tram has crossed the new")
    dialog.get_by_label("Your e-mail").fill("lida@home.example")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("heading", name="Thank you")).to_be_focused()
    dialog.get_by_role("link", name="Back to the story").click()
    expect(dialog).to_be_hidden()
    assert page.url == site + story.path
    assert page.context.cookies() == []
    case = Case.objects.get()
    assert case.exact == "first tram has crossed the new" and case.prefix.endswith("At dawn the ")
    assert Report.objects.get().comment == "It was the second."


def test_words_around_a_note_are_those_of_the_text(page, site, story):
    page.goto(site + story.path)
    ready(page).evaluate(SELECT, ["bridge.", "one came"])
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("bridge. The last one came")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_role("heading", name="Thank you")).to_be_visible()
    assert Case.objects.get().exact == "bridge. The last one came"


def test_escape_leads_back_to_where_one_was_and_nothing_selected_opens_nothing(page, site, story):
    page.goto(site + story.path)
    ready(page).keyboard.press("Control+Enter")
    page.get_by_role("link", name="a form").focus()
    page.evaluate(SELECT, ["first tram", "has"])
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_have_count(1)
    expect(dialog.locator("mark")).to_have_text("first tram has")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("link", name="a form")).to_be_focused()


def test_too_many_characters_are_refused_in_words(page, site, publish):
    page.goto(site + publish(body=f"<p>Begin {'and on ' * 80} end.</p>").path)
    ready(page).evaluate(SELECT, ["Begin", "end."])
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_text("from 3 to 500 characters")).to_be_visible()


@pytest.fixture
def touch(browser):
    """A telephone of a hand's width."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_a_finger_finds_a_button_beside_the_words(touch, site, ukrainian):
    touch.goto(site + ukrainian.path)
    ready(touch).locator("h1").tap()
    touch.locator("#article-body > p").first.evaluate("words => words.scrollIntoView({ block: 'center' })")
    touch.evaluate(SELECT, ["ший трам", "переїхав"])
    button = touch.get_by_role("button", name="Повідомити про помилку")
    expect(button).to_be_in_viewport(ratio=1)
    words = touch.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    assert 0 <= button.bounding_box()["y"] - words < 40
    button.tap()
    expect(touch.get_by_role("dialog", name="Повідомити про помилку")).to_be_visible()
    dialog = touch.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("ший трамвай переїхав")
    assert touch.evaluate("document.documentElement.scrollWidth") == 390
    dialog.get_by_role("button", name="Надіслати").tap()
    expect(dialog.get_by_role("heading", name="Дякуємо")).to_be_visible()
    assert Case.objects.get().exact == "перший трамвай переїхав"


@pytest.mark.parametrize("language", ["en", "uk"])
def test_without_script_the_form_is_a_page(browser, site, story, ukrainian, language):
    edition = {"en": story, "uk": ukrainian}[language]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + edition.path)
    expect(page.locator(".mistake-keys")).to_be_hidden()
    page.locator(".mistake a[rel=nofollow]").click()
    fields = page.locator(".report-field")
    words = {"en": "crossed the new bridge", "uk": "перший трамвай"}[language]
    fields.locator("[name=exact]").fill("nothing of the kind")
    page.locator(".report [type=submit]").click()
    expect(fields.locator(".report-error")).to_be_visible()
    fields.locator("[name=exact]").fill(words)
    fields.locator("[name=comment]").fill("<b>Wrong</b>")
    page.locator(".report [type=submit]").click()
    expect(page.locator("h1")).to_have_text({"en": "Thank you", "uk": "Дякуємо"}[language])
    page.locator(".report-back a").click()
    expect(page).to_have_url(site + edition.path)
    assert Case.objects.get().exact == words and Report.objects.get().language == language
    context.close()


def test_the_script_is_light_and_waits_for_nobody(page, site, story):
    assert len(compress(Path("static/js/report.js").read_bytes())) <= 4096
    others = []
    page.on("request", lambda request: others.append(request.url) if not request.url.startswith(site) else None)
    page.goto(site + story.path)
    ready(page).evaluate(SELECT, ["first tram", "has"])
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert others == []
    assert page.locator("script[src*=report]").get_attribute("type") == "module"


def test_axe_finds_nothing_in_the_dialog_and_on_a_form_with_errors(page, site, story):
    page.goto(site + story.path)
    ready(page).evaluate(SELECT, ["first tram", "has"])
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    found = axe.wrong(page, "dialog")
    page.goto(f"{site}/report/{story.pk}/")
    page.get_by_label("Your e-mail").fill("no address")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert found + axe.wrong(page, "errors") == []


def test_an_editor_finds_the_words_mends_them_and_thanks(at_desk, site, story, edna):
    case = reported(story, "tram has crossed the new", "It was the second.", email="lida@home.example")
    page = at_desk(edna)
    page.goto(site + "/admin/")
    page.get_by_role("link", name="Reports by readers").click()
    page.get_by_role("link", name="tram has crossed the new").click()
    expect(page.locator(".case-passage mark")).to_have_text("tram has crossed the new")
    page.get_by_role("link", name="Mend it").click()
    page.wait_for_function(
        """() => Object.values(window.CKEDITOR?.instances ?? {}).some(
            (editor) => editor.editable()?.$.ownerDocument.getSelection().toString() === "tram has crossed the new"
        )"""
    )
    page.goto(f"{site}/admin/readers/case/{case.pk}/change/")
    page.get_by_label("A word to those who reported it").fill("You have good eyes.")
    page.get_by_role("button", name="Accept and thank").click()
    expect(page.get_by_text("1 reader is written to.")).to_be_visible()
    assert "You have good eyes." in Message.objects.get(topic="mail").payload["body"]
