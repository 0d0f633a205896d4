"""What helps while writing: quotation marks, spaces, links, counting, headings, tables; and nothing typed is lost."""

import pytest

from body.text import word_count
from tests.body import editor_site
from tests.body.test_text import BODY as COUNTED

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]


def written(editor, keys, lang="en"):
    editor.open("", lang=lang).run("editor.focus()")
    for key in keys:
        editor.type(key)
    return editor.save()


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        ("en", 'He said "yes" ("no") and "so"', "He said “yes” (“no”) and “so”"),
        ("en", '"A "nested" one"', "“A ‘nested’ one”"),
        ("en", "don't, the dogs' bowl", "don’t, the dogs’ bowl"),
        ("en", '"I don\'t," he said', "“I don’t,” he said"),
        ("uk", 'Вона: "так" ("ні")', "Вона: «так» («ні»)"),
        ("uk", '"А "вкладене" тут"', "«А „вкладене“ тут»"),
        ("uk", "п'ять об'єктів", "п’ять об’єктів"),
        ("uk", '—"Так"', "—«Так»"),
        ("en", "12' 5\"", "12' 5”"),
    ],
)
def test_straight_marks_become_those_of_the_language(editor, lang, typed, expected):
    assert written(editor, typed, lang) == f"<p>{expected}</p>"


def test_marks_follow_the_language_of_the_words_and_of_the_article_when_it_changes(editor):
    editor.open('<p>Один</p>\n<p lang="en">Two</p>', lang="uk")
    editor.caret_at_end(0).type(' "а"').caret_at_end(1).type(' "b"')
    editor.page.evaluate("document.querySelector('#id_body').lang = 'en'")
    editor.caret_at_end(0).type(' "c"')
    assert editor.save() == '<p>Один «а» “c”</p>\n<p lang="en">Two “b”</p>'


@pytest.mark.parametrize("key", ["Backspace", "Control+z"])
def test_one_stroke_brings_the_straight_mark_back(editor, key):
    editor.open("<p>5</p>").caret_at_end().type('"').press(key)
    assert editor.data == "<p>5&quot;</p>" or editor.data == '<p>5"</p>'
    editor.type('x"')
    assert editor.save() == '<p>5"x”</p>'


def test_the_button_puts_marks_around_what_is_selected_or_around_the_caret(editor):
    editor.open("<p>One <em>two</em> three</p>", lang="uk")
    editor.text.locator("em").dblclick()
    editor.button("Quotation marks").click()
    editor.caret_at_end().type(" ")
    editor.button("Quotation marks").click()
    editor.type("a")
    assert editor.save().replace("<em>«two»</em>", "«<em>two</em>»") == "<p>One «<em>two</em>» three «a»</p>"


def test_a_non_breaking_space_has_a_key_and_a_button_and_can_be_seen(editor):
    editor.open("<p>10</p>").caret_at_end().press("Control+Shift+Space").type("km 5")
    editor.button("Non-breaking space").click()
    editor.type("m")
    editor.wait("editor.window.$.CSS.highlights.get('nbsp').size === 2")
    assert editor.save() == "<p>10&nbsp;km 5&nbsp;m</p>"


def test_ordinary_spaces_stay_ordinary(editor):
    editor.open("<p>One</p>").caret_at_end().type("  two  ").press("Control+b").type(" three ").press("Control+b")
    editor.type(" four ")
    assert "nbsp" not in editor.save()


def test_a_special_character_is_chosen(editor):
    editor.open("<p>100 </p>").caret_at_end().button("Insert Special Character").click()
    editor.page.get_by_role("option", name="Hryvnia sign").click()
    assert editor.save() == "<p>100₴</p>" or editor_site.store["body"] == "<p>100 ₴</p>"


# Links


def test_a_link_is_set_changed_and_removed(editor):
    editor.open("<p>One two</p>").answer(
        {"href": "/2026/a/", "text": "two"},
        {"href": "https://example.org/", "text": "2"},
        {"href": None, "remove": True},
    )
    editor.text.locator("p").dblclick(position={"x": 55, "y": 12})
    editor.press("Control+k")
    editor.wait("editor.getData() === '<p>One <a href=\"/2026/a/\">two</a></p>'")
    editor.text.locator("a").dblclick()
    editor.wait("editor.getData() === '<p>One <a href=\"https://example.org/\">2</a></p>'")
    editor.button("Link").click()
    editor.wait("editor.getData() === '<p>One 2</p>'")
    asked = [question["current"] for question in editor.page.evaluate("window.asked")]
    assert asked == [
        {"href": "", "text": "two"},
        {"href": "/2026/a/", "text": "two"},
        {"href": "https://example.org/", "text": "2"},
    ]


def test_a_link_without_words_brings_its_own(editor):
    editor.open("<p>See </p>").answer({"href": "/a/", "text": "A story"}).caret_at_end().press("Control+k")
    editor.wait("editor.getData().includes('href')")
    assert editor.save() == '<p>See<a href="/a/">A story</a></p>' or "A story" in editor_site.store["body"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "nonsense", ""])
def test_an_address_that_leads_nowhere_is_refused_with_a_sentence(editor, href):
    editor.open("<p>One</p>").answer({"href": href, "text": "x"}).caret_at_end().button("Link").click()
    editor.page.get_by_text("A link cannot lead to this address.").first.wait_for()
    assert editor.save() == "<p>One</p>"


def test_a_link_is_taken_away_by_its_button(editor):
    editor.open('<p><a href="/a/">One</a> two</p>').caret_at_end()
    assert editor.button("Remove link").get_attribute("aria-disabled") == "true"
    editor.text.locator("a").click()
    editor.button("Remove link").click()
    assert editor.save() == "<p>One two</p>"


# Counting, keeping


def test_words_are_counted_as_the_server_counts_them(editor):
    editor.open(COUNTED)
    expected = word_count(COUNTED)
    assert editor.page.locator(".body-count").inner_text() == f"{expected} words, 1 minute to read"
    editor.page.evaluate("document.addEventListener('body:counted', (event) => { window.counted = event.detail })")
    editor.caret_at_end().type(" п'ять науково-технічний 3,5 2014–2022 со\u00adба\u00adка")
    editor.page.wait_for_function("() => window.counted")
    saved = editor.save()
    assert word_count(saved) == expected + 6
    assert editor.page.locator(".body-count").inner_text().startswith(f"{expected + 6} words")


def test_numbers_have_the_right_words(editor):
    editor.open("<p>" + "word " * 1203 + "</p>")
    assert editor.page.locator(".body-count").inner_text() == "1,203 words, 6 minutes to read"
    editor.open("<p>word</p>")
    assert editor.page.locator(".body-count").inner_text() == "1 word, 1 minute to read"


def test_the_text_area_is_kept_up_to_date_and_says_so(editor):
    editor.open("<p>One</p>")
    editor.page.evaluate("document.addEventListener('input', (event) => { window.heard = event.target.value })")
    editor.caret_at_end().type(" two")
    editor.page.wait_for_function("() => window.heard === '<p>One two</p>'")
    editor.type("!")
    sent = "() => new FormData(document.querySelector('form')).get('body')"
    assert editor.page.evaluate(sent) == "<p>One two!</p>"


def test_the_page_may_put_another_text_into_it(editor):
    editor.open("<p>One</p>")
    editor.page.evaluate(
        """const area = document.querySelector("#id_body"); area.value = "<p>Kept</p>";
        area.dispatchEvent(new Event("body:load"))"""
    )
    editor.text.get_by_text("Kept").wait_for()
    assert editor.save() == "<p>Kept</p>"


# The rest of the toolbar


def test_headings_lists_quotations_and_emphasis_have_buttons(editor):
    editor.open("<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n<p>e</p>\n<p>f</p>")
    for number, names in enumerate(
        [
            ["Heading"],
            ["Smaller heading"],
            ["Insert/Remove Bulleted List"],
            ["Insert/Remove Numbered List"],
            ["Block Quote"],
        ]
    ):
        editor.caret_at_end(number)
        for name in names:
            editor.button(name).click()
    editor.caret_at_end()
    editor.button("Insert Horizontal Line").click()
    assert editor.save() == (
        "<h2>a</h2>\n<h3>b</h3>\n<ul><li>c</li></ul>\n<ol><li>d</li></ol>\n"
        "<blockquote><p>e</p></blockquote>\n<p>f</p>\n<hr>"
    )


def test_a_heading_becomes_a_paragraph_again_and_its_button_shows_it(editor):
    editor.open("<h2>a</h2>").caret_at_end()
    assert editor.button("Heading").get_attribute("aria-pressed") == "true"
    editor.press("Control+Alt+0")
    assert editor.save() == "<p>a</p>"


def test_a_table_is_made_and_gets_and_loses_rows_and_columns(editor):
    editor.open("<p>One</p>").caret_at_end().button("Table").click()
    dialog = editor.page.get_by_role("dialog")
    dialog.get_by_label("Rows").fill("2")
    dialog.get_by_label("Columns").fill("2")
    dialog.get_by_label("Headers").select_option("row")
    dialog.get_by_role("button", name="OK").click()
    editor.wait("editor.getData().includes('table')")
    editor.type("Year").press("Tab").type("Trees").press("Tab").type("2025").press("Tab").type("12")
    editor.button("Add a row below").click()
    editor.wait("editor.editable().find('tr').count() === 3")
    editor.type("2026")
    editor.button("Add a column after this one").click()
    editor.wait("editor.editable().find('td, th').count() === 9")
    editor.type("new")
    editor.text.locator("td").first.click()
    editor.button("Delete this row").click()
    editor.wait("editor.editable().find('tr').count() === 2")
    editor.text.locator("th").last.click()
    editor.button("Delete this column").click()
    editor.wait("editor.editable().find('td, th').count() === 4")
    assert editor.save() == (
        '<p>One</p>\n<table><thead><tr><th scope="col">Year</th><th scope="col"></th></tr></thead>'
        "<tbody><tr><td>2026</td><td>new</td></tr></tbody></table>"
    )


def test_find_and_replace(editor):
    editor.open("<p>one two one</p>").caret_at_end().press("Control+Home").button("Find").click()
    dialog = editor.page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Replace").click()
    dialog.get_by_label("Find what:").last.fill("one")
    dialog.get_by_label("Replace with:").fill("1")
    dialog.get_by_role("button", name="Replace All").click()
    editor.page.keyboard.press("Escape")
    assert editor.save() == "<p>1 two 1</p>"
    assert editor.page.happened.pop() == "dialog: 2 occurrence(s) replaced."


def test_the_editor_has_a_name_the_language_of_the_article_and_the_browser_s_spell_check(editor):
    editor.open("<p>Слово</p>", lang="uk")
    assert editor.text.get_attribute("aria-label") == "Story"
    assert editor.text.get_attribute("spellcheck") != "false"
    assert editor.run("return editor.document.$.documentElement.lang") == "uk"
    prevented = editor.run(
        """const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
        editor.editable().$.firstChild.dispatchEvent(event); return event.defaultPrevented;"""
    )
    assert prevented is False


def test_the_label_leads_into_the_text(editor):
    editor.open("<p>One</p>")
    editor.page.locator("label").click()
    editor.type("X")
    assert "X" in editor.save()


def test_it_speaks_the_language_of_the_desk(editor):
    editor.open("<p>Слово</p>", lang="uk", interface="uk")
    assert editor.page.locator(".cke_button__bold").get_attribute("title").startswith("Жирний")


def test_it_follows_the_theme_of_the_page(editor):
    editor.open("<p>One</p>", theme="dark")
    paper = "return getComputedStyle(editor.document.$.documentElement).backgroundColor"
    dark = editor.run(paper)
    editor.page.evaluate("document.documentElement.dataset.theme = 'light'")
    editor.wait("editor.document.$.documentElement.dataset.theme === 'light'")
    assert editor.run(paper) != dark
