"""Where a picture is cut, and how wide its public files are. Whole numbers in and out; no file is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTHS = (320, 480, 640, 720, 1024, 1280, 1600)
WHOLE = "whole"
RATIOS: dict[str, tuple[int, int]] = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
NAMES = (WHOLE, *RATIOS)


@dataclass(frozen=True)
class Box:
    """A part of a picture in its own pixels, from the left and the top."""

    left: int
    top: int
    width: int
    height: int

    def height_at(self, width: int) -> int:
        """The height that goes with a width to which the part is made smaller."""
        return max(1, round(self.height * width / self.width))


def box(width: int, height: int, ratio: str, focal_x: float = 0.5, focal_y: float = 0.5) -> Box:
    """The largest part in this ratio with the focal point as near to its middle as the edges allow.

    Its sides are whole multiples of the ratio's numbers, so that every width has an exact height.
    """
    across, down = RATIOS.get(ratio, (0, 0))
    times = min(width // across, height // down) if across else 0
    if not times:  # the whole picture, or one of so few pixels that it has no such part
        return Box(0, 0, width, height)
    wide, high = times * across, times * down
    return Box(_begin(focal_x, wide, width), _begin(focal_y, high, height), wide, high)


def _begin(focal: float, length: int, whole: int) -> int:
    """Where a part of this length begins on a side of the picture."""
    return min(max(round(focal * whole - length / 2), 0), whole - length)


def widths(part: Box, wanted: Sequence[int] = WIDTHS) -> list[int]:
    """The widths that exist of a part, ascending: those wanted, and its own where it has fewer pixels than the last.

    None is wider than the part, as pixels that nobody took would have to be invented.
    """
    narrower = [width for width in wanted if width < part.width]
    return [*narrower, part.width] if part.width <= wanted[-1] else narrower


def kept(part: Box, width: int, height: int) -> float:
    """Which share of a picture a part of it shows."""
    return part.width * part.height / (width * height)
