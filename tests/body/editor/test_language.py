"""The language of a passage is chosen in a dialog, and marked on what is selected or on the paragraph."""

import pytest

from body import subset
from tests.body.editor.test_notes import select

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]


def choose(editor, language):
    editor.button("Language of the passage").click()
    dialog = editor.page.get_by_role("dialog", name="Language of the passage")
    dialog.get_by_label("Language of the passage").select_option(label=language)
    dialog.get_by_role("button", name="OK").click()
    dialog.wait_for(state="detached")
    return editor


def test_selected_words_are_marked_and_unmarked(editor):
    editor.open("<p>She said dzień dobry and left.</p>")
    choose(select(editor, "dzień dobry"), "Polish")
    assert editor.save() == '<p>She said <span lang="pl">dzień dobry</span> and left.</p>'
    choose(select(editor, "dzień dobry"), "The same as the article")
    assert editor.save() == "<p>She said dzień dobry and left.</p>"


def test_the_direction_comes_with_the_language_and_goes_with_it(editor):
    editor.open("<p>She said سلام and left.</p>")
    choose(select(editor, "سلام"), "Arabic")
    assert editor.text.locator("span[lang]").get_attribute("dir") == "rtl"
    assert editor.save() == '<p>She said <span lang="ar" dir="rtl">سلام</span> and left.</p>'
    choose(select(editor, "سلام"), "Turkish")
    assert editor.text.locator("span[lang]").get_attribute("dir") is None
    assert editor.save() == '<p>She said <span lang="tr">سلام</span> and left.</p>'


def test_a_part_of_a_passage_gets_another_language(editor):
    editor.open('<p><span lang="pl">jeden two trzy</span></p>', lang="uk")
    choose(select(editor, "two"), "English")
    assert editor.save() == (
        '<p><span lang="pl">jeden </span><span lang="en">two</span><span lang="pl"> trzy</span></p>'
    )


def test_where_nothing_is_selected_the_paragraph_is_meant(editor):
    editor.open("<p>One</p>\n<p>Два</p>")
    choose(editor.caret_at_end(1), "Ukrainian").type(' "три"')
    assert editor.save() == '<p>One</p>\n<p lang="uk">Два «три»</p>'
    choose(editor.caret_at_end(1), "The same as the article")
    assert editor.save() == "<p>One</p>\n<p>Два «три»</p>"


def test_in_a_note_or_a_heading_its_words_are_meant(editor):
    editor.open('<h2>Hallo</h2>\n<p>A<small data-note="">Wort</small></p>')
    choose(editor.caret_at_end(0), "German")
    choose(select(editor, "Wort").press("ArrowRight", "ArrowLeft"), "German")
    assert editor.save() == (
        '<h2><span lang="de">Hallo</span></h2>\n<p>A<small data-note=""><span lang="de">Wort</span></small></p>'
    )


def test_several_paragraphs_are_marked_at_once_and_notes_in_them_stay(editor):
    editor.open('<p>Ein<small data-note="">Note</small> Satz</p>\n<p>Zwei</p>').run("editor.focus()")
    choose(editor.press("Control+a"), "German")
    saved = editor.save()
    assert saved.count("data-note") == 1 and saved.endswith('<p><span lang="de">Zwei</span></p>')
    assert saved.replace('<span lang="de">', "").replace("</span>", "") == (
        '<p>Ein<small data-note="">Note</small> Satz</p>\n<p>Zwei</p>'
    )


def test_the_dialog_offers_a_language_other_than_that_of_the_article_then_the_latest(editor):
    editor.open("<p>Один two trzy</p>", lang="uk")
    select(editor, "two").button("Language of the passage").click()
    choice = editor.page.get_by_role("dialog").get_by_label("Language of the passage")
    assert choice.input_value() == "en"
    editor.press("Escape")
    choose(select(editor, "trzy"), "Polish")
    select(editor, "two").button("Language of the passage").click()
    assert choice.input_value() == "pl"
    editor.press("Escape")
    assert editor.save() == '<p>Один two <span lang="pl">trzy</span></p>'


def test_its_names_are_in_the_language_of_the_desk(editor):
    editor.open("<p>One</p>", interface="uk").caret_at_end()
    editor.button("Мова уривка").click()
    editor.page.get_by_role("dialog").wait_for()
    options = editor.page.get_by_role("dialog").locator("option").all_text_contents()
    assert options[0] == "Така сама, як у статті"
    assert "кримськотатарська" in options and "англійська" in options and len(options) > 25
    assert not set(subset.LANGUAGES) & set(options)
    assert options[1:] == sorted(options[1:], key=lambda name: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".index(name[0]))


def test_removing_formats_leaves_languages(editor):
    editor.open('<p><strong>One</strong> <span lang="pl">dwa</span></p>').run("editor.focus()")
    editor.press("Control+a").button("Remove Format").click()
    assert editor.save() == '<p>One <span lang="pl">dwa</span></p>'


def test_one_undo_takes_it_back(editor):
    editor.open("<p>One dwa</p>")
    choose(select(editor, "dwa"), "Polish").press("Control+z")
    editor.wait("!editor.getData().includes('lang')")
    assert editor.save() == "<p>One dwa</p>"


def test_word_processors_call_everything_english_and_are_not_believed(editor):
    editor.open("<p></p>").run("editor.focus()")
    editor.paste('<p lang=EN-US>A <span lang="uk-UA">b</span> <span lang="pl">c</span> <span>d</span></p>').pasted()
    assert editor.save() == '<p>A b <span lang="pl">c</span> d</p>'
