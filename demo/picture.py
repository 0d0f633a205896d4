"""One picture of the demo: what is said about it, and whose hand draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demo.drawing.canvas import Canvas

ILLUSTRATOR = "Lesia Hrab"
STORY_SIZE = (1600, 1000)
PORTRAIT_SIZE = (800, 800)


@dataclass(frozen=True)
class Picture:
    """Focal points are parts of width and height, from the top left."""

    key: str
    scene: Callable[[Canvas], None]
    alternative_text: str
    caption: str
    focal_x: float = 0.5
    focal_y: float = 0.5
    size: tuple[int, int] = STORY_SIZE
    credit: str = f"{ILLUSTRATOR} / The Krutobrid Lantern"
    creator: str = ILLUSTRATOR
    copyright_notice: str = "© The Krutobrid Lantern"
    licence: str = "https://creativecommons.org/licenses/by/4.0/"


def portrait(key: str, scene: Callable[[Canvas], None], alternative_text: str) -> Picture:
    """An author's portrait; it needs no caption, as it stands beside a name."""
    return Picture(key, scene, alternative_text, caption="", focal_x=0.5, focal_y=0.44, size=PORTRAIT_SIZE)
