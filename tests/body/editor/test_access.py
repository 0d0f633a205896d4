"""The editor for everybody: axe finds nothing, in both themes, on a screen and a telephone; the keyboard reaches it all."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from body.editor import TOOLBAR

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]
BODY = """<p>One <a href="/a/">link</a>, 10&nbsp;km</p>
<h2>Head</h2>
<figure data-image="1" data-layout="wide"></figure>
<figure data-image="2"><figcaption>Caption</figcaption></figure>
<aside data-story="7" data-kicker="Kicker"></aside>
<aside class="pullquote"><p>Words</p></aside>
<aside data-post="https://a.example/1"></aside>
<ul><li>item</li></ul>
<table><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>2026</td></tr></tbody></table>"""
DESCRIBED = {
    "images": {"1": {"src": "/static/favicon.svg", "alt": "A", "credit": "Photo: Ivan"}},
    "stories": {"7": {"headline": "The flood", "note": "Live"}},
}


WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def found(place):
    results = Axe().run(place, options=WCAG)
    return [(rule["id"], node["html"][:120]) for rule in results.response["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_around_the_text_and_in_it(editor, theme, width):
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.open(BODY, theme=theme).answer(described=DESCRIBED).run("editor.focus()")
    assert found(editor.page) == []
    frame = next(frame for frame in editor.page.frames if frame != editor.page.main_frame)
    assert found(frame) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["Image", "Table", "Find", "Insert Special Character"])
def test_axe_finds_nothing_in_the_dialogs(editor, theme, name):
    editor.open(BODY, theme=theme).caret_at_end(0).button(name).click()
    editor.page.get_by_role("dialog").locator("visible=true").first.wait_for()
    assert found(editor.page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_stands_out_of_the_page(editor, width):
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.open(BODY)
    assert editor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert editor.run("return editor.document.$.documentElement.scrollWidth") <= width


def test_every_button_has_a_name_and_is_reached_by_the_arrow_keys(editor):
    editor.open("<p>One</p>").caret_at_end().press("Alt+F10")
    names = []
    for _button in range(sum(map(len, TOOLBAR))):
        names.append(editor.page.evaluate("document.activeElement.getAttribute('title') ?? ''"))
        editor.press("ArrowRight")
    assert all(names) and len(set(names)) == len(names)
    editor.press("Escape").type("!")
    assert editor.save() == "<p>One!</p>"


def test_every_button_has_an_icon_of_its_own(editor):
    editor.open("<p>One</p>")
    icons = editor.page.eval_on_selector_all(
        ".cke_button_icon", "(icons) => icons.map((icon) => getComputedStyle(icon).getPropertyValue('--icon').trim())"
    )
    assert len(icons) == sum(map(len, TOOLBAR)) == len(set(icons)) and all(icons)


def test_embeds_have_names(editor):
    editor.open(BODY)
    labels = [wrapper.get_attribute("aria-label") for wrapper in editor.text.locator(".cke_widget_wrapper").all()]
    assert ["Image 1" in label for label in labels[:1]] == [True]
    assert all(labels)


def test_it_can_fill_the_window_and_give_it_back(editor):
    editor.open("<p>One</p>").button("Maximize").click()
    box = editor.page.locator(".cke_inner").bounding_box()
    assert box["width"] >= 1270
    editor.page.locator(".cke_button__maximize").click()
    editor.wait("!document.querySelector('.cke_maximized')")
    assert editor.save() == "<p>One</p>"
