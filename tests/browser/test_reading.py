"""A long text on a phone: footnotes that a finger finds, tables that can be pushed, also where no script runs."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NOTE = '<small data-note="">{}</small>'.format
FILL = "<p>" + "Words and words. " * 150 + "</p>"
CELLS = "".join(f"<td>a rather wide cell {number}</td>" for number in range(8))
BODY = (
    f"<p>Nine engines{NOTE('By the plan.')}, of six{NOTE('One is away.')}.</p><p>Without a note, of the same words.</p>"
    f"<table><caption>Engines by month</caption><tbody><tr>{CELLS}</tr></tbody></table>{FILL}"
)
SIZE = "links => links.map(link => { const box = link.getBoundingClientRect(); return [box.width, box.height]; })"


@pytest.fixture
def phone(browser, site, publish):
    """A story on a telephone without any script."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site + publish(body=BODY).path)
    yield page
    context.close()


def test_numbers_lead_to_notes_and_notes_back(phone):
    number, back = phone.get_by_role("link", name="Footnote 2", exact=True), phone.locator("[role=doc-backlink]")
    note = phone.locator("#note-2")
    plain = note.evaluate("note => getComputedStyle(note).backgroundColor")
    expect(note).not_to_be_in_viewport()
    number.click()
    expect(note).to_be_in_viewport()
    expect(note).not_to_have_css("background-color", plain)
    back.nth(1).click()
    expect(number).to_be_in_viewport()
    expect(note).to_have_css("background-color", plain)
    expect(number).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_finger_finds_them_and_no_line_stands_apart_because_of_them(phone):
    for role in ("doc-noteref", "doc-backlink"):
        sizes = phone.locator(f"[role={role}]").evaluate_all(SIZE)
        assert len(sizes) == 2 and all(width >= 24 and height >= 24 for width, height in sizes), sizes
    heights = phone.locator(".story-body > p").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert heights[0] == heights[1]


def test_a_wide_table_is_pushed_in_a_box_of_its_own_and_the_page_is_not(phone):
    box = phone.get_by_role("region", name="Table")
    wide, seen = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
    assert wide > seen
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    expect(phone.get_by_role("table", name="Engines by month")).to_be_visible()
    box.focus()
    phone.keyboard.press("ArrowRight")
    for _ in range(50):
        if box.evaluate("box => box.scrollLeft"):
            break
        phone.wait_for_timeout(20)
    assert box.evaluate("box => box.scrollLeft") > 0


def test_on_paper_notes_are_there_and_their_arrows_are_not(phone):
    phone.emulate_media(media="print")
    expect(phone.get_by_text("By the plan.")).to_be_visible()
    expect(phone.locator("[role=doc-noteref]").first).to_be_visible()
    expect(phone.locator("[role=doc-backlink]").first).to_be_hidden()
