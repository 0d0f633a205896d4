"""Footnotes are stored where they belong and numbered where they are shown."""

import re

import pytest
from hypothesis import given, settings

from body.blocks import blocks
from body.clean import clean, clean_inline
from body.notes import numbered, parted
from body.text import plain, running, word_count
from tests.body.hostile import ATTACKS, tags_as_two_parsers_see_them
from tests.body.test_properties import SOUP

NOTE = '<small data-note="">{}</small>'.format


def shown(html):
    found, notes = numbered(blocks(html))
    return " ".join(re.sub("<[^>]*>", "", block.get("html", "")) for block in found), [note.html for note in notes]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (
            "<p>A<small data-note>B <a href='/c/'>c</a></small>.</p>",
            '<p>A<small data-note="">B <a href="/c/">c</a></small>.</p>',
        ),
        ("<p>A<small data-note> B<br>C </small></p>", f"<p>A{NOTE('B C')}</p>"),
        ("<p>A<small data-note='x'>B</small> <small>C</small></p>", "<p>AB C</p>"),
        ("<p>A<small data-note> </small><small data-note></small></p>", "<p>A</p>"),
        ("<p>A<small data-note>B<small data-note>C</small></small></p>", f"<p>A{NOTE('B C')}</p>"),
        (
            "<p><a href='/b/'>A<small data-note>N</small>B</a> C</p>",
            '<p><a href="/b/">AB</a><small data-note="">N</small> C</p>',
        ),
        ("<p><em>A<small data-note>N</small></em></p>", f"<p><em>A{NOTE('N')}</em></p>"),
        ("<h2>A<small data-note>N</small></h2>", f"<h2>A{NOTE('N')}</h2>"),
        ("<p>A<small data-note id=x class=y onclick=z lang=uk>N</small></p>", f"<p>A{NOTE('N')}</p>"),
    ],
)
def test_a_note_is_one_line_of_words_behind_those_that_it_is_about(written, stored):
    assert clean(written) == stored
    assert clean(stored) == stored


def test_in_a_caption_its_words_are_words_of_the_caption():
    figure = f"<figure data-image='1'><figcaption>A{NOTE('N')}</figcaption></figure>"
    assert clean(figure) == '<figure data-image="1"><figcaption>A N</figcaption></figure>'
    assert clean_inline(f"A{NOTE('N')}") == "A N"


def test_on_a_page_numbers_stand_in_the_place_of_notes_in_their_order_through_all_blocks():
    html = f"<p>A{NOTE('one')}, b {NOTE('two')}.</p><ul><li>c{NOTE('three <em>x</em>')}</li></ul><p>d</p>"
    assert shown(html) == ("A1, b2. c3 d", ["one", "two", "three <em>x</em>"])


def test_a_number_and_its_note_lead_to_one_another():
    [block], [note] = numbered(blocks(f"<p>A{NOTE('one')}</p>"))
    assert note.number == 1 and note.block["id"] == block["id"]
    assert block["html"] == (
        'A<sup class="note"><a href="#note-1" id="note-1-from" role="doc-noteref" aria-label="Footnote 1">1</a></sup>'
    )


def test_blocks_of_an_edition_stay_as_they_are():
    stored = blocks(f"<p>A{NOTE('one')}</p>")
    before = [dict(block) for block in stored]
    numbered(stored)
    assert stored == before


def test_words_of_notes_are_part_of_the_text_but_not_of_its_length():
    html = f"<p>One{NOTE('two three')}’s four.</p><ul><li>five{NOTE('six')}</li></ul><p>seven</p>"
    assert plain(html) == "One’s four.\n* two three\n\nfive\n* six\n\nseven"
    assert running(html) == "One’s four.\n\nfive\n\nseven"
    assert word_count(html) == 4


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_whatever_is_written_every_note_is_shown_once_and_parts_from_the_text_without_a_trace(written):
    stored = blocks(written)
    found, notes = numbered(stored)
    html = "".join(block.get("html", "") for block in stored)
    assert len(notes) == html.count("<small") == html.count("</small>")
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    for block in found:
        assert "small" not in [tag for tag, _ in tags_as_two_parsers_see_them(block.get("html", ""))]
    for note in notes:
        assert not {"small", "br", "p"} & {tag for tag, _ in tags_as_two_parsers_see_them(note.html)}
        assert clean_inline(note.html) == note.html.strip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_taken_apart_is_still_what_was_cleaned(attack):
    for block in blocks(f"<p>x<small data-note>{attack}</small></p>"):
        text, notes = parted(block.get("html", ""))
        for part in (text, *notes):
            assert {tag for tag, _ in tags_as_two_parsers_see_them(part)} <= {
                tag for tag, _ in tags_as_two_parsers_see_them(clean(f"<p>x<small data-note>{attack}</small></p>"))
            }
