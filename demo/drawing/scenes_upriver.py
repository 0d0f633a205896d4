"""Up the Verbna in the cold months: the bird count and the wells of Zalissia."""

from __future__ import annotations

import math

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, mirror, move, oval, ridge, rounded, smooth, stroke


def birds(canvas: Canvas) -> None:
    """Three people count swans, ducks and a drying cormorant from the snowy bank; an eagle passes."""
    canvas.fill(canvas.all, ink.ROSE)
    canvas.shade(box(0, 0, 1600, 460), ink.TEAL, "top", 1.0, 0.95)
    canvas.shade(box(0, 200, 1600, 470), ink.SAND, "bottom", 0.9)
    canvas.fill(oval(560, 380, 84), ink.PAPER)
    far = ridge([(-20, 400), (260, 380), (620, 420), (1000, 396), (1300, 360), (1620, 390)], 480)
    canvas.fill(far, ink.SLATE)
    canvas.shade(far, ink.MIST, "bottom", 1.0, 0.9)
    for x, high in ((80, 120), (120, 160), (164, 130), (1180, 120), (1216, 150), (1420, 170), (1462, 200)):
        elements.poplar(canvas, x, 440, high, ink.DUSK, ink.SLATE)
    canvas.fill(box(0, 456, 1600, 1000), ink.TEAL)
    canvas.shade(box(0, 456, 1600, 1000), ink.DUSK, "bottom", 1.1, 1.0)
    canvas.shade(box(0, 456, 1600, 620), ink.ROSE, "top", 0.9, 0.9)
    canvas.fill(ridge([(-20, 456), (300, 452), (620, 462), (900, 456), (1620, 452)], 474), ink.SNOW)
    elements.ripples(canvas, 500, 900, ink.PINE, 60)
    elements.glints(canvas, 560, 478, 900, 240, ink.PAPER, 26)
    for x, y, wide in ((1240, 560, 200), (180, 600, 170), (860, 520, 130), (1480, 680, 180)):
        floe = smooth([(x - wide, y), (x - wide * 0.5, y - 18), (x + wide * 0.4, y - 20), (x + wide, y), (x, y + 20)])
        canvas.fill(move(floe, 0, 12), ink.SLATE)
        canvas.fill(floe, ink.SNOW)
    for x, y, size, turned in ((700, 690, 1.3, False), (960, 640, 1.0, False), (480, 600, 0.8, True)):
        _swan(canvas, x, y, size, turned)
    ducks = (
        (1180, 552, 0.9),
        (1270, 560, 0.9),
        (1120, 720, 1.1),
        (1240, 760, 1.2),
        (330, 690, 1.0),
        (210, 596, 0.8),
        (1000, 790, 1.2),
    )
    for x, y, size in ducks:
        _duck(canvas, x, y, size, ink.WINE if (x + y) % 20 else ink.PINE)
    _cormorant(canvas, 1420, 640)
    _eagle(canvas, 1060, 170)
    bank = ridge([(-20, 800), (240, 780), (520, 850), (860, 930), (1180, 980), (1620, 960)], 1010)
    canvas.fill(bank, ink.SNOW)
    canvas.shade(bank, ink.SLATE, "bottom", 1.0, 0.9)
    for index in range(26):
        foot = 620 + index * 15 + canvas.random.uniform(-6, 6)
        lean, tall = canvas.random.uniform(-16, 30), canvas.random.uniform(60, 150)
        stem = [(foot, 990), (foot + lean * 0.4, 990 - tall * 0.6), (foot + lean, 990 - tall)]
        canvas.fill(stroke(stem, [6, 4, 2]), ink.BRICK)
        if index % 3 == 0:
            canvas.line([(foot + lean, 990 - tall), (foot + lean * 1.1, 954 - tall)], ink.WINE, 10)
    _counters(canvas)


def _swan(canvas: Canvas, x: float, y: float, size: float, turned: bool) -> None:
    def part(shape: Shape) -> Shape:
        placed = move(shape, x, y, size)
        return mirror(placed, x) if turned else placed

    canvas.wash(part(oval(0, 18, 96, 14)), ink.INK, 0.35)
    body = part(smooth([(-92, -18), (-60, -52), (0, -60), (56, -34), (74, 4), (40, 20), (-50, 20)]))
    canvas.fill(body, ink.PAPER)
    canvas.shade(body, ink.MIST, "bottom", 1.0, 0.8)
    neck = stroke([(58, -4), (84, -50), (62, -98), (72, -136), (98, -142)], [34, 22, 17, 18, 20])
    canvas.fill(part(neck), ink.PAPER)
    canvas.fill(part([(104, -150), (136, -130), (104, -130)]), ink.FLAME)
    canvas.fill(part(oval(104, -142, 6, 5)), ink.INK)
    wing = part(smooth([(-104, -40), (-50, -70), (10, -56), (24, -24), (-30, -6)]))
    canvas.fill(wing, ink.SNOW)
    canvas.shade(wing, ink.MIST, "bottom", 0.9, 0.9)


def _duck(canvas: Canvas, x: float, y: float, size: float, head: str) -> None:
    canvas.wash(move(oval(0, 8, 42, 7), x, y, size), ink.INK, 0.35)
    canvas.fill(move(smooth([(-44, -14), (-20, -18), (14, -18), (34, 0), (20, 10), (-24, 10)]), x, y, size), ink.SAND)
    canvas.fill(move(stroke([(24, 0), (30, -18)], [20, 12]), x, y, size), ink.SNOW)
    canvas.fill(move(smooth([(-40, -14), (-8, -20), (12, -8), (-16, 0)]), x, y, size), ink.WINE)
    canvas.fill(move(oval(33, -28, 14, 12), x, y, size), head)
    canvas.fill(move([(44, -31), (62, -24), (44, -22)], x, y, size), ink.AMBER)


def _cormorant(canvas: Canvas, x: float, y: float) -> None:
    canvas.fill([(x - 12, y), (x + 12, y), (x + 16, y + 140), (x - 16, y + 140)], ink.INK)
    canvas.fill(oval(x, y + 140, 40, 8), ink.INK)
    for side in (-1, 1):
        feathers = [(0, -76), (60, -110), (112, -92), (104, -40), (78, -50), (62, -22), (42, -40)]
        canvas.fill(smooth([(x + side * across, y + down) for across, down in feathers]), ink.INK)
    trunk = [(x, y + 4), (x, y - 50), (x + 6, y - 96), (x - 6, y - 130), (x + 10, y - 142)]
    canvas.fill(stroke(trunk, [26, 40, 22, 16, 14]), ink.INK)
    canvas.fill([(x + 12, y - 148), (x + 44, y - 140), (x + 12, y - 134)], ink.AMBER)


def _eagle(canvas: Canvas, x: float, y: float) -> None:
    for side in (-1, 1):
        edge = [(0, -8), (70, -34), (150, -20), (176, 12), (120, 10), (60, 14)]
        canvas.fill(smooth([(x + side * across, y + down) for across, down in edge]), ink.WINE)
        for finger in (0, 1, 2):
            tip = [(x + side * 140, y - 8 + finger * 8), (x + side * (196 - finger * 8), y + 6 + finger * 14)]
            canvas.fill(stroke(tip, [10, 2]), ink.WINE)
    canvas.fill(smooth([(x, y - 30), (x + 14, y), (x + 10, y + 30), (x - 10, y + 30), (x - 14, y)]), ink.WINE)
    canvas.fill([(x - 9, y + 24), (x + 9, y + 24), (x + 18, y + 52), (x - 18, y + 52)], ink.PAPER)
    canvas.fill(oval(x, y - 26, 9, 12), ink.SAND)


def _counters(canvas: Canvas) -> None:
    for foot in (120, 210, 166):
        canvas.line([(168, 690), (foot, 876)], ink.INK, 7)
    canvas.fill(stroke([(110, 700), (210, 664), (300, 634)], [20, 34, 44]), ink.INK)
    canvas.fill(stroke([(120, 694), (210, 662)], [8, 14]), ink.SLATE)
    elements.walker(canvas, 76, 900, 2.6, ink.BRICK, ink.WINE, lean=12)
    elements.walker(canvas, 330, 892, 2.4, ink.AMBER, ink.PINE)
    canvas.fill([(366, 776), (424, 762), (434, 816), (376, 830)], ink.PAPER)
    for row in range(4):
        canvas.line([(378, 784 + row * 11), (416, 775 + row * 11)], ink.SLATE, 3)
    elements.walker(canvas, 450, 916, 1.6, ink.PLUM, ink.FLAME, ink.TEAL)


def well(canvas: Canvas) -> None:
    """A cut through the ground: a woman at a well whose water lies far down, and a pit whose pump draws it away."""
    canvas.fill(canvas.all, ink.SAND)
    canvas.shade(box(0, 0, 1600, 420), ink.FLAME, "top", 0.85, 0.9)
    canvas.fill(oval(560, 220, 92), ink.PAPER)
    canvas.fill(ridge([(-20, 380), (400, 352), (800, 372), (1200, 350), (1620, 366)], 440), ink.ROSE)
    for x, size in ((640, 60), (730, 50), (810, 64)):
        elements.house(canvas, x, 392, size, ink.PAPER, ink.WINE, False)
    for x, high in ((600, 110), (890, 130), (924, 100), (60, 150), (100, 190)):
        elements.poplar(canvas, x, 396, high, ink.PINE, ink.TEAL)
    _strata(canvas)
    _pit(canvas)
    _shaft(canvas)
    _sweep(canvas)


def _strata(canvas: Canvas) -> None:
    canvas.fill(box(0, 390, 1600, 1000), ink.MOSS)
    canvas.shade(box(0, 390, 1600, 450), ink.PINE, "bottom", 0.9, 0.9)
    layers = (
        (424, ink.PLUM, ink.INK),
        (520, ink.BRICK, ink.WINE),
        (650, ink.FLAME, ink.BRICK),
        (760, ink.AMBER, ink.FLAME),
    )
    for top, colour, grain in layers:
        earth = ridge([(x, top + 14 * math.sin(x / 210 + top)) for x in range(-40, 1680, 80)], 1010)
        canvas.fill(earth, colour)
        canvas.shade(box(-10, top + 16, 1610, top + 180), grain, "top", 0.9, 0.9)
    for _ in range(150):
        x, y = canvas.random.uniform(0, 1600), canvas.random.uniform(660, 990)
        stone = oval(x, y, canvas.random.uniform(5, 16), canvas.random.uniform(4, 10))
        canvas.fill(stone, canvas.random.choice([ink.SAND, ink.FLAME, ink.BRICK]))
    table = [(-20.0, 800.0), (240, 812), (520, 834), (820, 872), (1040, 930), (1160, 968), (1620, 976)]
    canvas.wash(ridge(table, 1010), ink.TEAL, 0.85)
    canvas.shade(ridge(table, 1010), ink.PINE, "bottom", 0.9)
    canvas.line(smooth(table, closed=False), ink.ICE, 6)
    for x in range(20, 1140, 56):
        canvas.line([(x, 600), (x + 28, 600)], ink.PAPER, 4)


def _pit(canvas: Canvas) -> None:
    hollow = [(1130, 386), (1190, 560), (1236, 566), (1280, 760), (1326, 768), (1350, 950), (1620, 950), (1620, 386)]
    canvas.fill(hollow, ink.ROSE)
    canvas.shade(hollow, ink.BRICK, "bottom", 0.9, 0.9)
    for y, left in ((470, 1166), (566, 1240), (664, 1262), (768, 1330), (860, 1340)):
        canvas.line([(left, y), (1620, y + 6)], ink.FLAME, 5)
    heap = [(1400, 388), (1470, 296), (1530, 320), (1620, 250), (1620, 388)]
    canvas.fill(heap, ink.FLAME)
    canvas.shade(heap, ink.BRICK, "right", 1.0, 0.9)
    canvas.fill(box(1130, 384, 1620, 396), ink.MOSS)
    canvas.fill(box(1346, 926, 1620, 956), ink.TEAL)
    canvas.line([(1350, 928), (1600, 928)], ink.ICE, 5)
    canvas.line([(1450, 940), (1450, 700), (1250, 400), (1060, 380)], ink.INK, 16)
    canvas.fill(rounded(1420, 880, 1480, 950, 10), ink.INK)
    canvas.fill(oval(1450, 904, 10), ink.AMBER)
    canvas.fill(stroke([(1060, 384), (1034, 392), (1024, 430)], [12, 16, 22]), ink.ICE)
    base = 766
    canvas.fill(rounded(1280, base - 30, 1370, base, 14), ink.INK)
    canvas.fill(rounded(1290, base - 92, 1352, base - 30, 8), ink.AMBER)
    canvas.fill(box(1326, base - 84, 1348, base - 54), ink.NIGHT)
    canvas.line([(1346, base - 60), (1412, base - 140), (1464, base - 66)], ink.AMBER, 13)
    canvas.fill([(1440, base - 70), (1484, base - 66), (1472, base - 30), (1444, base - 36)], ink.WINE)


def _shaft(canvas: Canvas) -> None:
    canvas.fill(box(322, 380, 438, 850), ink.SLATE)
    for y in range(400, 850, 30):
        canvas.line([(322, y), (438, y)], ink.NIGHT, 3)
    canvas.fill(box(340, 380, 420, 850), ink.INK)
    canvas.fill(box(340, 824, 420, 850), ink.TEAL)
    canvas.line([(340, 824), (420, 824)], ink.ICE, 5)
    canvas.line([(380, 240), (380, 716)], ink.PAPER, 3)
    canvas.fill([(360, 716), (400, 716), (394, 758), (366, 758)], ink.BRICK)
    canvas.line(oval(380, 716, 20, 22, 180, 360)[:-1], ink.PAPER, 3)
    canvas.fill(box(306, 324, 454, 394), ink.MIST)
    canvas.shade(box(306, 324, 454, 394), ink.SLATE, "right", 1.0, 0.8)
    for x, y in ((306, 346), (350, 346), (400, 346), (330, 370), (380, 370), (414, 370)):
        canvas.line([(x, y), (x + 40, y)], ink.SLATE, 3)
    canvas.fill(box(296, 314, 464, 330), ink.WINE)


def _sweep(canvas: Canvas) -> None:
    for lean in (-14, 14):
        canvas.line([(150, 394), (150 + lean, 130)], ink.INK, 12)
    canvas.line([(20, 226), (384, 60)], ink.WINE, 13)
    canvas.fill(rounded(4, 210, 52, 262, 10), ink.SLATE)
    canvas.fill(oval(150, 166, 10), ink.AMBER)
    canvas.line([(380, 62), (380, 240)], ink.INK, 5)
    elements.walker(canvas, 506, 392, 1.9, ink.TEAL, ink.BRICK, lean=-14)
    canvas.fill([(548, 356), (592, 356), (586, 394), (554, 394)], ink.SLATE)
    canvas.line(oval(570, 356, 22, 20, 180, 360)[:-1], ink.INK, 3)
