"""The lock at Pryshyb, half a day above the city."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, oval, rounded, smooth, stroke


def lock(canvas: Canvas) -> None:
    """The lock at Pryshyb on a blue evening: shut gates, jets of leaking water, a lit house with geraniums."""
    canvas.fill(canvas.all, ink.DUSK)
    canvas.shade(box(0, 0, 1600, 420), ink.NIGHT, "top", 1.0, 0.9)
    canvas.shade(box(0, 120, 1600, 430), ink.ROSE, "bottom", 0.8, 0.8)
    elements.stars(canvas, 70, 200)
    for x, high in ((60, 260), (120, 330), (190, 280), (560, 200), (610, 240), (930, 210), (1560, 300)):
        elements.poplar(canvas, x, 430, high, ink.NIGHT, ink.DUSK)
    canvas.fill(box(0, 400, 1600, 470), ink.SNOW)
    canvas.shade(box(0, 400, 1600, 470), ink.SLATE, "left", 0.9, 0.9)
    canvas.fill(box(440, 424, 1160, 470), ink.SLATE)
    canvas.shade(box(440, 424, 1160, 470), ink.ROSE, "top", 0.9)
    canvas.fill(box(0, 880, 1600, 1000), ink.PINE)
    canvas.shade(box(400, 850, 1200, 1000), ink.INK, "bottom", 1.0, 0.9)
    _gates(canvas)
    _walls(canvas)
    _lock_house(canvas)
    for x in range(1190, 1560, 44):
        canvas.line([(x, 472), (x, 420)], ink.INK, 4)
    elements.walker(canvas, 300, 476, 2.0, ink.FLAME, ink.WINE, lean=10)
    canvas.line([(206, 420), (436, 388)], ink.INK, 9)
    canvas.fill(rounded(386, 396, 426, 476, 6), ink.INK)
    canvas.fill(oval(406, 396, 30, 12), ink.SLATE)
    elements.lamp(canvas, 120, 476, 250, ink.INK)
    canvas.glow(171, 240, 120, ink.AMBER, 0.9)
    elements.snow(canvas, 130)


def _gates(canvas: Canvas) -> None:
    for side in (-1, 1):
        leaf: Shape = [(800, 476), (800 + side * 380, 440), (800 + side * 380, 960), (800, 900)]
        canvas.fill(leaf, ink.WINE if side < 0 else ink.BRICK)
        for step in range(1, 8):
            x = 800 + side * step * 380 / 8
            canvas.line([(x, 476 - step * 4.5), (x, 900 + step * 7.5)], ink.PLUM, 4)
        for high, low in ((0.06, 0.12), (0.34, 0.4), (0.62, 0.68)):
            band = [(800, 476 + 424 * high), (800 + side * 380, 440 + 520 * high), (800 + side * 380, 440 + 520 * low),
                    (800, 476 + 424 * low)]  # fmt: skip
            canvas.fill(band, ink.INK)
        canvas.shade(leaf, ink.INK, "bottom", 1.0, 0.8)
    for x, y, reach in ((800, 600, 0), (640, 690, -1), (950, 730, 1), (800, 780, 0)):
        jet = [(x, y), (x + reach * 26, y + 60), (x + reach * 34, 900)]
        canvas.fill(stroke(jet, [9, 22, 44]), ink.ICE)
        canvas.fill(stroke(jet, [3, 8, 16]), ink.SNOW)
    canvas.fill(smooth([(440, 946), (620, 900), (800, 884), (980, 900), (1160, 946), (800, 1060)]), ink.TEAL)
    for x in (640, 800, 950):
        canvas.fill(
            smooth([(x - 90, 930), (x - 40, 902), (x + 10, 894), (x + 60, 904), (x + 90, 930), (x, 950)]), ink.SNOW
        )
    elements.ripples(canvas, 940, 1000, ink.ICE, 30)
    canvas.fill([(420, 426), (800, 462), (1180, 426), (1180, 446), (800, 484), (420, 446)], ink.SNOW)
    canvas.line([(420, 374), (800, 408), (1180, 374)], ink.INK, 5)
    for step in range(-8, 9):
        x, drop = 800 + step * 46, 36 - abs(step) * 4.2
        canvas.line([(x, 374 + drop), (x, 430 + drop)], ink.INK, 4)


def _walls(canvas: Canvas) -> None:
    for side in (-1, 1):
        wall: Shape = [
            (800 + side * 380, 466),
            (800 + side * 820, 466),
            (800 + side * 820, 1010),
            (800 + side * 340, 1010),
        ]
        canvas.fill(wall, ink.SLATE)
        canvas.shade(wall, ink.INK, "bottom", 1.0, 0.9)
        canvas.shade(wall, ink.NIGHT, "left" if side > 0 else "right", 0.8, 0.5)
        for row, y in enumerate(range(500, 1000, 62)):
            canvas.line([(800 + side * 376, y), (800 + side * 820, y)], ink.NIGHT, 3)
            for column in range(4):
                x = 800 + side * (420 + column * 112 + row % 2 * 50)
                canvas.line([(x, y), (x, y + 62)], ink.NIGHT, 3)
        canvas.fill([(800 + side * 372, 452), (800 + side * 820, 452), (800 + side * 820, 480), (800 + side * 372, 480)],
                    ink.SNOW)  # fmt: skip
        x = 800 + side * 440
        for y in range(520, 960, 40):
            canvas.line([(x - 20, y), (x + 20, y)], ink.AMBER if y < 600 else ink.INK, 6)
        canvas.line([(x - 20, 490), (x - 20, 960)], ink.INK, 6)
        canvas.line([(x + 20, 490), (x + 20, 960)], ink.INK, 6)


def _lock_house(canvas: Canvas) -> None:
    wall = box(1230, 250, 1530, 456)
    canvas.fill(wall, ink.PAPER)
    canvas.shade(wall, ink.MIST, "right", 1.0, 0.8)
    canvas.fill([(1196, 262), (1380, 130), (1564, 262)], ink.BRICK)
    canvas.shade([(1196, 262), (1380, 130), (1564, 262)], ink.INK, "right", 0.8, 0.8)
    canvas.line([(1190, 262), (1380, 126), (1570, 262)], ink.SNOW, 14)
    canvas.fill(box(1450, 120, 1488, 220), ink.WINE)
    elements.smoke(canvas, [(1469, 112), (1450, 70), (1400, 40), (1330, 30)], [14, 34, 40, 3], ink.MIST, ink.SLATE)
    for left in (1256, 1440):
        canvas.glow(left + 32, 350, 110, ink.AMBER, 0.6)
        canvas.fill(box(left - 6, 304, left + 70, 396), ink.TEAL)
        canvas.fill(box(left, 310, left + 64, 390), ink.AMBER)
        canvas.line([(left + 32, 310), (left + 32, 390)], ink.TEAL, 5)
        for x in range(int(left), int(left) + 66, 16):
            canvas.fill(oval(x + 2, 384, 10), ink.PINE)
            canvas.fill(oval(x + 2, 374, 8), ink.BRICK)
        canvas.fill(box(left - 6, 392, left + 70, 408), ink.WINE)
    canvas.fill(rounded(1352, 330, 1412, 456, 8), ink.PINE)
    canvas.fill(oval(1400, 396, 4), ink.AMBER)
    canvas.line(oval(1380, 222, 20), ink.PAPER, 7)
