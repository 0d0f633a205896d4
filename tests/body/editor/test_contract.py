"""The contract of any editor: what it opens and gives back unchanged is unchanged, twice as well."""

from pathlib import Path

import pytest

from body import embeds
from body.clean import clean
from body.text import word_count

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]
BODIES = sorted(Path(__file__).parents[1].joinpath("bodies").glob("*.html"))


def text_of(path):
    return path.read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_a_body_is_opened_and_saved_unchanged_once_and_twice(editor, path):
    body = text_of(path)
    assert clean(body) == body
    editor.open(body)
    assert editor.state == "ready"
    assert editor.data == body
    assert editor.save() == body
    assert editor.save() == body


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_what_is_written_into_a_body_changes_nothing_else(editor, path):
    body = text_of(path)
    editor.open(body)
    editor.run(
        """editor.focus(); const p = editor.document.createElement("p"); p.setText("Added");
        editor.editable().append(p); editor.fire("saveSnapshot");"""
    )
    assert editor.save() == (f"{body}\n<p>Added</p>" if body else "<p>Added</p>")


def test_there_is_a_long_body_among_them():
    assert max(word_count(text_of(path)) for path in BODIES) >= 5000


def test_what_came_in_unclean_is_clean_in_the_editor(editor):
    editor.open('Loose words\n\n<h1 onclick="x">Head</h1><font color="red">red</font><script>x</script>')
    assert editor.state == "ready"
    assert editor.save() == "<p>Loose words</p>\n<h2>Head</h2>\n<p>red</p>"


def test_an_embed_of_a_kind_that_only_an_app_above_knows_stays(editor, monkeypatch):
    monkeypatch.setattr(embeds, "_kinds", dict(embeds._kinds))
    embeds.register(
        embeds.EmbedKind(
            name="poll",
            element="figure",
            key="data-poll",
            attributes={"data-poll": embeds.ID, "data-note": embeds.WORDS},
            content="caption",
        )
    )
    body = '<p>A</p>\n<figure data-poll="4" data-note="&quot;n&quot; &amp; m"><figcaption>Asked <em>in May</em></figcaption></figure>\n<p>B</p>'
    editor.open(body)
    assert editor.state == "ready"
    assert "Embed: poll 4" in editor.text.inner_text()
    assert editor.save() == body


def test_a_body_that_the_editor_would_lose_a_part_of_is_shown_as_it_is(editor, monkeypatch):
    monkeypatch.setattr(
        "body.editor.acf", lambda tags: {tag: {"attributes": ""} for tag in tags - {"table", "tr", "td"}}
    )
    body = '<p>Before</p>\n<table><tbody><tr><td>Cell</td></tr></tbody></table>\n<p lang="fr">Après</p>'
    editor.open(body)
    assert editor.state == "plain"
    assert "cannot show all of this text" in editor.page.locator(".body-note").inner_text()
    assert editor.page.locator("#id_body").is_visible()
    assert editor.page.locator("#id_body").input_value() == body
    assert editor.save() == body


def test_the_same_holds_for_a_text_that_the_page_loads_later(editor, monkeypatch):
    monkeypatch.setattr(
        "body.editor.acf", lambda tags: {tag: {"attributes": ""} for tag in tags - {"table", "tr", "td"}}
    )
    body = "<table><tbody><tr><td>Cell</td></tr></tbody></table>"
    editor.open("<p>One</p>")
    assert editor.state == "ready"
    editor.page.evaluate(
        """(body) => { const area = document.querySelector("#id_body"); area.value = body;
        area.dispatchEvent(new Event("body:load")) }""",
        body,
    )
    editor.page.locator(".body-note").wait_for()
    assert editor.save() == body


def test_without_the_editor_s_script_there_is_a_text_area(editor):
    editor.page.route("**/ckeditor.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    editor.open("<p>Words</p>")
    assert editor.state == "plain"
    editor.page.locator("#id_body").fill("Other words")
    assert editor.save() == "<p>Other words</p>"


def test_the_plain_text_area_is_a_working_editor(editor):
    body = text_of(next(path for path in BODIES if path.stem == "every-element"))
    editor.page.goto(f"{editor.site}/admin/write/?plain")
    assert editor.page.locator("textarea").count() == 1
    editor.page.locator("textarea").fill(f"{body}\n\nAnd on.")
    assert editor.save() == f"{body}\n<p>And on.</p>"
