"""People seen from near by, as the close scenes need them: heads, shoulders, hands. Faces stay blank on purpose."""

from __future__ import annotations

from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, box, oval, rounded, smooth, stroke


def torso(canvas: Canvas, x: float, base: float, size: float, coat: str, shadow: str = ink.INK) -> None:
    """Shoulders and chest down to ``base``; at size 1 some 150 wide and 170 high. Grain falls on the left side."""
    half, high = 74 * size, 170 * size
    outline = [
        (x - half, base),
        (x - half * 0.94, base - high * 0.62),
        (x - half * 0.5, base - high * 0.94),
        (x, base - high),
        (x + half * 0.5, base - high * 0.94),
        (x + half * 0.94, base - high * 0.62),
        (x + half, base),
    ]
    body = smooth(outline, closed=False)
    canvas.fill(body, coat)
    canvas.shade(body, shadow, "left", 0.85, 0.75)


def head(canvas: Canvas, x: float, y: float, size: float, skin: str = ink.ROSE, shadow: str = ink.BRICK) -> None:
    """Neck and face around the middle ``x, y``; at size 1 some 80 wide."""
    canvas.fill(rounded(x - 18 * size, y + 16 * size, x + 18 * size, y + 66 * size, 10 * size), skin)
    canvas.shade(box(x - 18 * size, y + 30 * size, x + 18 * size, y + 62 * size), shadow, "top", 0.9, 0.9)
    face = oval(x, y, 40 * size, 46 * size)
    canvas.fill(face, skin)
    canvas.shade(face, shadow, "left", 0.7, 0.55)


def bob(canvas: Canvas, x: float, y: float, size: float, colour: str, turned: float = 1) -> None:
    """Hair to the chin, falling away from the side that the head is ``turned`` to (1 right, -1 left)."""

    def at(across: float, up: float) -> Point:
        return x + across * size * turned, y + up * size

    hair = [at(34, -26), at(20, -48), at(-10, -54), at(-42, -36), at(-52, 6), at(-48, 44), at(-22, 46), at(-16, 12),
            at(-4, -16), at(22, -22)]  # fmt: skip
    canvas.fill(smooth(hair, steps=8), colour)


def short(canvas: Canvas, x: float, y: float, size: float, colour: str, turned: float = 1) -> None:
    """Short hair, thick at the back of the head."""

    def at(across: float, up: float) -> Point:
        return x + across * size * turned, y + up * size

    hair = [at(38, -18), at(28, -44), at(-2, -54), at(-34, -40), at(-44, -4), at(-34, 16), at(-26, -6), at(-8, -22),
            at(20, -20)]  # fmt: skip
    canvas.fill(smooth(hair, steps=8), colour)


def cap(canvas: Canvas, x: float, y: float, size: float, colour: str, band: str, turned: float = 1) -> None:
    """A flat cap with a peak."""
    crown = [(-46, -24), (-44, -52), (-8, -66), (34, -58), (46, -34), (40, -22)]
    canvas.fill(smooth([(x + a * size * turned, y + b * size) for a, b in crown]), colour)
    canvas.fill(
        [(x + a * size * turned, y + b * size) for a, b in ((-44, -30), (44, -30), (42, -16), (-42, -16))], band
    )
    peak = [(x + a * size * turned, y + b * size) for a, b in ((14, -22), (44, -24), (70, -8), (40, -12))]
    canvas.fill(smooth(peak, steps=6), ink.INK)


def arm(canvas: Canvas, points: list[Point], size: float, sleeve: str, skin: str = ink.ROSE) -> None:
    """A sleeve from shoulder over elbow to wrist, round at the joints, and a hand at its end."""
    widths = [44 * size, 36 * size, 26 * size]
    for index in (0, 1):
        canvas.fill(stroke(points[index : index + 2], widths[index : index + 2]), sleeve)
        canvas.fill(oval(*points[index], widths[index] / 2), sleeve)
    x, y = points[-1]
    canvas.fill(oval(x, y, 14 * size), skin)


def steam(canvas: Canvas, x: float, y: float, size: float, colour: str, tilt: float = 1) -> None:
    """Three thin wisps over something hot."""
    for shift, tall in ((-22, 0.8), (0, 1.1), (24, 0.7)):
        wisp = [
            (x + shift * size, y),
            (x + (shift + 16 * tilt) * size, y - 44 * size * tall),
            (x + (shift - 10 * tilt) * size, y - 90 * size * tall),
            (x + (shift + 8 * tilt) * size, y - 140 * size * tall),
        ]
        canvas.fill(stroke(wisp, [3 * size, 10 * size, 8 * size, 1]), colour)
