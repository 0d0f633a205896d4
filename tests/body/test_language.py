"""Passages are marked with a language of the list, and with the direction that goes with it."""

import pytest

from body import subset
from body.blocks import blocks
from body.clean import clean, clean_inline
from body.text import plain


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ('<p>A <span lang="pl">b</span> c</p>', '<p>A <span lang="pl">b</span> c</p>'),
        ('<p>A <span lang="ar">b</span></p>', '<p>A <span lang="ar" dir="rtl">b</span></p>'),
        ('<p>A <span lang="pl" dir="rtl">b</span></p>', '<p>A <span lang="pl">b</span></p>'),
        ('<p lang="he" dir="ltr">A</p>', '<p lang="he" dir="rtl">A</p>'),
        ('<p dir="rtl">A</p>', "<p>A</p>"),
        ("<p>A <span>b</span><span dir='rtl'>c</span></p>", "<p>A bc</p>"),
        ("<p>A <span lang='EN-US'>b</span><span lang='xx'>c</span></p>", "<p>A bc</p>"),
        ("<p>A <span lang='en onclick=x'>b</span></p>", "<p>A b</p>"),
        ("<p><span lang='en'>a <span lang='en'>b</span></span></p>", '<p><span lang="en">a b</span></p>'),
        ("<p lang='uk-UA'>A</p><blockquote lang='tlh'>B</blockquote>", "<p>A</p>\n<blockquote><p>B</p></blockquote>"),
        ("<span lang='en'><p>A</p><p>B</p></span>", "<p>A</p>\n<p>B</p>"),
        (
            "<p>A<span lang='de'><small data-note>b</small></span></p>",
            '<p>A<small data-note=""><span lang="de">b</span></small></p>',
        ),
        (
            "<blockquote lang='en'><p lang='ar'>A</p></blockquote>",
            '<blockquote lang="en"><p lang="ar" dir="rtl">A</p></blockquote>',
        ),
    ],
)
def test_only_languages_of_the_list_are_kept_with_their_own_direction(written, stored):
    assert clean(written) == stored
    assert clean(stored) == stored


@pytest.mark.parametrize("lang", subset.LANGUAGES)
def test_every_language_that_is_offered_is_kept(lang):
    assert f'lang="{lang}"' in clean(f'<p>A <span lang="{lang}">b</span></p>')


def test_a_caption_may_have_words_in_another_language():
    assert clean_inline('A <span lang="la">in situ</span>') == 'A <span lang="la">in situ</span>'


def test_a_block_says_its_language_and_that_it_is_written_from_right_to_left():
    [first, second] = blocks('<p lang="pl">A</p><blockquote lang="he">B</blockquote>')
    assert (first["lang"], "dir" in first) == ("pl", False)
    assert (second["lang"], second["dir"]) == ("he", "rtl")


def test_in_plain_text_there_is_no_mark():
    assert plain('<p>A <span lang="pl">b</span>c</p>') == "A bc"
