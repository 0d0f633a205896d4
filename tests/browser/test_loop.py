"""From a reader's report to a public note and back to the reader, whatever they report with and in whichever language."""

import json

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from articles import actions
from jobs.models import Message
from readers import limits
from tests.browser import desk
from tests.browser.stories import BODY, SELECT, UKRAINIAN, ready

pytestmark = [pytest.mark.browser, pytest.mark.journey]

# From where to where one selects, and what is meant; then the words in place of them, and the note.
EN = (
    ["first tram", "new"],
    "first tram has crossed the new",
    "second tram has crossed the new",
    "It was the second tram.",
)
UK = (["перший", "переїхав"], "перший трамвай переїхав", "другий трамвай переїхав", "Це був другий трамвай.")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """A machine need not be slow to be let in here."""
    monkeypatch.setattr(limits, "SHORTEST", -1)


def by_keys(page, words, _exact):
    ready(page).evaluate(SELECT, words)
    page.keyboard.press("Control+Enter")
    return page.get_by_role("dialog")


def by_finger(page, words, _exact):
    ready(page).locator("h1").tap()
    page.locator("#article-body > p").first.evaluate("words => words.scrollIntoView({ block: 'center' })")
    page.evaluate(SELECT, words)
    page.locator(".mistake-button").tap()
    return page.get_by_role("dialog")


def without_script(page, _words, exact):
    page.locator(".mistake a[rel=nofollow]").click()
    page.locator("[name=exact]").fill(exact)
    return page.locator("main")


WAYS = {
    "keys": (by_keys, {}),
    "touch": (by_finger, {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}),
    "plain": (without_script, {"java_script_enabled": False}),
}


@pytest.mark.parametrize(("way", "language"), [("keys", "en"), ("touch", "en"), ("plain", "en"), ("keys", "uk")])
def test_a_reader_reports_an_editor_corrects_and_all_can_see_it(
    site, publish, window, at_desk, edna, boris, way, language
):
    said, words, texts = (EN if language == "en" else UK), BODY, {}
    if language == "uk":
        words, texts = UKRAINIAN, {"language": "uk", "headline": "Міст", "lead_alt_text": "Поле"}
    selection, exact, mended, note = said
    story = publish(body=words, **texts)
    report, options = WAYS[way]
    reader = window(**options)

    reader.goto(site + story.path)
    form = report(reader, selection, exact)
    form.locator("[name=comment]").fill("!")
    form.locator("[name=email]").fill("lida@home.example")
    form.locator("[type=submit]").click()
    with translation.override(language):
        expect(form.locator("h1")).to_have_text(gettext("Thank you"))

    editor = at_desk(edna)
    editor.locator(".board-reports").get_by_role("link", name=exact).click()
    expect(editor.locator(".case-passage mark").first).to_contain_text(exact.split()[0])
    case = editor.url
    editor.get_by_role("link", name="Mend it").click()
    desk.settled(editor)
    old, new = exact.split()[0], mended.split()[0]
    desk.fill_body(editor, desk.body_of(editor).replace(old, new))
    desk.save(editor)
    story.article.refresh_from_db()
    actions.approve(story.article, by=boris)
    editor.goto(case)
    editor.get_by_role("link", name="Correct publicly").click()
    editor.get_by_label("Correction: a fact was wrong").check()
    editor.get_by_label("Minor: readers took away").check()
    expect(editor.get_by_label("What was wrong")).to_have_value(exact)
    editor.get_by_label("The public note").fill(note)
    editor.get_by_role("button", name="Correct publicly").click()
    expect(editor.locator(".messagelist")).to_contain_text("Corrected.")

    correction = story.article.corrections.get()
    anchor = f"{story.path}#{correction.anchor}"
    reader = window(**options)  # what the first has kept may be a minute old
    reader.goto(site + story.path)
    body = " ".join(reader.locator("#article-body").inner_text().split())
    assert mended in body and exact not in body
    expect(reader.locator(f"#{correction.anchor}")).to_contain_text(note)
    expect(reader.locator(f".dates a[href='#{correction.anchor}']")).to_be_visible()
    data = json.loads(reader.locator("script[type='application/ld+json']").text_content())
    assert [each["text"] for each in data["@graph"][0]["correction"]] == [note]
    prefix = "/uk" if language == "uk" else ""
    reader.goto(f"{site}{prefix}/corrections/")
    expect(reader.locator(f"main a[href='{anchor}']")).to_be_visible()
    feed = reader.request.get(f"{site}{prefix}/corrections/feed/").text()
    assert note in feed and anchor in feed
    letter = Message.objects.get(topic="mail").payload
    assert letter["to"] == "lida@home.example" and site + anchor in letter["body"] and note in letter["body"]
    with translation.override(language):
        assert gettext("Thank you. You reported a mistake to us, and you were right.") in letter["body"]
