"""Outlines, as lists of points in the finished picture's pixels. No file and no colour is touched here."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Shape = list[Point]


def box(left: float, top: float, right: float, bottom: float) -> Shape:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def oval(x: float, y: float, rx: float, ry: float | None = None, start: float = 0, end: float = 360) -> Shape:
    """An ellipse, or the part of its edge between two angles (clockwise from the right), closed by a chord."""
    ry = rx if ry is None else ry
    steps = max(12, int((rx + ry) / 3))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Shape:
    corners = [
        (right - radius, top + radius, 270),
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, 90),
        (left + radius, top + radius, 180),
    ]
    return [point for x, y, start in corners for point in oval(x, y, radius, start=start, end=start + 90)]


def arch(left: float, top: float, right: float, bottom: float, rise: float | None = None) -> Shape:
    """A door or window with a round head; ``rise`` is the height of the round part, half the width unless told."""
    half = (right - left) / 2
    rise = half if rise is None else rise
    return [(left, bottom), *oval(left + half, top + rise, half, rise, 180, 360), (right, bottom)]


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 12) -> Shape:
    """A soft curve through all the points."""
    count = len(points)
    last = count if closed else count - 1
    curve: Shape = []
    for index in range(last):
        if closed:
            before, here, there, after = (points[(index + offset) % count] for offset in (-1, 0, 1, 2))
        else:
            before, here, there, after = (points[min(max(index + offset, 0), count - 1)] for offset in (-1, 0, 1, 2))
        for step in range(steps):
            curve.append(_between(before, here, there, after, step / steps))
    return curve if closed else [*curve, points[-1]]


def _between(before: Point, here: Point, there: Point, after: Point, part: float) -> Point:
    squared, cubed = part * part, part * part * part

    def mix(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * squared + (3 * b - a - 3 * c + d) * cubed)

    return mix(before[0], here[0], there[0], after[0]), mix(before[1], here[1], there[1], after[1])


def ridge(points: Sequence[Point], floor: float) -> Shape:
    """Land: a soft skyline through the points, filled down to ``floor``."""
    line = smooth(points, closed=False)
    return [*line, (line[-1][0], floor), (line[0][0], floor)]


def stroke(points: Sequence[Point], widths: Sequence[float]) -> Shape:
    """A brush stroke along the points, as wide at each point as told: branches, smoke, hair."""
    left: Shape = []
    right: Shape = []
    for index, (x, y) in enumerate(points):
        ahead, behind = points[min(index + 1, len(points) - 1)], points[max(index - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = math.hypot(dx, dy) or 1
        across = widths[index] / 2 / length
        left.append((x - dy * across, y + dx * across))
        right.append((x + dy * across, y - dx * across))
    return smooth(left, closed=False) + smooth(right[::-1], closed=False)


def move(shape: Sequence[Point], dx: float = 0, dy: float = 0, scale: float = 1) -> Shape:
    """The shape scaled from the origin, then shifted."""
    return [(x * scale + dx, y * scale + dy) for x, y in shape]


def mirror(shape: Sequence[Point], axis: float) -> Shape:
    """The shape seen in an upright mirror that stands at ``axis``."""
    return [(2 * axis - x, y) for x, y in shape]
