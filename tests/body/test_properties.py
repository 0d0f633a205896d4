"""Whatever is written: cleaning settles at once, is harmless, and loses no word that a reader could see."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from body import subset
from body.blocks import blocks
from body.clean import clean, clean_inline
from body.text import plain, word_count
from tests.body.hostile import ATTACKS, assert_harmless

ATTRIBUTES = [
    *("", "", "", ' lang="en"', ' href="/a"', ' href="https://a.example/?b&amp;c"', ' href="javascript:x"'),
    *(' data-image="4"', ' data-image="0"', ' data-layout="wide"', ' data-alt="a &quot;&lt;b"', ' class="pullquote"'),
    *(
        " data-note",
        ' data-note="x"',
        ' lang="ar"',
        ' lang="xx"',
        ' dir="rtl"',
        ' dir="auto"',
        ' data-story="5"',
        ' data-kicker=" K  k "',
        ' data-post="https://a.example/"',
        ' colspan="2"',
        ' scope="col"',
    ),
]
TEXTS = [
    "word",
    " ",
    "\n\n",
    "\r\n",
    "a\u0301",
    "\u0338",
    "&lt;b&gt;",
    "&amp;amp;",
    "<",
    ">",
    "\xa0",
    "\u200b",
    "&#1;",
    "\f",
    "&#12;",
    "&#13;",
    "<br>",
]
NAMES = sorted(subset.TAGS | set(subset.RENAMED) | {"u", "svg", "math", "style", "img", "template", "select", "font"})
FROM_SOUP = st.one_of(
    st.sampled_from(TEXTS),
    st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(NAMES)),
    st.sampled_from(ATTACKS),
    st.text(max_size=4),
)
SOUP = st.lists(FROM_SOUP, max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_cleaning_settles_at_once_and_leaves_only_the_subset(written: str):
    stored = clean(written)
    assert_harmless(stored)
    assert clean(stored) == stored
    line = clean_inline(written)
    assert_harmless(line, subset.CAPTION)
    assert clean_inline(line) == line


@pytest.mark.parametrize("space", ["\f", "&#12;", "\t", "&#13;"])
@pytest.mark.parametrize("tag", ["p", "small", "a", "span"])
def test_a_space_of_any_kind_is_a_space(tag: str, space: str):
    assert plain(clean(f"<p>one<{tag}>{space}</{tag}>two</p>")).split() == ["one", "two"]
    assert clean(f"<{tag}>{space}</{tag}>") == ""


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_blocks_are_the_same_before_and_after_storing_and_can_be_sent_as_json(written: str):
    found = blocks(written)
    assert found == blocks(clean(written)) == json.loads(json.dumps(found))
    assert len(found) == len(list(filter(None, clean(written).split("\n"))))
    ids = [block["id"] for block in found]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][0-9a-z-]+", block_id) for block_id in ids)


WORDS = st.text(alphabet="абвїґabc", min_size=1, max_size=6)
BOXES = [name for name in NAMES if name not in subset.DROPPED_WHOLE | {"br", "hr", "img", "select"}]


def boxed(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        "<{0}{1}> {2} </{0}>".format,
        st.sampled_from(BOXES),
        st.sampled_from(ATTRIBUTES),
        st.lists(inside, min_size=1, max_size=4).map(" ".join),
    )


@settings(max_examples=300, deadline=None)
@given(st.recursive(WORDS, boxed, max_leaves=12))
def test_no_visible_word_is_lost_whatever_stands_around_it(written: str):
    def words(html: str) -> list[str]:
        return sorted(re.sub(r"<[^>]*>", " ", html).split())

    assert words(clean(written)) == words(written)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), max_size=5))
def test_plain_text_comes_back_as_it_was_typed(paragraphs: list[str]):
    typed = "\n\n".join(paragraphs)
    assert plain(typed) == typed
    assert word_count(typed) == len(typed.split())
