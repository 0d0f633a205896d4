"""Heat and light: the heating plant, the small engines, the balcony generator."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, oval, ridge, rounded, smooth


def chimneys(canvas: Canvas) -> None:
    """The heating plant under stars, one chimney cold; the Low Bank asleep in the snow before it."""
    canvas.fill(canvas.all, ink.INK)
    elements.sky(canvas, ink.DUSK, 720, 1.0)
    canvas.shade(box(0, 480, 1600, 720), ink.SLATE, "bottom", 0.9)
    elements.stars(canvas, 260, 640)
    canvas.fill(oval(330, 210, 66), ink.PAPER)
    canvas.fill(oval(358, 194, 60), ink.INK)
    canvas.glow(330, 210, 210, ink.SLATE, 0.35)
    canvas.fill(smooth(_crescent(330, 210)), ink.PAPER)
    drift = [(1262, 150), (1210, 96), (1090, 84), (930, 120), (740, 104), (560, 130)]
    elements.smoke(canvas, drift, [30, 62, 84, 96, 70, 8], ink.MIST, ink.SLATE)
    _plant(canvas)
    _village(canvas)


def _crescent(x: float, y: float) -> Shape:
    outer = oval(x, y, 66, start=40, end=320)
    inner = oval(x + 30, y, 50, start=58, end=302)
    return outer + inner[::-1]


def _plant(canvas: Canvas) -> None:
    for x, top, wide in ((1010, 214, 54), (1262, 158, 62)):
        stack = [(x - wide / 2, top), (x + wide / 2, top), (x + wide * 0.72, 720), (x - wide * 0.72, 720)]
        canvas.fill(stack, ink.NIGHT)
        for band in range(3):
            upper, lower = top + 16 + band * 84, top + 54 + band * 84
            grow = (upper - top) / 2600 * wide
            canvas.fill(box(x - wide / 2 - grow, upper, x + wide / 2 + grow, lower), ink.BRICK)
        canvas.shade(stack, ink.INK, "right", 1.1, 0.75)
        canvas.fill(oval(x - wide * 0.3, top - 6, 4), ink.FLAME)
    cone = [(1330, 720), (1384, 560), (1396, 470), (1388, 420), (1552, 420), (1544, 470), (1556, 560), (1620, 720)]
    canvas.fill(cone, ink.SLATE)
    canvas.shade(cone, ink.NIGHT, "right", 1.1, 0.9)
    for left, top, right in ((700, 560, 930), (900, 470, 1130), (1110, 530, 1340)):
        hall = box(left, top, right, 740)
        canvas.fill(hall, ink.NIGHT)
        canvas.shade(hall, ink.INK, "bottom", 1.0, 0.9)
        canvas.fill(box(left - 6, top - 10, right + 6, top + 4), ink.ICE)
    elements.windows(canvas, (914, 490, 1116, 590), 8, 2, ink.INK, [2, 3, 4, 10, 11])
    elements.windows(canvas, (1126, 560, 1326, 610), 8, 1, ink.INK, [6])
    elements.windows(canvas, (714, 590, 916, 640), 8, 1, ink.INK)
    for x, size in ((560, 230), (330, 170), (150, 130)):
        _pylon(canvas, x, 716, size)
    tips = [(714, 600), (560 - 44, 716 - 206), (330 - 33, 716 - 152), (150 - 25, 716 - 116), (-120, 640)]
    elements.wire(canvas, tips, 18, ink.INK)
    elements.wire(canvas, [(x + size, y) for (x, y), size in zip(tips, (0, 88, 66, 50, 30), strict=True)], 18, ink.INK)


def _pylon(canvas: Canvas, x: float, base: float, height: float) -> None:
    wide = height * 0.16
    thin = height * 0.018
    for side in (-1, 1):
        canvas.line([(x + side * wide, base), (x + side * wide * 0.2, base - height)], ink.INK, thin)
        canvas.line([(x + side * wide, base), (x - side * wide * 0.6, base - height * 0.5)], ink.INK, thin * 0.7)
        canvas.line(
            [(x + side * wide * 0.6, base - height * 0.5), (x - side * wide * 0.3, base - height * 0.86)], ink.INK, thin
        )
    for level, reach in ((0.9, 0.19), (0.74, 0.15)):
        canvas.line(
            [(x - height * reach, base - height * level), (x + height * reach, base - height * level)], ink.INK, thin
        )


def _village(canvas: Canvas) -> None:
    back = ridge([(-20, 720), (300, 690), (700, 706), (1100, 730), (1620, 700)], 1010)
    canvas.fill(back, ink.MIST)
    canvas.shade(back, ink.SLATE, "bottom", 1.0, 0.8)
    for x, size, lit in ((90, 90, False), (230, 74, False), (520, 84, True), (660, 70, False), (1340, 88, False)):
        elements.house(canvas, x, 772, size, ink.SLATE, ink.SNOW, lit)
    for x, height in ((420, 170), (450, 200), (1500, 220), (1536, 180)):
        elements.poplar(canvas, x, 770, height, ink.INK, ink.DUSK)
    front = ridge([(-20, 850), (220, 800), (560, 812), (900, 868), (1250, 850), (1620, 790)], 1010)
    canvas.fill(front, ink.SNOW)
    canvas.shade(front, ink.SLATE, "bottom", 1.0, 0.9)
    canvas.shade(front, ink.MIST, "right", 0.7, 0.9)
    for x, base, size, lit in ((1000, 900, 150, False), (1190, 880, 128, True), (300, 862, 132, False)):
        elements.house(canvas, x, base, size, ink.NIGHT, ink.ICE, lit)
    canvas.glow(1254, 850, 90, ink.AMBER, 0.5)
    elements.bare_tree(canvas, 120, 930, 320, ink.INK)
    elements.bare_tree(canvas, 1470, 940, 380, ink.INK)
    for step in range(15):
        x, y = 560 + step * 30, 990 - step * 6.4 - step * step * 0.1
        canvas.fill(oval(x + (step % 2) * 12, y, 8 - step * 0.25, 4 - step * 0.12), ink.SLATE)


def engines(canvas: Canvas) -> None:
    """Containers with gas engines behind a wall of gabions, one engineer at the door, snow."""
    canvas.fill(canvas.all, ink.NIGHT)
    elements.sky(canvas, ink.SLATE, 640, 0.9)
    for x, height in ((60, 420), (330, 480), (760, 430), (1180, 470), (1500, 430)):
        elements.bare_tree(canvas, x, 640, height, ink.INK)
    canvas.fill(ridge([(-20, 620), (400, 600), (900, 626), (1620, 600)], 1010), ink.DUSK)
    for index, left in enumerate((120, 590, 1060)):
        _engine(canvas, left, warm=index < 2)
    ground = ridge([(-20, 770), (380, 752), (900, 766), (1620, 744)], 1010)
    canvas.fill(ground, ink.ICE)
    canvas.shade(ground, ink.SLATE, "bottom", 1.1, 0.9)
    spill = [(880, 766), (1010, 766), (1120, 1000), (690, 1000)]
    canvas.shade(spill, ink.AMBER, "top", 1.0, 0.95)
    elements.walker(canvas, 1010, 800, 2.3, ink.FLAME, ink.PAPER, ink.BRICK, lean=4)
    _gabions(canvas)
    elements.snow(canvas, 240)


def _engine(canvas: Canvas, left: float, warm: bool) -> None:
    top, base, right = 470, 768, left + 430
    canvas.fill(box(left + 40, 360, left + 66, top), ink.INK)
    canvas.fill(box(left + 34, 350, left + 72, 364), ink.INK)
    if warm:
        plume = [(left + 53, 344), (left + 70, 286), (left + 30, 220), (left + 76, 140), (left + 40, 40)]
        elements.smoke(canvas, plume, [18, 44, 60, 66, 2], ink.MIST, ink.SLATE)
    canvas.fill(box(left + 150, 424, right - 60, top), ink.SLATE)
    for x in range(int(left) + 162, int(right) - 70, 22):
        canvas.fill(box(x, 432, x + 10, top), ink.INK)
    body = box(left, top, right, base)
    canvas.fill(body, ink.TEAL)
    for x in range(int(left) + 12, int(right), 26):
        canvas.fill(box(x, top + 14, x + 11, base - 10), ink.PINE)
    canvas.shade(body, ink.NIGHT, "left", 0.9, 0.9)
    canvas.fill(smooth([(left - 8, top + 6), (left + 20, top - 14), (left + 220, top - 18), (right - 20, top - 12),
                        (right + 8, top + 6), (left + 200, top + 12)]), ink.SNOW)  # fmt: skip
    door = box(right - 130, top + 60, right - 30, base)
    canvas.fill(door, ink.AMBER if left == 590 else ink.PINE)
    if left == 590:
        canvas.shade(door, ink.FLAME, "top", 0.9)
        canvas.fill(oval(right - 92, base - 96, 44), ink.WINE)
        canvas.fill(oval(right - 92, base - 96, 16), ink.BRICK)
        canvas.fill(box(right - 130, base - 60, right - 30, base - 46), ink.WINE)
        canvas.fill(
            [(right - 30, top + 60), (right + 26, top + 44), (right + 26, base + 8), (right - 30, base)], ink.PINE
        )
    canvas.fill(box(left + 40, top + 60, left + 150, top + 130), ink.INK)
    for y in range(top + 68, top + 128, 13):
        canvas.fill(box(left + 46, y, left + 144, y + 6), ink.SLATE)
    canvas.fill(oval(right - 160, top + 40, 6), ink.AMBER if warm else ink.BRICK)


def _gabions(canvas: Canvas) -> None:
    for left, top, wide in ((-20, 800, 300), (284, 850, 260), (1180, 842, 250), (1434, 790, 220)):
        basket = rounded(left, top, left + wide, 1010, 10)
        canvas.fill(basket, ink.DUSK)
        for _ in range(80):
            x, y = canvas.random.uniform(left + 12, left + wide - 14), canvas.random.uniform(top + 16, 996)
            stone = oval(x, y, canvas.random.uniform(9, 20), canvas.random.uniform(8, 14))
            canvas.fill(stone, canvas.random.choice([ink.SLATE, ink.DUSK, ink.NIGHT, ink.MIST]))
        canvas.shade(basket, ink.INK, "bottom", 1.0, 0.9)
        for x in range(int(left), int(left + wide) + 1, 30):
            canvas.line([(x, top + 4), (x, 1000)], ink.INK, 2)
        for y in range(top + 24, 1000, 30):
            canvas.line([(left, y), (left + wide, y)], ink.INK, 2)
        cap = [(left - 8, top + 10), (left + 10, top - 14), (left + wide * 0.5, top - 22), (left + wide - 8, top - 12),
               (left + wide + 8, top + 10), (left + wide * 0.5, top + 14)]  # fmt: skip
        canvas.fill(smooth(cap), ink.SNOW)


def balcony(canvas: Canvas) -> None:
    """A dark block of flats; on one balcony a generator runs, and its fumes climb to the window above."""
    canvas.fill(canvas.all, ink.DUSK)
    for column in range(4):
        for row in range(-1, 3):
            _flat(canvas, -30 + column * 420, 60 + row * 350, column * 3 + row)
    canvas.wash(canvas.all, ink.NIGHT, 0.5)
    left, top = 390, 410
    canvas.glow(left + 200, top - 180, 260, ink.FLAME, 0.5)
    canvas.fill(box(left + 46, top + 26, left + 356, top + 236), ink.AMBER)
    canvas.shade(box(left + 46, top + 26, left + 356, top + 236), ink.FLAME, "top", 0.9)
    canvas.line([(left + 200, top + 26), (left + 200, top + 236)], ink.WINE, 9)
    canvas.fill(oval(left + 282, top + 96, 32, 36), ink.WINE)
    canvas.fill(smooth([(left + 226, top + 240), (left + 236, top + 158), (left + 282, top + 136),
                        (left + 330, top + 158), (left + 342, top + 240)]), ink.WINE)  # fmt: skip
    canvas.glow(left + 200, top + 170, 360, ink.FLAME, 0.3)
    for step in range(22):
        part = step / 21
        x = left + 80 + 40 * part + canvas.random.uniform(-34, 34) * (0.3 + part)
        puff = oval(x, top + 140 - 560 * part, 22 + 66 * part)
        canvas.fill(puff, ink.SLATE)
        canvas.shade(puff, ink.MIST, "top", 0.9, 0.8)
    _generator(canvas, left + 70, top + 190)
    _railing(canvas, left, top + 214, ink.SLATE, ink.PINE)
    elements.snow(canvas, 90)


def _flat(canvas: Canvas, left: float, top: float, number: int) -> None:
    wall = box(left, top - 30, left + 420, top + 320)
    canvas.fill(wall, ink.SLATE if number % 2 else ink.DUSK)
    canvas.shade(wall, ink.NIGHT, "bottom", 0.8, 0.9)
    canvas.line([(left, top - 30), (left, top + 320)], ink.NIGHT, 5)
    canvas.line([(left, top - 30), (left + 420, top - 30)], ink.NIGHT, 5)
    canvas.fill(box(left + 38, top + 18, left + 364, top + 244), ink.ICE if number % 3 else ink.MIST)
    canvas.fill(box(left + 46, top + 26, left + 356, top + 236), ink.INK)
    canvas.shade(box(left + 46, top + 26, left + 356, top + 236), ink.DUSK, "right", 0.7, 0.8)
    canvas.line([(left + 200, top + 26), (left + 200, top + 236)], ink.MIST, 7)
    canvas.line([(left + 46, top + 90), (left + 200, top + 90)], ink.MIST, 5)
    if number % 4 == 1:
        canvas.fill(box(left + 214, top + 26, left + 300, top + 236), ink.SLATE)
        canvas.shade(box(left + 214, top + 26, left + 300, top + 236), ink.NIGHT, "right", 1.0)
    if number == 5:
        canvas.glow(left + 280, top + 190, 90, ink.AMBER, 0.9)
        canvas.fill(box(left + 276, top + 180, left + 286, top + 222), ink.PAPER)
    _railing(canvas, left, top + 214, ink.MIST if number % 2 else ink.SLATE, ink.NIGHT)


def _railing(canvas: Canvas, left: float, top: float, front: str, shadow: str) -> None:
    panel = box(left + 24, top, left + 378, top + 92)
    canvas.fill(panel, front)
    canvas.shade(panel, shadow, "bottom", 0.9, 0.9)
    for x in range(int(left) + 60, int(left) + 378, 34):
        canvas.line([(x, top + 8), (x, top + 88)], ink.INK, 3)
    canvas.fill(box(left + 16, top - 8, left + 386, top + 6), ink.SNOW)
    canvas.fill(box(left + 16, top + 88, left + 386, top + 104), ink.NIGHT)


def _generator(canvas: Canvas, x: float, y: float) -> None:
    canvas.fill(rounded(x, y - 64, x + 140, y + 20, 12), ink.TEAL)
    canvas.fill(rounded(x + 12, y - 92, x + 128, y - 54, 14), ink.PINE)
    canvas.fill(oval(x + 34, y - 16, 24), ink.INK)
    canvas.fill(oval(x + 34, y - 16, 10), ink.SAND)
    canvas.fill(box(x + 74, y - 42, x + 126, y - 10), ink.INK)
    canvas.fill(oval(x + 88, y - 26, 6), ink.AMBER)
    canvas.fill(oval(x + 110, y - 26, 6), ink.SNOW)
    canvas.line([(x - 4, y + 22), (x - 4, y - 100), (x + 144, y - 100), (x + 144, y + 22)], ink.INK, 7)
