"""An appeal in a reader's browser: one of several by weight, counted once when it is seen and once when it is followed."""

from collections import Counter
from gzip import compress
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.models import AppealDay
from tests.support.asking import make_appeal

pytestmark = pytest.mark.browser

BODY = "".join(f"<p>{'Words of the story. ' * 40}</p>" for _number in range(9))
MOVED = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


def counted():
    return {day.appeal.name: (day.shown, day.pressed) for day in AppealDay.objects.select_related("appeal")}


@pytest.fixture
def story(publish):
    return publish(body=BODY)


def appeal_on(page, address, chance):
    """Opens the page where chance is this, from 0 to 1."""
    page.add_init_script(f"Math.random = () => {chance}")
    page.goto(address, wait_until="networkidle")
    return page.locator(".appeal")


@pytest.mark.journey
def test_an_appeal_appears_rotates_and_is_counted_once_seen_and_once_followed(window, site, story):
    make_appeal("Light", weight=1, address="/latest/")
    make_appeal("Heavy", weight=3, address="/latest/", place="text", after=5)
    met = Counter()
    for step in range(8):
        page = window()
        appeal = appeal_on(page, site + story.path, step / 8)
        expect(appeal).to_have_count(1)
        met[appeal.get_by_role("heading").inner_text().partition(":")[0]] += 1
    assert met == {"Light": 2, "Heavy": 6}
    assert counted() == {}  # nobody has scrolled there
    with page.expect_response("**/shown/") as told:
        appeal.get_by_role("link").scroll_into_view_if_needed()
    assert told.value.status == 204
    page.mouse.wheel(0, -4000)
    page.mouse.wheel(0, 8000)
    appeal.get_by_role("link").click()
    page.wait_for_url(f"{site}/latest/")
    assert counted() == {"Light": (1, 1)}  # the last that chance has chosen
    assert page.context.cookies() == []


def test_nothing_moves_whichever_is_chosen(window, site, story):
    make_appeal("Long", text="A long one.\n\n" * 20, place="text", after=2)
    make_appeal("Short", place="text", after=4)
    for chance in (0.1, 0.9):
        page = window(viewport={"width": 390, "height": 800})
        page.add_init_script(MOVED)
        appeal = appeal_on(page, site + story.path, chance)
        for _step in range(12):
            page.mouse.wheel(0, 700)
            page.evaluate("new Promise(requestAnimationFrame)")
        expect(appeal).to_have_count(1)
        assert page.evaluate("window.moved") == 0


def test_what_a_reader_sees_already_is_not_taken_away(window, site, publish):
    story = publish(headline="Short")
    first, second = make_appeal("One"), make_appeal("Two")
    titles = set()
    for chance in (0.1, 0.9):
        titles.add(appeal_on(window(viewport={"width": 1280, "height": 3000}), site + story.path, chance).inner_text())
    assert len(titles) == 1 and titles.pop().startswith((first.title, second.title))


def test_without_script_it_leads_on_and_is_counted(browser, site, story):
    make_appeal("Plain", address="/latest/")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + story.path)
    page.locator(".appeal a").click()
    expect(page).to_have_url(f"{site}/latest/")
    assert counted() == {"Plain": (0, 1)}
    context.close()


def test_on_paper_and_on_the_text_only_page_there_is_none(page, site, story):
    make_appeal("One")
    appeal = appeal_on(page, site + story.path, 0)
    expect(appeal).to_be_visible()
    page.emulate_media(media="print")
    expect(appeal).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(f"{site}{story.path}?lite")
    expect(page.locator(".appeal, [data-appeal]")).to_have_count(0)


def test_the_script_is_light():
    assert len(compress(Path("static/js/appeals.js").read_bytes())) <= 1200
