"""Footnotes are written in place: the button begins one, Enter and the arrow keys leave it."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]
FOLDER = Path(__file__).parents[1] / "paste"
NOTE = '<small data-note="">{}</small>'.format


def select(editor, words):
    """Selects the first place in the text where these words stand in one piece."""
    editor.page.wait_for_selector("textarea[data-body-state]", state="attached")
    editor.run(
        """editor.focus(); const view = editor.document.$;
        const texts = view.createTreeWalker(view.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode() && !texts.currentNode.data.includes(argument));
        const at = texts.currentNode.data.indexOf(argument), range = view.createRange();
        range.setStart(texts.currentNode, at); range.setEnd(texts.currentNode, at + argument.length);
        view.getSelection().removeAllRanges(); view.getSelection().addRange(range);
        editor.selectionChange(true);""",
        words,
    )
    return editor


@pytest.mark.parametrize("leaves", ["Enter", "Shift+Enter", "ArrowRight", "Control+Alt+f"])
def test_a_note_is_written_in_place_and_left_by_a_key(editor, leaves):
    editor.open("<p>Nine engines</p>").caret_at_end().button("Footnote").click()
    editor.type("By the plan.").press(leaves).type(", of six.")
    assert editor.save() == f"<p>Nine engines{NOTE('By the plan.')}, of six.</p>"


def test_it_has_a_key_and_its_button_shows_where_the_caret_is_and_leads_out(editor):
    editor.open("<p>One</p>").caret_at_end().press("Control+Alt+f").type("A note")
    button = editor.button("Footnote")
    editor.wait("editor.getCommand('bodynote').state === CKEDITOR.TRISTATE_ON")
    assert button.get_attribute("aria-pressed") == "true" or "cke_button_on" in button.get_attribute("class")
    button.click()
    editor.type(" two")
    assert editor.save() == f"<p>One{NOTE('A note')} two</p>"


def test_the_middle_of_a_sentence_gets_one_too(editor):
    editor.open("<p>One two</p>")
    select(editor, "One").press("ArrowRight", "Control+Alt+f").type("note").press("ArrowRight").type("!")
    assert editor.save() == f"<p>One{NOTE('note')}! two</p>"


def test_arrows_go_into_a_note_and_out_of_it_on_both_sides(editor):
    editor.open(f"<p>A{NOTE('bb')}</p>").caret_at_end()
    editor.press("ArrowRight").type("c").press("ArrowLeft", "ArrowLeft").type("x")
    assert editor.save() == f"<p>A{NOTE('bxb')}c</p>"
    editor.open(f"<p>A{NOTE('bb')}</p>").caret_at_end().press("ArrowLeft", "ArrowLeft").type("y")
    assert editor.save() == f"<p>Ay{NOTE('bb')}</p>"


def test_a_note_that_is_there_is_edited_like_any_words(editor):
    editor.open(f"<p>A{NOTE('one two')} b</p>")
    select(editor, "two").type('"three" ').press("Control+b").type("four")
    assert editor.save() == f"<p>A{NOTE('one “three” <strong>four</strong>')} b</p>"


def test_words_that_are_selected_become_a_note_and_words_again(editor):
    editor.open("<p>One (an aside) two</p>")
    select(editor, "(an aside)").button("Footnote").click()
    assert editor.save() == f"<p>One {NOTE('(an aside)')} two</p>"
    select(editor, "aside").button("Footnote").click()
    assert editor.save() == "<p>One (an aside) two</p>"


def test_the_last_letter_takes_the_note_with_it(editor):
    editor.open(f"<p>A{NOTE('bc')}</p>").caret_at_end().press("Backspace", "Backspace").type("d")
    assert editor.save() == "<p>Ad</p>"


def test_a_note_in_which_nothing_was_written_is_none(editor):
    editor.open("<p>A</p>").caret_at_end().press("Control+Alt+f", "Enter").type("b")
    assert editor.save() == "<p>Ab</p>"
    editor.caret_at_end().press("Control+Alt+f")
    assert editor.save() == "<p>Ab</p>"


def test_a_note_on_a_link_stands_behind_it(editor):
    editor.open('<p>See <a href="/a/">there</a></p>').caret_at_end().press("Control+Alt+f").type("n").press(
        "Enter"
    ).type(".")
    assert editor.save() == f'<p>See <a href="/a/">there</a>{NOTE("n")}.</p>'


def test_there_are_none_in_captions(editor):
    editor.open('<p>One</p>\n<figure data-image="1"></figure>').text.locator("figcaption").click()
    editor.wait("editor.getCommand('bodynote').state === CKEDITOR.TRISTATE_DISABLED")
    editor.caret_at_end(0)
    editor.wait("editor.getCommand('bodynote').state === CKEDITOR.TRISTATE_OFF")


def test_one_undo_takes_a_new_note_away_and_removing_formats_does_not(editor):
    editor.open("<p>One <strong>two</strong></p>")
    select(editor, "two").button("Footnote").click()
    editor.press("Control+a").button("Remove Format").click()
    assert "data-note" in editor.data and "strong" not in editor.data
    editor.open("<p>One</p>").caret_at_end().press("Control+Alt+f", "Control+z").type("x")
    assert editor.save() == "<p>Onex</p>"


def test_what_is_pasted_into_a_note_is_one_line_of_words(editor):
    editor.open(f"<p>A{NOTE('b:')} c</p>")
    select(editor, "b:").press("ArrowRight")
    editor.paste(f"<h1>Head</h1><ul><li>an <b>item</b></li></ul><p>See <a href='/x/'>x</a>{NOTE('in')}</p>").pasted()
    saved = editor.save()
    assert saved.count("data-note") == 1 and saved.startswith("<p>A<small") and saved.endswith(" c</p>")
    note = saved[saved.index('"">') + 3 : saved.index("</small>")]
    assert " ".join(note.split()) == 'b:Head an <strong>item</strong> See <a href="/x/">x</a> in'


def test_a_note_is_copied_and_pasted_with_the_words_around_it(editor, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.open(f"<p>One{NOTE('note')} two</p>\n<p>Three</p>")
    editor.run(
        """editor.focus(); const range = editor.createRange(); const first = editor.editable().getFirst();
        range.selectNodeContents(first); range.select();"""
    )
    editor.press("Control+c").caret_at_end(1).press("Enter")
    editor.run("window.pasted = false; editor.once('afterPaste', () => { window.pasted = true })")
    editor.press("Control+v").pasted()
    line = f"<p>One{NOTE('note')} two</p>"
    assert editor.save() == f"{line}\n<p>Three</p>\n{line}"


def test_its_words_do_not_count(editor):
    editor.open(f"<p>One{NOTE('two three')}’s four</p>")
    assert editor.page.locator(".body-count").inner_text().startswith("2 words")


@pytest.mark.parametrize("program", ["word", "google-docs", "libreoffice"])
def test_footnotes_of_word_processors_become_ours(editor, program):
    html = FOLDER.joinpath(f"footnotes-{program}.html").read_text(encoding="utf-8")
    editor.open("<p></p>").run("editor.focus()")
    editor.paste(html).pasted()
    assert editor.save() == (
        f"<p>The gauge{NOTE('Read at noon, by <em>hand</em>.')} stood at four metres.{NOTE('In 1997, three.')}</p>\n"
        "<p>It fell.</p>"
    )
