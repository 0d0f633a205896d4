"""Everything on readers' pages can be reached and used with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.public import homes
from tests.public.walk import leaps, tab_to, walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db]  # the database is there when the pages are brought home

DARK, LIGHT = "rgb(21, 20, 19)", "rgb(255, 253, 250)"


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("uk", 390)])
@pytest.mark.parametrize("template", ["article", "front", "section"])
def test_all_is_reached_in_the_order_in_which_it_stands_and_the_focus_is_seen(home, reader, template, language, width):
    page = reader(width=width)
    page.goto(home.of(f"articles/{template}.html", language).path)
    count, stops = walk(page)
    assert [stop["stop"] for stop in stops] == list(range(count))
    assert [stop["name"] for stop in stops if not stop["ring"] or not stop["seen"]] == []
    assert leaps(stops) == []


def test_the_way_back_is_the_same(home, reader):
    page = reader()
    page.goto(home.of("articles/article.html").path)
    count, stops = walk(page, "Shift+Tab")
    assert [stop["stop"] for stop in stops] == list(range(count))[::-1]


@pytest.mark.parametrize("template", ["article", "front", "section"])
def test_the_first_key_offers_to_skip_what_stands_on_every_page(home, reader, template):
    page = reader()
    page.goto(home.of(f"articles/{template}.html").path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    expect(skip).not_to_be_in_viewport()


def test_dark_is_chosen_by_key_and_stays(home, reader):
    page = reader(color_scheme="light")
    page.goto(home.of("articles/front.html").path)
    switch = page.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    tab_to(page, "[data-theme-switch]")
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_css("background-color", DARK)
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_css("background-color", DARK)
    tab_to(page, "[data-theme-switch]")
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(page.locator("body")).to_have_css("background-color", LIGHT)


@pytest.mark.parametrize(
    ("language", "label", "said"), [("en", "Copy the link", "Copied"), ("uk", "Скопіювати посилання", "Скопійовано")]
)
def test_the_link_is_copied_by_key_and_that_is_announced(home, reader, language, label, said):
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    kept = home.of("articles/article.html", language)
    page.goto(kept.path)
    button = page.get_by_role("button", name=label, exact=True)
    expect(button).to_be_visible()
    status = page.locator(".share [role=status]")
    expect(status).to_have_text("")
    tab_to(page, "[data-copy-link]")
    page.keyboard.press("Enter")
    expect(status).to_have_text(said)
    expect(button).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == homes.SITE + kept.path


def test_what_is_wider_than_the_window_is_scrolled_by_key(home, reader):
    page = reader(width=320, bypass_csp=True)  # Playwright's own waiting is a script
    page.goto(next(kept.path for kept in home.pages if 'class="table"' in kept.text))
    table = page.locator(".table").first
    table.evaluate("box => box.firstElementChild.style.inlineSize = '60rem'")
    tab_to(page, ".table")
    expect(table).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollLeft") == 0
