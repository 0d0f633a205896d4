"""The medicine on the cold windowsill."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, oval, rounded, smooth


def windowsill(canvas: Canvas) -> None:
    """A frosted window at night; on its sill a packet and three vials stand in the cold."""
    canvas.fill(canvas.all, ink.PLUM)
    canvas.shade(canvas.all, ink.FLAME, "right", 0.75, 0.8)
    canvas.shade(canvas.all, ink.INK, "top", 0.9, 0.7)
    canvas.fill(box(250, 40, 1250, 800), ink.SNOW)
    canvas.shade(box(250, 40, 1250, 800), ink.SLATE, "left", 1.0, 0.9)
    for left, right in ((290, 736), (764, 1210)):
        _pane(canvas, left, right)
    canvas.fill(box(724, 390, 776, 470), ink.MIST)
    canvas.fill(rounded(742, 408, 758, 476, 6), ink.AMBER)
    sill = [(170, 790), (1330, 790), (1400, 868), (100, 868)]
    canvas.fill(sill, ink.SNOW)
    canvas.shade(sill, ink.MIST, "left", 1.0, 0.9)
    canvas.fill([(100, 868), (1400, 868), (1400, 900), (100, 900)], ink.MIST)
    canvas.shade(box(100, 868, 1400, 900), ink.DUSK, "left", 1.0, 0.9)
    for x in range(270, 1270, 78):
        canvas.fill(rounded(x, 930, x + 56, 1040, 22), ink.SAND)
        canvas.shade(rounded(x, 930, x + 56, 1040, 22), ink.BRICK, "left", 0.9, 0.9)
    _medicine(canvas)
    _curtain(canvas)


def _pane(canvas: Canvas, left: float, right: float) -> None:
    glass = box(left, 80, right, 770)
    canvas.fill(glass, ink.INK)
    canvas.shade(glass, ink.DUSK, "bottom", 1.1, 1.0)
    for index in range(26):
        x, y = canvas.random.uniform(left + 10, right - 10), canvas.random.uniform(90, 420)
        canvas.fill(oval(x, y, 3 if index % 8 == 0 else 1.6), ink.PAPER)
    if left < 500:
        canvas.fill(oval(560, 210, 56), ink.PAPER)
        canvas.shade(oval(560, 210, 56), ink.SAND, "right", 0.8)
    for index in range(2):
        wide = (right - left) / 2
        block = box(left + index * wide + 8, 470 + (index + int(left)) % 3 * 34, left + (index + 1) * wide - 10, 770)
        canvas.fill(block, ink.NIGHT)
        area = (block[0][0], block[0][1] + 10, block[2][0], 770)
        elements.windows(canvas, area, 4, 5, ink.INK, [9] if left < 500 and index else [])
    canvas.shade(box(left, 560, right, 770), ink.ICE, "bottom", 0.85, 1.0)
    for corner, lean in ((left, 1), (right, -1)):
        for step in range(7):
            foot = (corner + lean * step * 30, 772)
            long = 250 - step * 30 + canvas.random.uniform(-30, 30)
            _fern(canvas, foot, lean * (0.05 + step * 0.05), long)


def _fern(canvas: Canvas, foot: tuple[float, float], lean: float, long: float) -> None:
    x, y = foot
    canvas.line([(x, y), (x + lean * long, y - long)], ink.SNOW, 4)
    for step in range(1, 9):
        part = step / 9
        at = (x + lean * long * part, y - long * part)
        reach = 46 * (1 - part) + 8
        for side in (-1, 1):
            canvas.line([at, (at[0] + side * reach, at[1] - reach * 0.8)], ink.SNOW, 2.6)


def _medicine(canvas: Canvas) -> None:
    packet: Shape = [(420, 640), (640, 640), (640, 832), (420, 832)]
    canvas.wash([(430, 832), (650, 832), (580, 862), (350, 862)], ink.DUSK, 0.5)
    canvas.fill(packet, ink.PAPER)
    canvas.shade(packet, ink.MIST, "left", 0.9, 0.8)
    canvas.fill([(640, 640), (690, 620), (690, 806), (640, 832)], ink.SAND)
    canvas.fill([(420, 640), (470, 620), (690, 620), (640, 640)], ink.SNOW)
    canvas.fill(box(420, 700, 640, 756), ink.TEAL)
    canvas.fill([(640, 700), (690, 680), (690, 734), (640, 756)], ink.PINE)
    drop = smooth([(470, 652), (486, 680), (470, 692), (454, 680)])
    canvas.fill(drop, ink.BRICK)
    for x, base in ((800, 826), (890, 838), (980, 824)):
        canvas.wash([(x - 20, base), (x + 34, base), (x - 30, base + 26), (x - 90, base + 26)], ink.DUSK, 0.5)
        vial = rounded(x - 34, base - 110, x + 34, base, 12)
        canvas.fill(vial, ink.ICE)
        canvas.shade(vial, ink.SLATE, "left", 0.9, 0.7)
        canvas.fill(rounded(x - 34, base - 74, x + 34, base - 26, 2), ink.PAPER)
        canvas.fill(box(x - 34, base - 66, x + 34, base - 52), ink.BRICK)
        canvas.fill(box(x - 20, base - 128, x + 20, base - 106), ink.MIST)
        canvas.fill(rounded(x - 27, base - 150, x + 27, base - 122, 6), ink.FLAME)
        for angle in (-1, 0, 1):
            canvas.line([(x + angle * 14, base - 4), (x + angle * 20, base - 22)], ink.SNOW, 3)
    canvas.fill(rounded(1060, 300, 1092, 560, 16), ink.SNOW)
    canvas.line([(1076, 320), (1076, 530)], ink.MIST, 6)
    canvas.line([(1076, 470), (1076, 530)], ink.BRICK, 8)
    canvas.fill(oval(1076, 536, 15), ink.BRICK)
    for y in range(330, 500, 20):
        canvas.line([(1084, y), (1091, y)], ink.INK, 2)


def _curtain(canvas: Canvas) -> None:
    for index in range(6):
        x = 1240 + index * 64
        fold = smooth([(x, -20), (x + 100, -20), (x + 84, 400), (x + 110, 1030), (x - 20, 1030), (x + 20, 400)])
        canvas.fill(fold, ink.BRICK if index % 2 else ink.FLAME)
        canvas.shade(fold, ink.WINE, "left", 1.0, 0.8)
    for index in range(3):
        x = -60 + index * 64
        fold = smooth([(x, -20), (x + 100, -20), (x + 84, 400), (x + 90, 1030), (x - 30, 1030), (x + 20, 400)])
        canvas.fill(fold, ink.WINE if index % 2 else ink.BRICK)
        canvas.shade(fold, ink.INK, "left", 1.0, 0.9)
