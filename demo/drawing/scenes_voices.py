"""What is heard at night: the bell tower with its wireless, and a choir in the windows of a house."""

from __future__ import annotations

from demo.drawing import elements, people
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import arch, box, move, oval, ridge, rounded, smooth, stroke


def bell_tower(canvas: Canvas) -> None:
    """The open belfry above the sleeping city: the great bell, the ringer in headphones, his aerial."""
    canvas.fill(canvas.all, ink.INK)
    elements.sky(canvas, ink.DUSK, 760, 1.1)
    canvas.shade(box(0, 420, 1600, 780), ink.TEAL, "bottom", 0.8)
    elements.stars(canvas, 240, 620)
    _city_by_the_river(canvas)
    for radius in (330, 440, 560, 690):
        for start in (146, -34):
            canvas.line(oval(1010, 470, radius, radius * 0.86, start, start + 68), ink.SLATE, 3)
    canvas.fill(oval(300, 240, 84), ink.PAPER)
    canvas.shade(oval(300, 240, 84), ink.SAND, "left", 0.9)
    _belfry(canvas)
    _bells(canvas)
    _ringer(canvas)
    _aerial(canvas)


def _city_by_the_river(canvas: Canvas) -> None:
    canvas.fill(ridge([(-20, 700), (200, 670), (460, 690), (700, 660), (1620, 690)], 1010), ink.NIGHT)
    for x, top, wide in ((30, 640, 80), (140, 610, 70), (230, 650, 90), (360, 626, 60), (450, 652, 84), (1380, 630, 70),
                         (1480, 650, 90)):  # fmt: skip
        canvas.fill(box(x, top, x + wide, 740), ink.NIGHT)
    for x, y in ((60, 670), (168, 640), (262, 684), (384, 660), (1410, 668), (1520, 690)):
        canvas.fill(box(x, y, x + 11, y + 15), ink.AMBER)
    river = ridge([(-20, 790), (300, 764), (700, 792), (1200, 770), (1620, 786)], 1010)
    canvas.fill(river, ink.DUSK)
    canvas.shade(river, ink.INK, "bottom", 1.0, 0.9)
    elements.glints(canvas, 300, 790, 990, 220, ink.SAND, 22)
    elements.ripples(canvas, 800, 1000, ink.NIGHT, 40)


def _belfry(canvas: Canvas) -> None:
    half = [(690, 236), (716, 166), (850, 100), (960, 46), (996, -60)]
    roof = smooth(half, closed=False) + smooth([(2020 - x, y) for x, y in half[::-1]], closed=False)
    canvas.fill(roof, ink.TEAL)
    canvas.shade(roof, ink.INK, "right", 1.0, 0.6)
    canvas.fill(box(680, 226, 1340, 262), ink.SAND)
    room = box(706, 262, 1314, 1000)
    canvas.fill(room, ink.ICE)
    canvas.shade(room, ink.SLATE, "right", 1.0, 0.9)
    canvas.shade(room, ink.MIST, "bottom", 0.9, 0.9)
    canvas.fill(arch(752, 292, 1268, 830, 236), ink.SAND)
    inside = arch(774, 314, 1246, 830, 216)
    canvas.fill(inside, ink.PLUM)
    canvas.shade(inside, ink.INK, "top", 1.0, 0.8)
    canvas.glow(1010, 700, 330, ink.FLAME, 0.75)
    canvas.fill(box(680, 826, 1340, 866), ink.SAND)
    canvas.shade(box(680, 826, 1340, 866), ink.BRICK, "right", 0.9, 0.9)
    for x in range(726, 1300, 62):
        canvas.fill(arch(x, 886, x + 30, 986), ink.SLATE)
    canvas.fill(box(680, 984, 1340, 1000), ink.SAND)


def _bell(canvas: Canvas, x: float, top: float, size: float) -> None:
    outline = [
        (-20, 0),
        (-58, 40),
        (-74, 130),
        (-90, 180),
        (-116, 222),
        (116, 222),
        (90, 180),
        (74, 130),
        (58, 40),
        (20, 0),
    ]
    bell = move(smooth(outline[:5], closed=False) + smooth(outline[5:], closed=False), x, top, size)
    canvas.fill(bell, ink.AMBER)
    canvas.shade(bell, ink.WINE, "left", 1.1, 0.7)
    canvas.shade(bell, ink.PAPER, "right", 0.5, 0.3)
    for y, half in ((176, 88), (146, 77), (54, 60)):
        canvas.line([(x - half * size, top + y * size), (x + half * size, top + y * size)], ink.BRICK, 4 * size + 1)
    canvas.fill(oval(x, top + 232 * size, 20 * size), ink.WINE)
    canvas.fill(box(x - 13 * size, top - 26 * size, x + 13 * size, top + 4), ink.WINE)


def _bells(canvas: Canvas) -> None:
    canvas.fill(box(812, 404, 1208, 430), ink.WINE)
    canvas.shade(box(812, 404, 1208, 430), ink.INK, "top", 0.8)
    for x, size in ((1140, 0.34), (1200, 0.26)):
        _bell(canvas, x, 440, size)
        canvas.line(smooth([(x, 440 + 236 * size), (x - 20, 600), (1040, 700)], closed=False), ink.SAND, 3)
    _bell(canvas, 960, 452, 1.0)
    canvas.line([(960, 690), (958, 750)], ink.SAND, 5)


def _ringer(canvas: Canvas) -> None:
    x, base = 1080, 830
    people.torso(canvas, x, base, 0.86, ink.BRICK, ink.WINE)
    people.head(canvas, x - 6, base - 196, 0.78)
    people.short(canvas, x - 6, base - 196, 0.78, ink.SNOW, -1)
    canvas.line(oval(x - 2, base - 206, 38, 40, 190, 350), ink.INK, 7)
    canvas.fill(rounded(x + 8, base - 214, x + 32, base - 170, 9), ink.INK)
    canvas.fill(rounded(x + 12, base - 206, x + 22, base - 178, 5), ink.TEAL)
    canvas.line(smooth([(x + 20, base - 172), (x + 54, base - 110), (x + 96, base - 70)], closed=False), ink.INK, 3)
    people.arm(canvas, [(x - 38, base - 120), (x - 84, base - 70), (x - 118, base - 98)], 0.66, ink.BRICK)
    canvas.line([(958, 740), (962, 790)], ink.SAND, 5)
    canvas.fill(box(1140, 764, 1226, 830), ink.PINE)
    canvas.shade(box(1140, 764, 1226, 830), ink.INK, "bottom", 0.9)
    canvas.fill(oval(1164, 796, 15), ink.AMBER)
    canvas.glow(1164, 796, 56, ink.AMBER, 0.9)
    for y in (784, 796, 808):
        canvas.line([(1190, y), (1216, y)], ink.SAND, 3)


def _aerial(canvas: Canvas) -> None:
    canvas.line([(1330, 232), (1400, 40)], ink.MIST, 6)
    for part, half in ((0.3, 66), (0.55, 52), (0.8, 40), (1.0, 28)):
        x, y = 1330 + 70 * part, 232 - 192 * part
        canvas.line([(x - half, y - half * 0.36), (x + half, y + half * 0.36)], ink.MIST, 5)
    canvas.line(smooth([(1226, 800), (1300, 820), (1352, 640), (1330, 232)], closed=False), ink.INK, 4)
    canvas.line([(1010, 10), (1010, -10)], ink.AMBER, 6)
    elements.wire(canvas, [(1400, 44), (1640, 150)], 20, ink.MIST)


def choir(canvas: Canvas) -> None:
    """The front of an old house on a winter evening; in each lit window somebody sings to a telephone."""
    canvas.fill(canvas.all, ink.WINE)
    canvas.shade(canvas.all, ink.INK, "top", 1.0, 1.0)
    canvas.shade(canvas.all, ink.PLUM, "bottom", 0.9, 1.0)
    for row, y in enumerate(range(0, 1000, 40)):
        canvas.line([(0, y), (1600, y)], ink.PLUM, 2)
        for x in range(-40 + row % 2 * 40, 1640, 80):
            canvas.line([(x, y), (x, y + 40)], ink.PLUM, 2)
    for y in (28, 486, 944):
        canvas.fill(box(0, y, 1600, y + 26), ink.SAND)
        canvas.shade(box(0, y, 1600, y + 26), ink.WINE, "bottom", 1.0)
    inks = [
        [(ink.AMBER, ink.FLAME, ink.TEAL, ink.INK), None, (ink.SAND, ink.ROSE, ink.BRICK, ink.PLUM),
         (ink.FLAME, ink.BRICK, ink.PINE, ink.SNOW)],
        [(ink.ROSE, ink.BRICK, ink.NIGHT, ink.WINE), (ink.AMBER, ink.BRICK, ink.MOSS, ink.ICE),
         (ink.MIST, ink.TEAL, ink.FLAME, ink.INK), None],
    ]  # fmt: skip
    for row, windows in enumerate(inks):
        for column, colours in enumerate(windows):
            _window(canvas, 84 + column * 374, 84 + row * 458, colours, row * 4 + column)
    for x, y, size in (
        (490, 400, 1.2),
        (556, 318, 0.9),
        (690, 372, 1.0),
        (640, 236, 0.8),
        (1260, 850, 1.2),
        (1330, 770, 0.9),
    ):
        _note(canvas, x, y, size)
    elements.snow(canvas, 150)


def _window(canvas: Canvas, left: float, top: float, colours: tuple[str, str, str, str] | None, number: int) -> None:
    right, bottom = left + 310, top + 372
    canvas.fill(arch(left - 20, top - 20, right + 20, bottom, 96), ink.SAND)
    canvas.shade(arch(left - 20, top - 20, right + 20, bottom, 96), ink.PLUM, "left", 0.9, 0.8)
    pane = arch(left, top, right, bottom, 80)
    if colours is None:
        canvas.fill(pane, ink.INK)
        canvas.shade(pane, ink.DUSK, "bottom", 0.9, 0.9)
        canvas.line([(left + 155, top), (left + 155, bottom)], ink.SLATE, 9)
        canvas.line([(left, top + 130), (right, top + 130)], ink.SLATE, 9)
    else:
        light, deep, coat, hair = colours
        canvas.fill(pane, light)
        canvas.shade(pane, deep, "top", 0.9, 0.9)
        _singer(canvas, left + 140 + number % 3 * 14, bottom, coat, hair, -1 if number % 2 else 1, number)
    canvas.fill(box(left - 34, bottom - 6, right + 34, bottom + 22), ink.SAND)
    canvas.fill(smooth([(left - 34, bottom - 2), (left, bottom - 16), (left + 150, bottom - 20), (right, bottom - 14),
                        (right + 34, bottom - 2), (left + 150, bottom + 3)]), ink.SNOW)  # fmt: skip


def _singer(canvas: Canvas, x: float, base: float, coat: str, hair: str, turned: int, number: int) -> None:
    people.torso(canvas, x, base, 0.98, coat)
    people.head(canvas, x + turned * 6, base - 214, 0.94)
    if number in (0, 2, 4, 6):
        people.bob(canvas, x + turned * 6, base - 214, 0.94, hair, turned)
    else:
        people.short(canvas, x + turned * 6, base - 214, 0.94, hair, turned)
    canvas.fill(oval(x + turned * 24, base - 194, 8, 11), ink.WINE)
    phone = x + turned * 104
    jar = rounded(phone - 24, base - 92, phone + 24, base - 4, 10)
    canvas.fill(jar, ink.MOSS if number % 2 else ink.PINE)
    canvas.shade(jar, ink.INK, "bottom", 0.8)
    canvas.fill(box(phone - 20, base - 104, phone + 20, base - 88), ink.PAPER)
    tilt = [(phone - turned * 40, base - 6), (phone - turned * 26, base - 112), (phone - turned * 12, base - 110),
            (phone - turned * 26, base - 4)]  # fmt: skip
    canvas.fill(tilt, ink.INK)
    canvas.glow(phone - turned * 40, base - 60, 60, ink.SNOW, 0.9)


def _note(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.fill(oval(x, y, 13 * size, 9 * size), ink.SAND)
    canvas.line([(x + 11 * size, y), (x + 11 * size, y - 48 * size)], ink.SAND, 4)
    canvas.fill(stroke([(x + 11 * size, y - 48 * size), (x + 28 * size, y - 34 * size), (x + 26 * size, y - 14 * size)],
                       [4, 8, 2]), ink.SAND)  # fmt: skip
