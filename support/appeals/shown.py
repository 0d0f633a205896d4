"""The one appeal of a story's page, and the others that fit, among which a script of the reader's chooses again.

The page is the same for everybody. So the server chooses by the number of the article: over all stories each appeal
is met as often as its weight says, also by readers without script. The others come along where nobody sees them, and
``js/appeals.js`` takes one of them at random while the place is still below what is on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

from articles import slots
from articles.cards import Frame
from articles.reading import Story
from outlet import languages
from outlet.models import PageKind
from support.appeals import brought
from support.appeals.brought import Asked
from support.models import Place

# Stories for which somebody else has paid ask nothing of readers.
PAID_FOR = {"sponsored", "partner"}
# So many paragraphs must follow a place in the text.
LEAST_BELOW = 3
TEMPLATE = "support/appeals.html"
SCRIPT = "js/appeals.js"


@dataclass(frozen=True)
class Standing:
    """An appeal at its place; ``after`` is 0 at the end of the article."""

    appeal: Asked
    after: int
    is_shown: bool


@slots.fill(slots.TEXT)
def in_text(story: Story, frame: Frame) -> list[slots.Piece]:
    """Those whose place is between two paragraphs."""
    found = _standing(story)
    return [_piece(frame, found, after) for after in sorted({each.after for each in found} - {0})]


@slots.fill(slots.END)
def at_the_end(story: Story, frame: Frame) -> slots.Piece | None:
    """The others, and those for whose place the text is too short."""
    found = _standing(story)
    return _piece(frame, found, 0) if any(each.after == 0 for each in found) else None


def chosen(appeals: list[Asked], article: int) -> Asked:
    """One of these by weight, always the same for an article."""
    number = crc32(str(article).encode()) % sum(appeal.weight for appeal in appeals)
    for appeal in appeals:
        number -= appeal.weight
        if number < 0:
            return appeal
    raise AssertionError("a number below the sum of the weights lies in one of them")


def _standing(story: Story) -> list[Standing]:
    edition = story.edition
    appeals = [] if edition.kind in PAID_FOR else brought.of(edition)
    if not appeals:
        return []
    kinds = [block["type"] for block in story.blocks]
    shown = chosen(appeals, edition.article_id)
    return [Standing(appeal, _after(appeal, kinds), appeal is shown) for appeal in appeals]


def _after(appeal: Asked, kinds: list[str]) -> int:
    """Below how many paragraphs it stands: never between one and what belongs to it, such as a list."""
    if appeal.place != Place.TEXT:
        return 0
    number = 0
    for kind, following in pairwise(kinds):
        number += kind == "paragraph"
        if kind == "paragraph" and number >= appeal.after and following in ("paragraph", "heading"):
            return number if kinds.count("paragraph") >= number + LEAST_BELOW else 0
    return 0


def _piece(frame: Frame, found: list[Standing], after: int) -> slots.Piece:
    here = [each for each in found if each.after == after]
    pictures = [each.appeal.picture.image.pk for each in here if each.appeal.picture]
    return slots.Piece(
        TEMPLATE,
        {"standing": here, "others": other_ways(frame)},
        script=SCRIPT,
        after=after,
        keys=frozenset(f"image-{pk}" for pk in pictures),
    )


def other_ways(frame: Frame) -> str:
    """Where the paper's page on support is, if it is public in this language."""
    path = frame.menus.policies.get(PageKind.SUPPORT, "")
    return path if path and languages.of_path(path) == frame.language else ""
