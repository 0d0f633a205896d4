"""Places on the article page at which higher apps add something of theirs. This app does not know what.

An app registers a function when it is ready; the view calls it with the story that it shows, and the template
includes what came of it. Nothing is asked of the database while a template is rendered, and a page has a budget
of queries (tests/public/test_budgets.py), so such a function best asks nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from articles.cards import Frame
from articles.reading import Story


@dataclass(frozen=True)
class Piece:
    """``template`` is included with this as ``piece``; ``script`` is a static file, loaded as a module.

    The board of the desk takes pieces too (``articles.board.MORE``), with ``styles`` of their own.
    """

    template: str
    about: dict[str, Any] = field(default_factory=dict)
    script: str = ""
    styles: str = ""


Filler = Callable[[Story, Frame], Piece | None]
# Right after the text, above topics and related stories.
END = "end"
FILLERS: dict[str, list[Filler]] = {END: []}


def fill(place: str) -> Callable[[Filler], Filler]:
    """Stands above a function that fills a place, or leaves it empty by returning None."""

    def register(filler: Filler) -> Filler:
        FILLERS[place].append(filler)
        return filler

    return register


def filled(story: Story, frame: Frame) -> dict[str, list[Piece]]:
    """What stands at each place of the page of this story."""
    return {
        place: [piece for filler in fillers if (piece := filler(story, frame))] for place, fillers in FILLERS.items()
    }
