"""What several pictures have in common: skies, weather, trees, houses, people, light on water."""

from __future__ import annotations

import math
from collections.abc import Sequence

from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, Shape, box, oval, rounded, smooth, stroke


def sky(canvas: Canvas, low: str, horizon: float, strength: float = 1.0) -> None:
    """A second ink that thickens towards the horizon."""
    canvas.shade(box(0, 0, canvas.width, horizon), low, "bottom", strength, 1.0)


def stars(canvas: Canvas, count: int, floor: float, colour: str = ink.PAPER) -> None:
    """Stars, fewer towards the floor, a few of them large."""
    for index in range(count):
        x = canvas.random.uniform(0, canvas.width)
        y = floor * canvas.random.random() ** 1.4
        canvas.fill(oval(x, y, 3.2 if index % 9 == 0 else canvas.random.uniform(0.9, 1.9)), colour)


def snow(canvas: Canvas, count: int, top: float = 0, bottom: float | None = None, colour: str = ink.SNOW) -> None:
    """Falling snow, small far off and large near by."""
    floor = canvas.height if bottom is None else bottom
    for _ in range(count):
        size = 1.4 + 4.2 * canvas.random.random() ** 3
        x, y = canvas.random.uniform(0, canvas.width), canvas.random.uniform(top, floor)
        canvas.fill(oval(x, y, size), colour)


def poplar(canvas: Canvas, x: float, base: float, height: float, colour: str, light: str | None = None) -> None:
    """The narrow tree of the river country; ``light`` is grain on its right side."""
    half = height * 0.11
    profile = [(0.0, -1.0), (0.62, -0.78), (1.0, -0.42), (0.8, -0.14), (0.14, -0.1)]
    right = [(x + half * across, base + height * up) for across, up in profile]
    left = [(x - half * across, base + height * up) for across, up in profile[:0:-1]]
    crown = smooth(right + left)
    canvas.fill(box(x - height * 0.012, base - height * 0.14, x + height * 0.012, base), colour)
    canvas.fill(crown, colour)
    if light:
        canvas.shade(crown, light, "right", 0.8, 0.7)


def bare_tree(canvas: Canvas, x: float, base: float, height: float, colour: str, depth: int = 5) -> None:
    """A tree in winter, grown from the sheet's own seed."""
    _branch(canvas, (x, base), -90, height * 0.3, height * 0.045, colour, depth)


def _branch(canvas: Canvas, foot: Point, angle: float, length: float, width: float, colour: str, depth: int) -> None:
    bend = canvas.random.uniform(-10, 10)
    middle = _step(foot, angle, length / 2)
    tip = _step(middle, angle + bend, length / 2)
    canvas.fill(stroke([foot, middle, tip], [width, width * 0.82, width * 0.68]), colour)
    if depth == 0:
        return
    for turn in (-1, 1) if depth > 3 else (-1, canvas.random.choice([0, 0.2, 1]), 1):
        spread = turn * canvas.random.uniform(16, 34) + bend
        shorter = length * canvas.random.uniform(0.68, 0.86)
        _branch(canvas, tip, angle + spread, shorter, width * 0.66, colour, depth - 1)


def _step(foot: Point, angle: float, length: float) -> Point:
    return foot[0] + length * math.cos(math.radians(angle)), foot[1] + length * math.sin(math.radians(angle))


def windows(
    canvas: Canvas, area: tuple[float, float, float, float], columns: int, rows: int, dark: str, lit: Sequence[int] = ()
) -> None:
    """A grid of windows in left, top, right, bottom; those numbered in ``lit``, row by row, have a lamp on."""
    left, top, right, bottom = area
    wide, high = (right - left) / columns, (bottom - top) / rows
    for index in range(columns * rows):
        x, y = left + index % columns * wide, top + index // columns * high
        pane = box(x + wide * 0.24, y + high * 0.2, x + wide * 0.76, y + high * 0.78)
        canvas.fill(pane, ink.AMBER if index in lit else dark)


def house(canvas: Canvas, x: float, base: float, wide: float, wall: str, roof: str, lit: bool = False) -> None:
    """A cottage seen from its gable side, with a chimney and one window."""
    high = wide * 0.5
    canvas.fill(box(x, base - high, x + wide, base), wall)
    canvas.fill([(x - wide * 0.1, base - high), (x + wide * 0.5, base - high * 2), (x + wide * 1.1, base - high)], roof)
    canvas.fill(box(x + wide * 0.72, base - high * 1.95, x + wide * 0.84, base - high * 1.3), roof)
    canvas.fill(
        box(x + wide * 0.36, base - high * 0.72, x + wide * 0.64, base - high * 0.26), ink.AMBER if lit else ink.INK
    )


def glints(
    canvas: Canvas, x: float, top: float, bottom: float, width: float, colour: str, count: int, stay: float = 0.25
) -> None:
    """Light on water: level strokes below a lamp, longer and rarer towards the viewer."""
    for index in range(count):
        part = (index + canvas.random.uniform(0, 0.7)) / count
        y = top + (bottom - top) * part**1.25
        half = width * (0.25 + 0.75 * part) * canvas.random.uniform(0.35, 1) / 2
        shift = canvas.random.uniform(-stay, stay) * width
        thick = 1.2 + 3.4 * part
        canvas.fill(rounded(x + shift - half, y - thick, x + shift + half, y + thick, thick), colour)


def ripples(canvas: Canvas, top: float, bottom: float, colour: str, count: int) -> None:
    """Quiet water over the whole width."""
    for _ in range(count):
        part = canvas.random.random()
        y = top + (bottom - top) * part
        half = (18 + 90 * part) * canvas.random.uniform(0.4, 1)
        x = canvas.random.uniform(-40, canvas.width + 40)
        canvas.fill(rounded(x - half, y - 0.9 - part, x + half, y + 0.9 + part, 0.9 + part), colour)


def smoke(canvas: Canvas, path: Sequence[Point], widths: Sequence[float], colour: str, edge: str) -> None:
    """A plume along a path, with grain on its under side."""
    plume = stroke(path, widths)
    canvas.fill(plume, colour)
    canvas.shade(plume, edge, "bottom", 0.8, 0.8)


def walker(
    canvas: Canvas, x: float, base: float, scale: float, coat: str, head: str, bag: str | None = None, lean: float = 0
) -> None:
    """Someone in a winter coat, seen as a paper cut-out; ``lean`` tips the upper body forward (right) or back."""

    def part(shape: Sequence[Point]) -> Shape:
        return [(x + (across - up * lean * 0.01) * scale, base + up * scale) for across, up in shape]

    for foot in (-6, 6):
        canvas.fill(part(stroke([(foot * 0.7, -30), (foot, -4)], [8, 6])), ink.INK)
        canvas.fill(part(rounded(foot - 4, -5, foot + 6, 0, 2)), ink.INK)
    body = [(-6, -62), (-13, -57), (-14, -40), (-16, -20), (0, -17), (16, -20), (14, -40), (13, -57), (6, -62)]
    canvas.fill(part(smooth(body, steps=5)), coat)
    canvas.fill(part(stroke([(11, -56), (15, -42), (17, -28)], [7, 7, 5])), coat)
    canvas.fill(part(oval(0, -71, 8, 9)), head)
    canvas.fill(part(rounded(-8, -65, 8, -59, 3)), head)
    if bag:
        canvas.line(part([(17, -28), (20, -22)]), ink.INK, 2 * scale)
        canvas.fill(part(rounded(11, -23, 29, -4, 2)), bag)


def wire(canvas: Canvas, poles: Sequence[Point], sag: float, colour: str, width: float = 2) -> None:
    """A cable that hangs between each pole and the next."""
    for (x, y), (far, high) in zip(poles, poles[1:], strict=False):
        parts = [step / 12 for step in range(13)]
        hung = [(x + (far - x) * part, y + (high - y) * part + sag * 4 * part * (1 - part)) for part in parts]
        canvas.line(hung, colour, width)


def lamp(canvas: Canvas, x: float, base: float, height: float, post: str, light: str | None = ink.AMBER) -> None:
    """A street lamp with a bent neck."""
    top = base - height
    neck = [(x, base), (x, top + 20), (x + 6, top + 4), (x + 22, top), (x + 44, top + 2)]
    canvas.line(smooth(neck, closed=False), post, 5)
    canvas.fill([(x + 36, top - 4), (x + 66, top + 4), (x + 64, top + 12), (x + 36, top + 8)], post)
    if light:
        canvas.fill(oval(x + 51, top + 11, 11, 5), light)
