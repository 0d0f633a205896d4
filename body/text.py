"""What a body says and what it points at."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from body import notes
from body.blocks import Block, blocks
from body.clean import clean
from body.shape import parse

Body = str | list[Block]

READING_SPEED = 220  # words a minute, for the desk's count and the reader's page alike

_WRITTEN = frozenset({"paragraph", "heading", "list", "blockquote", "table"})
_NEW_LINE = re.compile(r"</?(?:p|br|ul|ol|li|caption|thead|tbody|tr)\b[^>]*>")
_NEW_CELL = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^>]*>")
_EMPTY_LINES = re.compile(r" *\n\s*")
# An apostrophe (three ways to type it), a hyphen, a stress mark or a decimal sign do not end a word.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:(?:['’ʼ‑-]|(?<=\d)[.,](?=\d))[\w\u0300-\u036f]+)*")
_SOFT_HYPHEN = "\u00ad"


class References(NamedTuple):
    images: list[int]
    stories: list[int]


def plain(body: Body) -> str:
    """The text without embeds and captions; a blank line between blocks, a line for an item or a row.

    The notes of a block stand after it, a line each, with an asterisk before it.
    """
    return _joined(
        "\n".join([_plain(text), *(f"* {_plain(note)}" for note in found)])
        for text, found in map(notes.parted, _written(body))
    )


def running(body: Body) -> str:
    """The same without its notes: what is read from the first word to the last."""
    return _joined(_plain(notes.parted(html).text) for html in _written(body))


def word_count(body: Body) -> int:
    """The words of the running text."""
    return len(_WORD.findall(running(body).replace(_SOFT_HYPHEN, "")))


def references(body: Body) -> References:
    """The ids of pictures and story cards, each once, in the order of their first appearance."""
    typed = _typed(body)
    return References(
        images=list(dict.fromkeys(block["image"] for block in typed if block["type"] == "image")),
        stories=list(dict.fromkeys(block["article"] for block in typed if block["type"] == "story")),
    )


def links(html: str) -> list[str]:
    """The addresses that the words link to, captions included; each once, in the order of appearance."""
    return list(dict.fromkeys(link.get("href") for link in parse(clean(html)).iter("a")))


def _typed(body: Body) -> list[Block]:
    return blocks(body) if isinstance(body, str) else body


def _written(body: Body) -> Iterator[str]:
    """The HTML of the blocks that hold running text."""
    return (block["html"] for block in _typed(body) if block["type"] in _WRITTEN)


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, (text.strip() for text in texts)))


def _plain(html: str) -> str:
    # Sound because the HTML of a block is what nh3 wrote: no bare bracket outside of a tag.
    text = _TAG.sub("", _NEW_CELL.sub(" ", _NEW_LINE.sub("\n", html)))
    return _EMPTY_LINES.sub("\n", unescape(text)).strip()
