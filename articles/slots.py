"""Places on public pages at which higher apps add something of theirs. This app does not know what.

An app registers a function when it is ready; the view calls it with what it shows, and the template includes what
came of it. Nothing is asked of the database while a template is rendered, and a page has a budget of queries
(tests/public/test_budgets.py). What a filler needs on a story's page it has brought along with the story
(``articles.stories.ALONG``); on a list it may ask one query, with a line in the budget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles.cards import Frame
from articles.reading import Story
from outlet.models import PageEdition


@dataclass(frozen=True)
class Piece:
    """``template`` is included with this as ``piece``; ``script`` is a static file, loaded as a module.

    ``after`` is the number of paragraphs of the text above it, at the place ``TEXT`` alone. ``is_light`` says that it
    stands on the text-only page too. ``keys`` are those of what it shows, for caches. The board and the form of the
    desk take pieces as well (``articles.board.MORE``, ``articles.admin.panels``), with ``styles`` of their own.
    """

    template: str
    about: dict[str, Any] = field(default_factory=dict)
    script: str = ""
    styles: str = ""
    after: int = 0
    is_light: bool = False
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listing:
    """A page of cards: ``kind`` is that of its template (``front``, ``section`` and so on), ``section`` an id."""

    kind: str
    language: str
    at: datetime
    section: int | None = None
    is_first: bool = True


Filler = Callable[[Story, Frame], Piece | list[Piece] | None]
ListFiller = Callable[[Listing, Frame], Piece | None]
PageFiller = Callable[[PageEdition, Frame], Piece | None]
# Below the standfirst; between two paragraphs of the text; right after it, above topics and related stories.
HEAD, TEXT, END = "head", "text", "end"
FILLERS: dict[str, list[Filler]] = {HEAD: [], TEXT: [], END: []}
# Above the cards of a list; below them.
TOP, BOTTOM = "top", "bottom"
LIST_FILLERS: dict[str, list[ListFiller]] = {TOP: [], BOTTOM: []}
# Below the text of a standing page.
PAGE_FILLERS: list[PageFiller] = []


def fill(place: str) -> Callable[[Filler], Filler]:
    """Stands above a function that fills a place of a story's page, with several pieces or by None with nothing."""

    def register(filler: Filler) -> Filler:
        FILLERS[place].append(filler)
        return filler

    return register


def fill_list(place: str) -> Callable[[ListFiller], ListFiller]:
    """The same for a page of cards."""

    def register(filler: ListFiller) -> ListFiller:
        LIST_FILLERS[place].append(filler)
        return filler

    return register


def fill_page(filler: PageFiller) -> PageFiller:
    """The same for a standing page, whose place is below its text."""
    PAGE_FILLERS.append(filler)
    return filler


def filled(story: Story, frame: Frame, *, is_light: bool = False) -> dict[str, Any]:
    """What stands at each place of the page of this story, and the ``scripts`` and ``keys`` of all of it.

    What belongs into the text is put beside the block below which it stands, as its ``pieces``.
    """
    found = {
        place: [
            piece for filler in fillers for piece in _several(filler(story, frame)) if piece.is_light or not is_light
        ]
        for place, fillers in FILLERS.items()
    }
    _put_into_text(story.blocks, found[TEXT])
    every = [piece for pieces in found.values() for piece in pieces]
    keys = {key for piece in every for key in piece.keys}
    return found | {"scripts": _scripts(every), "keys": keys}


def filled_list(listing: Listing, frame: Frame) -> dict[str, Any]:
    """The same for a page of cards."""
    found = {
        place: [piece for filler in fillers if (piece := filler(listing, frame))]
        for place, fillers in LIST_FILLERS.items()
    }
    return found | {"scripts": _scripts(piece for pieces in found.values() for piece in pieces)}


def filled_page(edition: PageEdition, frame: Frame) -> dict[str, Any]:
    """The same for a standing page."""
    found = [piece for filler in PAGE_FILLERS if (piece := filler(edition, frame))]
    return {"below": found, "scripts": _scripts(found)}


def _several(found: Piece | list[Piece] | None) -> list[Piece]:
    return found if isinstance(found, list) else [found] if found else []


def _scripts(pieces: Iterable[Piece]) -> list[str]:
    return list(dict.fromkeys(piece.script for piece in pieces if piece.script))


def _put_into_text(blocks: list[dict[str, Any]], pieces: list[Piece]) -> None:
    """A text with fewer paragraphs takes a piece nowhere: right after its end is another place."""
    below: dict[int, list[Piece]] = {}
    for piece in pieces:
        below.setdefault(piece.after, []).append(piece)
    paragraphs = 0
    for block in blocks[:-1]:
        if block["type"] == "paragraph":
            paragraphs += 1
            block["pieces"] = below.pop(paragraphs, [])
