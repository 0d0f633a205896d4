import re
from pathlib import Path

import pytest

from body import embeds
from body.blocks import Block, blocks


def without_ids(html: str) -> list[Block]:
    return [{name: value for name, value in block.items() if name != "id"} for block in blocks(html)]


@pytest.mark.parametrize(
    ("html", "block"),
    [
        ("<p>A <em>b</em></p>", {"type": "paragraph", "html": "A <em>b</em>"}),
        ('<p lang="en">A</p>', {"type": "paragraph", "html": "A", "lang": "en"}),
        ("<h2>A</h2>", {"type": "heading", "level": 2, "html": "A"}),
        ("<h3>A</h3>", {"type": "heading", "level": 3, "html": "A"}),
        ("<ul><li>a</li></ul>", {"type": "list", "ordered": False, "html": "<li>a</li>"}),
        (
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
            {"type": "list", "ordered": True, "html": "<li>a<ul><li>b</li></ul></li>"},
        ),
        ("<blockquote><p>A</p></blockquote>", {"type": "blockquote", "html": "<p>A</p>"}),
        ('<blockquote lang="en">A</blockquote>', {"type": "blockquote", "html": "<p>A</p>", "lang": "en"}),
        ("<hr>", {"type": "rule"}),
        (
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
            {"type": "table", "html": "<tbody><tr><td>a</td></tr></tbody>"},
        ),
        (
            '<figure data-image="12"></figure>',
            {"type": "image", "image": 12, "layout": "normal", "alt": None, "caption": ""},
        ),
        (
            '<figure data-image="12" data-layout="wide" data-alt="&gt;"><figcaption><em>C</em></figcaption></figure>',
            {"type": "image", "image": 12, "layout": "wide", "alt": ">", "caption": "<em>C</em>"},
        ),
        ('<aside data-story="7"></aside>', {"type": "story", "article": 7, "kicker": "", "headline": ""}),
        (
            '<aside data-story="7" data-kicker="K" data-headline="H &amp; h"></aside>',
            {"type": "story", "article": 7, "kicker": "K", "headline": "H & h"},
        ),
        ('<aside class="pullquote"><p>A</p></aside>', {"type": "pullquote", "html": "<p>A</p>", "cite": ""}),
        (
            '<aside class="pullquote" lang="en"><p>A</p><cite>B</cite></aside>',
            {"type": "pullquote", "html": "<p>A</p>", "cite": "B", "lang": "en"},
        ),
        ('<aside data-post="https://a.example/1"></aside>', {"type": "post", "url": "https://a.example/1"}),
    ],
)
def test_each_block_says_what_it_is(html: str, block: Block):
    assert without_ids(html) == [block]


def test_text_that_was_not_cleaned_is_cleaned_first():
    assert without_ids("Words<script>x</script>\n\n<h1>Head</h1>") == [
        {"type": "paragraph", "html": "Words"},
        {"type": "heading", "level": 2, "html": "Head"},
    ]


def test_an_id_stays_when_blocks_around_it_change():
    before = {block["html"]: block["id"] for block in blocks("<p>A</p><p>B</p><p>C</p>")}
    after = {block["html"]: block["id"] for block in blocks("<p>New</p><p>C</p><p>A</p>")}
    assert (after["A"], after["C"]) == (before["A"], before["C"])
    assert re.fullmatch(r"[a-z][0-9a-f]+", before["A"])


def test_blocks_that_say_the_same_still_have_ids_of_their_own():
    first, second, third = (block["id"] for block in blocks("<hr><p>A</p><hr>"))
    assert third == f"{first}-2"
    assert second != first


def test_a_heading_and_a_paragraph_of_the_same_words_differ():
    heading, paragraph = blocks("<h2>A</h2><p>A</p>")
    assert heading["id"] != paragraph["id"]


def test_every_example_in_the_documentation_is_understood():
    page = Path(__file__).parents[2] / "docs" / "concepts" / "body.md"
    examples = re.findall(r"```html\n(.*?)```", page.read_text(), re.DOTALL)
    found = [[block["type"] for block in blocks(example)] for example in examples]
    assert found == [["table"], ["image"], ["story"], ["pullquote"], ["post"]]


def test_an_empty_body_has_no_blocks():
    assert blocks("") == blocks(" \n<p></p>") == []


def test_a_registered_kind_becomes_a_block_of_its_own_type(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(embeds, "_kinds", dict(embeds._kinds))
    patterns = {"data-film": embeds.ID, "data-start-at": embeds.ID}
    embeds.register(embeds.EmbedKind("film", "figure", "data-film", patterns, content="caption"))
    written = '<figure data-film="3" data-start-at="9" data-image="x"><figcaption>C</figcaption></figure>'
    assert without_ids(written) == [{"type": "film", "film": "3", "start_at": "9", "caption": "C"}]
