"""Readers' pages can be read at 400 % zoom, with wider spacing, without styles, without scripts, and in few colours."""

import pytest
from playwright.sync_api import expect

from tests.public.walk import walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db]  # the database is there when the pages are brought home

LANGUAGES = ["en", "uk"]
WIDTHS = [320, 360, 390, 480, 600, 768, 900, 1024, 1280, 1440, 1600]
# What WCAG 2.2 names under 1.4.12.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
# Words that somebody cannot read: outside the window, outside of what shows them, or under other words. What may be
# scrolled sideways has to be in reach of the keyboard.
LOST = """() => {
  const found = [], lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const hides = (each) => getComputedStyle(each).overflow !== "visible" || getComputedStyle(each).clipPath !== "none";
  while (walker.nextNode()) {
    const node = walker.currentNode, owner = node.parentElement;
    if (!node.data.trim() || !owner.checkVisibility() || owner.closest(".visually-hidden, .skip, script")) continue;
    range.selectNodeContents(node);
    const words = node.data.trim().slice(0, 40);
    let box = owner;
    while (box && !hides(box)) box = box.parentElement;
    const scrolls = box && ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
    if (scrolls && !box.matches("[tabindex='0']") && !box.querySelector("a")) found.push(`not in reach: ${words}`);
    const edge = box && !scrolls ? box.getBoundingClientRect() : new DOMRect(0, -1e6, innerWidth, 2e6);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const out = line.left < edge.left - 1 || line.right > edge.right + 1
        || line.top < edge.top - 1 || line.bottom > edge.bottom + 1;
      if (out && !scrolls) found.push(`cut off: ${words}`);
      if (!scrolls) lines.push({ owner, words, line });
    }
  }
  lines.sort((one, two) => one.line.top - two.line.top);
  lines.forEach((one, place) => {
    for (const two of lines.slice(place + 1)) {
      if (two.line.top > one.line.bottom) break;
      if (one.owner === two.owner) continue;
      const wide = Math.min(one.line.right, two.line.right) - Math.max(one.line.left, two.line.left);
      const high = Math.min(one.line.bottom, two.line.bottom) - two.line.top;
      if (wide > 2 && high > Math.min(one.line.height, two.line.height) / 3) found.push(`covered: ${one.words} / ${two.words}`);
    }
  });
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("too wide");
  return found;
}"""


def every(home, page, language):
    """Goes to each page of a language."""
    for kept in home.pages:
        if kept.language == language:
            page.goto(kept.path)
            yield kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_width_makes_a_page_scroll_sideways_or_hides_words(home, reader, language):
    page, found = reader(), []
    for kept in every(home, page, language):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            found += [f"{kept.path} at {width}: {lost}" for lost in page.evaluate(LOST)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_400_percent_all_is_read_by_scrolling_down_alone(home, reader, language):
    page, found = reader(width=320, height=256), []
    for kept in every(home, page, language):
        found += [f"{kept.path}: {lost}" for lost in page.evaluate(LOST)]
        menu = page.locator(".sections ul")
        if menu.count() and menu.evaluate("list => list.scrollWidth > list.clientWidth"):
            found.append(f"{kept.path}: the menu is cut off")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_wider_spacing_hides_no_words(home, reader, language):
    page, found = reader(bypass_csp=True), []
    for kept in every(home, page, language):
        page.add_style_tag(content=SPACED)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            found += [f"{kept.path} at {width}: {lost}" for lost in page.evaluate(LOST)]
    assert found == []


def in_order(text, *parts):
    """Whether these stand in the text, one after the other."""
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_styles_a_story_is_told_from_top_to_bottom(home, reader, language):
    page = reader(with_styles=False)
    page.goto(home.of("articles/article.html", language).path)
    standfirst, first = (
        page.locator(".standfirst").inner_text(),
        page.locator("#article-body > p[id]").first.inner_text(),
    )
    headline = page.get_by_role("heading", level=1).inner_text()
    caption = page.locator("figcaption").first.inner_text()
    in_order(
        page.locator("body").inner_text(), headline, standfirst, caption, first, page.locator("#related").inner_text()
    )
    pictures = page.locator("article figure img")
    assert pictures.count() and all(pictures.evaluate_all("all => all.map((each) => each.alt)"))


@pytest.mark.parametrize("template", ["front", "section"])
def test_without_styles_a_list_begins_with_its_first_story_and_no_sign_is_large(home, reader, template):
    page = reader(with_styles=False)
    page.goto(home.of(f"articles/{template}.html").path)
    headlines = page.locator("main .card-headline").all_inner_texts()
    in_order(page.locator("main").inner_text(), page.get_by_role("heading", level=1).inner_text(), *headlines)
    assert page.locator("svg").evaluate_all("all => all.every((each) => each.getBoundingClientRect().width < 48)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_all_is_there_and_no_button_is_dead(home, reader, language):
    page = reader(java_script_enabled=False)
    for kept in every(home, page, language):
        expect(page.get_by_role("heading", level=1)).to_be_attached()
        # a button of a form sends it, which needs no script
        assert page.locator("button:not(form *)").filter(visible=True).count() == 0, kept.path
        if kept.template.startswith("articles/") and kept.template != "articles/lite.html":
            assert page.locator(".sections a").filter(visible=True).count() >= 4, kept.path
        hidden = page.locator("main :is(p, h1, h2, h3, li, a, figcaption, td)").filter(visible=False)
        assert hidden.all_inner_texts() == [], kept.path


@pytest.mark.parametrize("template", ["article", "front"])
def test_who_wants_no_movement_gets_none(home, reader, template):
    page = reader()
    page.goto(home.of(f"articles/{template}.html").path)
    page.locator(".masthead-name").hover()
    assert page.evaluate("document.getAnimations().length") == 0
    expect(page.locator("html")).to_have_css("scroll-behavior", "auto")
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator("html")).to_have_css("scroll-behavior", "smooth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_colours_of_ones_own_the_focus_and_the_buttons_are_seen(home, reader, scheme):
    page = reader(forced_colors="active", color_scheme=scheme)
    page.goto(home.of("articles/article.html").path)
    _count, stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    sign = page.locator("[data-theme-switch] svg").evaluate("svg => getComputedStyle(svg).fill")
    words = page.locator("[data-copy-link]").evaluate("button => getComputedStyle(button).color")
    assert ground not in (sign, words)
