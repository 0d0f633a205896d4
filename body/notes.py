"""Footnotes: written into the text where they belong, shown at its end with a number.

A body holds the note itself, ``<small data-note="">words</small>``, so that it moves, is copied and is
deleted with the words around it, and no number can be wrong. Numbers come when a page is made.
"""

import re
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from body.blocks import Block

# Sound because nh3 wrote the HTML, and no note stands in a note. A space before a note is not one before its number.
_NOTE = re.compile(r' ?<small data-note="">(.*?)</small>')


class Parted(NamedTuple):
    text: str
    notes: list[str]


class Note(NamedTuple):
    """``html`` is inline; ``block`` is the one in which it was written, whose language it shares."""

    number: int
    html: str
    block: Block


def parted(html: str) -> Parted:
    """The HTML of a block without its notes, and those."""
    return Parted(_NOTE.sub("", html), _NOTE.findall(html))


def numbered(blocks: list[Block]) -> tuple[list[Block], list[Note]]:
    """The blocks of a page with a number in the place of each note, and the notes in their order.

    Each number leads to ``#note-1`` and has the id ``note-1-from``, to which the note leads back.
    """
    found: list[Note] = []

    def numbered_block(block: dict[str, Any]) -> Block:
        def number(match: re.Match[str]) -> str:
            found.append(Note(len(found) + 1, match[1], block))
            return _reference(len(found))

        return block | {"html": _NOTE.sub(number, block["html"])}

    shown = [numbered_block(block) if "data-note" in block.get("html", "") else block for block in blocks]
    return shown, found


def _reference(number: int) -> str:
    label = _("Footnote %(number)s") % {"number": number}
    return (
        f'<sup class="note"><a href="#note-{number}" id="note-{number}-from" role="doc-noteref" '
        f'aria-label="{label}">{number}</a></sup>'
    )
