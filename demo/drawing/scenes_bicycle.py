"""On two wheels: an old captain pushes his bicycle along the embankment."""

from __future__ import annotations

import math

from demo.drawing import elements, people
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import box, oval, ridge, rounded, smooth, stroke


def captain(canvas: Canvas) -> None:
    """Sunrise on the embankment: a barge, people pushing bicycles over the iron bridge, and an old captain doing likewise."""
    canvas.fill(canvas.all, ink.SLATE)
    elements.sky(canvas, ink.ROSE, 560, 1.1)
    canvas.shade(box(0, 260, 1600, 570), ink.AMBER, "bottom", 0.9, 0.8)
    canvas.fill(oval(380, 470, 130), ink.PAPER)
    canvas.shade(oval(380, 470, 130), ink.FLAME, "bottom", 0.7)
    far = ridge([(-20, 520), (260, 490), (640, 530), (1080, 500), (1620, 470)], 600)
    canvas.fill(far, ink.PLUM)
    canvas.shade(far, ink.ROSE, "bottom", 0.8, 0.9)
    water = box(0, 570, 1600, 820)
    canvas.fill(water, ink.DUSK)
    canvas.shade(water, ink.FLAME, "top", 0.9, 0.8)
    elements.ripples(canvas, 590, 800, ink.NIGHT, 60)
    elements.glints(canvas, 380, 580, 800, 260, ink.SAND, 24)
    _arches(canvas)
    _barge(canvas)
    _embankment(canvas)
    _bicycle(canvas, 1010, 880)
    _old_man(canvas)
    for x, y, size in ((620, 190, 1.0), (720, 240, 0.8), (560, 280, 0.7)):
        for side in (-1, 1):
            wing = [(x - side * 34 * size, y - 6 * size), (x - side * 18 * size, y - 18 * size), (x, y)]
            canvas.fill(stroke(wing, [2, 8 * size, 5 * size]), ink.INK)


def _arches(canvas: Canvas) -> None:
    deck = 478
    shore = smooth([(640, 580), (700, 524), (770, 486), (830, 474), (880, 520), (900, 580)], closed=False)
    canvas.fill(shore, ink.WINE)
    canvas.shade(shore, ink.PLUM, "bottom", 1.0, 0.9)
    for left in (820, 1150, 1480):
        top = [
            (left, deck - 30),
            (left + 70, deck - 112),
            (left + 165, deck - 140),
            (left + 260, deck - 112),
            (left + 330, deck - 30),
        ]
        canvas.line(smooth(top, closed=False), ink.INK, 10)
        for step, high in enumerate((30, 96, 130, 140, 130, 96, 30)):
            x = left + step * 55
            canvas.line([(x, deck), (x, deck - high)], ink.INK, 4)
            if step < 6:
                canvas.line(
                    [(x, deck - (0 if step < 3 else high)), (x + 55, deck - (high if step < 3 else 0))], ink.INK, 3
                )
        canvas.fill([(left - 20, deck), (left + 20, deck), (left + 28, 620), (left - 28, 620)], ink.INK)
        canvas.wash(box(left - 30, 620, left + 30, 720), ink.INK, 0.4)
    canvas.fill(box(800, deck - 4, 1600, deck + 14), ink.INK)
    for x in (960, 1060, 1285, 1340):
        elements.walker(canvas, x, deck - 4, 0.5, ink.INK, ink.INK)
        canvas.line(oval(x + 24, deck - 12, 9), ink.INK, 2)
        canvas.line(oval(x + 48, deck - 12, 9), ink.INK, 2)
        canvas.line([(x + 24, deck - 12), (x + 34, deck - 26), (x + 46, deck - 26), (x + 48, deck - 12)], ink.INK, 2)


def _barge(canvas: Canvas) -> None:
    hull = [(150, 668), (640, 668), (600, 722), (200, 722)]
    canvas.fill(hull, ink.WINE)
    canvas.shade(hull, ink.INK, "bottom", 0.9)
    canvas.fill(box(142, 658, 648, 672), ink.BRICK)
    canvas.fill(smooth([(210, 660), (290, 632), (400, 626), (480, 660)], closed=False), ink.AMBER)
    canvas.fill(box(520, 600, 604, 660), ink.PAPER)
    canvas.shade(box(520, 600, 604, 660), ink.SLATE, "right", 0.9)
    canvas.fill(box(510, 590, 614, 602), ink.BRICK)
    canvas.fill(box(532, 614, 560, 636), ink.INK)
    canvas.fill(box(568, 614, 594, 636), ink.AMBER)
    canvas.wash([(200, 722), (600, 722), (570, 752), (230, 752)], ink.INK, 0.4)


def _embankment(canvas: Canvas) -> None:
    canvas.fill(box(0, 792, 1600, 836), ink.SAND)
    canvas.shade(box(0, 792, 1600, 836), ink.WINE, "bottom", 1.0)
    pavement = box(0, 832, 1600, 1000)
    canvas.fill(pavement, ink.PLUM)
    canvas.shade(pavement, ink.INK, "bottom", 1.0, 0.9)
    canvas.shade(pavement, ink.ROSE, "left", 0.6, 0.8)
    for x in range(-200, 1700, 130):
        canvas.line([(x, 836), (x + (x - 800) * 0.3, 1000)], ink.WINE, 2)
    canvas.line([(0, 900), (1600, 900)], ink.WINE, 2)
    canvas.line([(0, 716), (1600, 716)], ink.INK, 7)
    for x in range(30, 1600, 96):
        canvas.line([(x, 716), (x, 796)], ink.INK, 5)
    elements.lamp(canvas, 220, 832, 560, ink.INK, light=None)


def _bicycle(canvas: Canvas, x: float, base: float) -> None:
    canvas.wash(oval(x + 130, base + 66, 300, 14), ink.INK, 0.5)
    hub = base - 40
    back, front = (x, hub), (x + 290, hub)
    for wheel in (back, front):
        canvas.line(oval(*wheel, 104), ink.INK, 13)
        canvas.line(oval(*wheel, 92), ink.MIST, 4)
        for turn in range(0, 180, 20):
            a, b = 92 * math.cos(math.radians(turn)), 92 * math.sin(math.radians(turn))
            canvas.line([(wheel[0] - a, wheel[1] - b), (wheel[0] + a, wheel[1] + b)], ink.MIST, 1.5)
        canvas.fill(oval(*wheel, 11), ink.INK)
    crank, seat, neck = (x + 118, hub + 6), (x + 76, hub - 148), (x + 236, hub - 150)
    for path in ((back, crank), (crank, seat), (seat, neck), (neck, crank), (back, seat)):
        canvas.line(list(path), ink.AMBER, 12)
    canvas.line([front, neck, (x + 224, hub - 200)], ink.AMBER, 12)
    canvas.line(smooth([(x + 224, hub - 196), (x + 196, hub - 216), (x + 152, hub - 204)], closed=False), ink.INK, 10)
    canvas.line([seat, (x + 68, hub - 176)], ink.INK, 9)
    canvas.fill(smooth([(x + 20, hub - 190), (x + 70, hub - 196), (x + 124, hub - 184), (x + 60, hub - 170)]), ink.WINE)
    canvas.fill(oval(*crank, 25), ink.INK)
    canvas.line([(x + 118, hub + 6), (x + 152, hub + 40)], ink.INK, 8)
    canvas.fill(rounded(x + 136, hub + 36, x + 176, hub + 46, 4), ink.INK)
    canvas.line(oval(*back, 124, 124, 196, 300), ink.BRICK, 8)
    canvas.line(oval(*front, 124, 124, 236, 340), ink.BRICK, 8)
    canvas.fill(oval(x + 262, hub - 176, 20), ink.SAND)
    canvas.glow(x + 272, hub - 176, 60, ink.PAPER, 0.8)
    canvas.line([(x - 40, hub - 130), (x + 70, hub - 130)], ink.INK, 7)
    canvas.fill(rounded(x - 60, hub - 214, x + 20, hub - 134, 8), ink.TEAL)
    canvas.shade(rounded(x - 60, hub - 214, x + 20, hub - 134, 8), ink.INK, "left", 0.8)
    canvas.line(oval(x - 20, hub - 214, 20, 16, 180, 360), ink.INK, 6)


def _old_man(canvas: Canvas) -> None:
    x, base = 900, 948
    canvas.wash([(x - 40, base), (x + 50, base), (x + 250, 1000), (x + 60, 1000)], ink.INK, 0.5)
    for foot, ahead in ((-26, -46), (24, 66)):
        canvas.fill(stroke([(x + foot * 0.6, base - 230), (x + ahead, base - 16)], [58, 40]), ink.NIGHT)
        canvas.fill(rounded(x + ahead - 24, base - 28, x + ahead + 46, base + 2, 12), ink.INK)
    coat = smooth([(x - 78, base - 210), (x - 84, base - 350), (x - 44, base - 440), (x + 40, base - 440), (x + 82, base - 350),
                   (x + 82, base - 210), (x, base - 194)])  # fmt: skip
    canvas.fill(coat, ink.DUSK)
    canvas.shade(coat, ink.AMBER, "left", 0.7, 0.35)
    canvas.shade(coat, ink.INK, "right", 0.9, 0.7)
    for y in (-390, -340, -290):
        canvas.fill(oval(x + 38, base + y, 7), ink.AMBER)
    people.head(canvas, x + 12, base - 492, 1.15)
    beard = [(x + 60, base - 500), (x + 62, base - 444), (x + 34, base - 414), (x - 12, base - 424), (x - 32, base - 484),
             (x - 6, base - 470), (x + 30, base - 474)]  # fmt: skip
    canvas.fill(smooth(beard), ink.SNOW)
    canvas.shade(smooth(beard), ink.SLATE, "left", 0.8, 0.7)
    people.cap(canvas, x + 10, base - 508, 1.12, ink.NIGHT, ink.INK)
    canvas.fill(oval(x + 42, base - 536, 8), ink.AMBER)
    people.arm(canvas, [(x + 40, base - 380), (x + 120, base - 306), (x + 266, base - 316)], 1.1, ink.DUSK)
    people.arm(canvas, [(x - 34, base - 370), (x - 10, base - 280), (x + 110, base - 280)], 1.1, ink.NIGHT)
