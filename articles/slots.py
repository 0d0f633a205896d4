"""Places on public pages at which higher apps add something of theirs. This app does not know what.

An app registers a function when it is ready; the view calls it with what it shows, and the template includes what
came of it. Nothing is asked of the database while a template is rendered, and a page has a budget of queries
(tests/public/test_budgets.py). What a filler needs on a story's page it has brought along with the story
(``articles.stories.ALONG``); on a list it may ask one query, with a line in the budget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    stands on the text-only page too. ``until`` is the next moment at which something else may stand there; a piece
    without a template says nothing but that. ``keys`` are those of what it shows, for caches. ``sources`` are hosts of
    others that it needs, by the directive of the CSP. The board and the form of the desk take pieces as well
    (``articles.board.MORE``, ``articles.admin.panels``), with ``styles`` of their own.
    """

    template: str
    about: dict[str, Any] = field(default_factory=dict)
    script: str = ""
    styles: str = ""
    after: int = 0
    is_light: bool = False
    until: datetime | None = None
    keys: frozenset[str] = frozenset()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """A page of cards: ``kind`` is that of its template (``front``, ``section`` and so on), ``section`` an id.

    ``along`` is what higher apps have brought along with its rows (``articles.stories.ALONG_LISTS``).
    """

    kind: str
    language: str
    at: datetime
    section: int | None = None
    is_first: bool = True
    along: Mapping[str, Any] = field(default_factory=dict)


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
    """What stands at each place of the page of this story, and what all of it together asks of the page.

    What belongs into the text is put beside the block below which it stands, as its ``pieces``.
    """
    found = {
        place: [
            piece for filler in fillers for piece in _several(filler(story, frame)) if piece.is_light or not is_light
        ]
        for place, fillers in FILLERS.items()
    }
    found[TEXT] = _put_into_text(story.blocks, found[TEXT])
    return _together(found)


def filled_list(listing: Listing, frame: Frame) -> dict[str, Any]:
    """The same for a page of cards."""
    return _together(
        {
            place: [piece for filler in fillers if (piece := filler(listing, frame))]
            for place, fillers in LIST_FILLERS.items()
        }
    )


def _together(found: dict[str, list[Piece]]) -> dict[str, Any]:
    """The pieces by place; of all of them the ``scripts``, the ``keys``, the ``sources`` and the first ``until``."""
    every = [piece for pieces in found.values() for piece in pieces]
    sources: dict[str, dict[str, None]] = {}
    for piece in every:
        for directive, hosts in piece.sources.items():
            sources.setdefault(directive, {}).update(dict.fromkeys(hosts))
    return {place: [piece for piece in pieces if piece.template] for place, pieces in found.items()} | {
        "scripts": list(dict.fromkeys(piece.script for piece in every if piece.script)),
        "keys": {key for piece in every for key in piece.keys},
        "sources": {directive: list(hosts) for directive, hosts in sources.items()},
        "until": min((piece.until for piece in every if piece.until), default=None),
    }


def filled_page(edition: PageEdition, frame: Frame) -> dict[str, Any]:
    """The same for a standing page."""
    return _together({"below": [piece for filler in PAGE_FILLERS if (piece := filler(edition, frame))]})


def _several(found: Piece | list[Piece] | None) -> list[Piece]:
    return found if isinstance(found, list) else [found] if found else []


def _put_into_text(blocks: list[dict[str, Any]], pieces: list[Piece]) -> list[Piece]:
    """Those that found a place. A text with fewer paragraphs has none: right after its end is another place."""
    below: dict[int, list[Piece]] = {}
    for piece in pieces:
        below.setdefault(piece.after if piece.template else 0, []).append(piece)
    placed, paragraphs = below.pop(0, []), 0
    for block in blocks[:-1]:
        if block["type"] == "paragraph":
            paragraphs += 1
            block["pieces"] = below.pop(paragraphs, [])
            placed += block["pieces"]
    return placed
