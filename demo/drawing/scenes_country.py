"""Outside the city: the field that was cleared, and the wood where mushrooms may be looked for."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, box, oval, ridge, rounded, smooth, stroke


def cleared_field(canvas: Canvas) -> None:
    """Buckwheat in rows under a low sun, a tractor far off, a farmer in boots, one red stake with tomatoes."""
    canvas.fill(canvas.all, ink.TEAL)
    elements.sky(canvas, ink.SAND, 520, 1.1)
    canvas.shade(box(0, 220, 1600, 520), ink.ROSE, "bottom", 0.7)
    canvas.fill(oval(1040, 400, 118), ink.PAPER)
    canvas.shade(oval(1040, 400, 118), ink.AMBER, "bottom", 0.9)
    for x, y, wide in ((120, 150, 460), (520, 90, 360), (1160, 180, 420)):
        cloud = smooth([(x, y), (x + wide * 0.3, y - 24), (x + wide * 0.7, y - 12), (x + wide, y)])
        canvas.wash(cloud, ink.PAPER, 0.6)
    far = ridge([(-20, 470), (300, 430), (700, 470), (1100, 440), (1620, 478)], 600)
    canvas.fill(far, ink.PINE)
    canvas.shade(far, ink.TEAL, "bottom", 1.0, 0.9)
    for x, height in ((150, 150), (190, 190), (228, 160), (1380, 170), (1420, 210), (1456, 180), (1492, 150)):
        elements.poplar(canvas, x, 500, height, ink.PINE, ink.MOSS)
    elements.house(canvas, 320, 500, 84, ink.PAPER, ink.BRICK, lit=True)
    _rows(canvas)
    _tractor(canvas)
    _farmer(canvas)
    _stake(canvas)


def _rows(canvas: Canvas) -> None:
    field = ridge([(-20, 520), (420, 494), (900, 506), (1620, 486)], 1010)
    canvas.fill(field, ink.BRICK)
    vanish: Point = (1010, 480)
    for index in range(-10, 17):
        foot = index * 180 - 120
        canvas.fill([(vanish[0], 514), (foot, 1010), (foot + 62, 1010)], ink.PLUM)
    canvas.shade(field, ink.AMBER, "top", 1.1, 0.72)
    canvas.shade(field, ink.WINE, "bottom", 1.0, 0.8)
    for index in range(-10, 17):
        foot = index * 180 - 120
        for step in range(13):
            part = (0.18 + step / 14) ** 1.7
            x, y = vanish[0] + (foot + 120 - vanish[0]) * part, vanish[1] + (1010 - vanish[1]) * part
            for _ in range(3):
                size = 2.5 + 11 * part
                across, up = canvas.random.uniform(-50, 50) * part, canvas.random.uniform(-26, 8) * part
                canvas.fill(
                    oval(x + across, y + up, size, size * 0.8), canvas.random.choice([ink.ROSE, ink.PAPER, ink.FLAME])
                )


def _tractor(canvas: Canvas) -> None:
    x, base = 720, 560
    canvas.wash(
        smooth([(x - 20, base + 6), (x - 90, base - 20), (x - 180, base - 16), (x - 120, base + 8)]), ink.SAND, 0.6
    )
    canvas.fill(box(x, base - 54, x + 70, base - 16), ink.TEAL)
    canvas.fill(box(x + 6, base - 96, x + 56, base - 52), ink.INK)
    canvas.fill(box(x + 13, base - 89, x + 49, base - 58), ink.AMBER)
    canvas.fill(box(x + 2, base - 104, x + 60, base - 95), ink.BRICK)
    canvas.fill(rounded(x + 60, base - 56, x + 124, base - 18, 8), ink.TEAL)
    canvas.line([(x + 100, base - 56), (x + 100, base - 92)], ink.INK, 5)
    for wheel, size in ((x + 26, 32), (x + 106, 20)):
        canvas.fill(oval(wheel, base - size + 6, size), ink.INK)
        canvas.fill(oval(wheel, base - size + 6, size * 0.45), ink.SAND)
    canvas.fill(oval(x + 32, base - 72, 8, 9), ink.WINE)
    canvas.line([(x, base - 20), (x - 50, base - 16)], ink.INK, 6)
    canvas.fill([(x - 110, base + 6), (x - 96, base - 34), (x - 46, base - 34), (x - 46, base + 6)], ink.WINE)


def _farmer(canvas: Canvas) -> None:
    x, base = 560, 900
    canvas.wash([(x - 30, base), (x + 40, base), (x - 200, 990), (x - 330, 990)], ink.INK, 0.4)
    for foot in (-24, 24):
        canvas.fill(stroke([(x + foot * 0.7, base - 150), (x + foot, base - 10)], [38, 34]), ink.DUSK)
        canvas.fill(rounded(x + foot - 20, base - 84, x + foot + 20, base, 10), ink.INK)
        canvas.fill(rounded(x + foot - 20, base - 22, x + foot + 38, base, 10), ink.INK)
        canvas.line([(x + foot - 18, base - 78), (x + foot + 18, base - 78)], ink.MIST, 4)
    coat = smooth([(x - 52, base - 124), (x - 56, base - 230), (x - 24, base - 282), (x + 26, base - 282), (x + 56, base - 230),
                   (x + 54, base - 124), (x, base - 112)])  # fmt: skip
    canvas.fill(coat, ink.TEAL)
    canvas.shade(coat, ink.INK, "left", 0.9, 0.8)
    canvas.shade(coat, ink.SAND, "right", 0.6, 0.3)
    canvas.fill(oval(x + 4, base - 316, 38, 42), ink.ROSE)
    scarf = [(x + 30, base - 344), (x + 10, base - 366), (x - 30, base - 352), (x - 44, base - 312), (x - 34, base - 272),
             (x + 14, base - 268), (x - 6, base - 296), (x - 6, base - 330)]  # fmt: skip
    canvas.fill(smooth(scarf), ink.BRICK)
    for a, b in ((-22, -330), (-30, -300), (-4, -352), (-18, -282)):
        canvas.fill(oval(x + a, base + b, 5), ink.PAPER)
    canvas.fill(stroke([(x + 36, base - 254), (x + 78, base - 190), (x + 46, base - 150)], [34, 30, 20]), ink.TEAL)
    canvas.fill(oval(x + 44, base - 148, 13), ink.ROSE)
    sheaf = [(x + 40, base - 140), (x + 74, base - 210), (x + 130, base - 270)]
    for tilt in (-34, -12, 8, 30):
        canvas.line(
            [(x + 44, base - 130), (x + 84 + tilt * 0.6, base - 220), (x + 110 + tilt, base - 276)], ink.MOSS, 5
        )
        for up in (0, 22, 44):
            canvas.fill(oval(x + 110 + tilt - up * 0.2, base - 276 + up, 12, 10), ink.PAPER if up else ink.ROSE)
    canvas.fill(oval(*sheaf[0], 12), ink.ROSE)


def _stake(canvas: Canvas) -> None:
    x, base = 1330, 960
    canvas.wash(oval(x, base, 190, 20), ink.INK, 0.4)
    bed = smooth([(x - 210, base + 6), (x - 150, base - 36), (x + 150, base - 38), (x + 220, base + 6), (x, base + 30)])
    canvas.fill(bed, ink.PLUM)
    canvas.shade(bed, ink.INK, "bottom", 1.0)
    canvas.fill(
        [(x - 13, base - 20), (x - 13, base - 440), (x, base - 462), (x + 13, base - 440), (x + 13, base - 20)],
        ink.BRICK,
    )
    canvas.fill(box(x - 13, base - 420, x + 13, base - 372), ink.PAPER)
    canvas.shade(box(x - 13, base - 462, x + 13, base - 20), ink.WINE, "left", 0.8)
    vine = [(x - 8, base - 20), (x + 30, base - 120), (x - 34, base - 210), (x + 26, base - 300), (x - 10, base - 380)]
    canvas.line(smooth(vine, closed=False), ink.PINE, 9)
    for index, (a, b) in enumerate(
        ((64, -130), (-80, -190), (74, -270), (-62, -320), (40, -360), (-70, -90), (96, -200))
    ):
        side = 1 if a > 0 else -1
        leaf = [(x + side * 10, base + b + 20), (x + a, base + b), (x + a + side * 50, base + b + 26)]
        canvas.fill(stroke(leaf, [8, 40, 3]), ink.MOSS if index % 2 else ink.PINE)
    for a, b, size in ((-44, -150, 27), (48, -196, 30), (-50, -252, 24), (42, -318, 22), (58, -96, 26)):
        fruit = oval(x + a, base + b, size, size * 0.92)
        canvas.fill(fruit, ink.BRICK)
        canvas.shade(fruit, ink.WINE, "left", 0.9, 0.7)
        canvas.fill(oval(x + a + size * 0.3, base + b - size * 0.4, size * 0.16), ink.PAPER)
        canvas.fill(box(x + a - 8, base + b - size - 1, x + a + 8, base + b - size + 4), ink.PINE)
    canvas.line([(x - 16, base - 250), (x + 18, base - 256)], ink.SAND, 5)


def mushroom_wood(canvas: Canvas) -> None:
    """Birches and pines in autumn light; a woman with a basket on the path, the largest mushrooms behind the tape."""
    canvas.fill(canvas.all, ink.AMBER)
    canvas.shade(box(0, 0, 1600, 700), ink.PINE, "top", 1.0, 1.0)
    canvas.shade(box(0, 100, 1600, 700), ink.PAPER, "bottom", 0.6, 0.6)
    for index in range(16):
        x = index * 106 + canvas.random.uniform(-30, 30)
        canvas.fill(box(x, 0, x + canvas.random.uniform(14, 28), 660), ink.MOSS if index % 3 else ink.FLAME)
    canvas.shade(box(0, 0, 1600, 460), ink.PINE, "top", 0.9, 1.0)
    for left in (180, 620, 1040):
        canvas.wash([(left, 0), (left + 120, 0), (left + 420, 720), (left + 180, 720)], ink.PAPER, 0.16)
    ground = ridge([(-20, 640), (400, 610), (900, 640), (1620, 600)], 1010)
    canvas.fill(ground, ink.FLAME)
    canvas.shade(ground, ink.WINE, "bottom", 1.1, 0.9)
    path = smooth(
        [(700, 626), (800, 626), (760, 720), (620, 820), (640, 1010), (60, 1010), (380, 820), (660, 700)], steps=8
    )
    canvas.fill(path, ink.SAND)
    canvas.shade(path, ink.BRICK, "bottom", 0.9, 0.9)
    _trunks(canvas)
    for _ in range(170):
        x, y = canvas.random.uniform(0, 1600), 650 + 350 * canvas.random.random()
        size = 3 + 9 * (y - 640) / 360
        canvas.fill(oval(x, y, size, size * 0.5), canvas.random.choice([ink.AMBER, ink.BRICK, ink.SAND, ink.WINE]))
    for x, y, size, hat in ((1010, 780, 0.7, ink.BRICK), (1420, 800, 0.9, ink.WINE), (1250, 900, 1.7, ink.WINE),
                            (1090, 930, 0.9, ink.BRICK), (1490, 944, 1.15, ink.BRICK)):  # fmt: skip
        _mushroom(canvas, x, y, size, hat)
    _tape(canvas)
    _gatherer(canvas)


def _trunks(canvas: Canvas) -> None:
    for x, wide, base in ((90, 66, 800), (420, 44, 690), (930, 52, 740), (1180, 40, 690), (1530, 80, 830)):
        trunk = [(x - wide / 2, base), (x - wide * 0.38, 0), (x + wide * 0.38, 0), (x + wide / 2, base)]
        canvas.fill(trunk, ink.SNOW)
        canvas.shade(trunk, ink.SLATE, "left", 0.95, 0.8)
        for _ in range(15):
            y, half = canvas.random.uniform(20, base - 20), canvas.random.uniform(0.12, 0.4) * wide
            side = canvas.random.choice([-1, 1]) * (wide * 0.42 - half)
            canvas.fill(rounded(x + side - half, y - 3, x + side + half, y + 3, 3), ink.INK)
        canvas.fill(oval(x, base, wide * 0.9, 12), ink.WINE)
    for x, y, wide, high, colour in ((60, 40, 230, 110, ink.AMBER), (360, 10, 200, 84, ink.FLAME), (930, 20, 250, 96, ink.AMBER),
                                     (1240, 0, 210, 80, ink.MOSS), (1540, 50, 220, 120, ink.FLAME), (660, -20, 200, 70, ink.MOSS)):  # fmt: skip
        for _ in range(26):
            a, b = canvas.random.uniform(-1, 1), canvas.random.uniform(-1, 1)
            canvas.fill(
                oval(x + a * wide, y + b * high, canvas.random.uniform(14, 34), canvas.random.uniform(9, 20)), colour
            )


def _mushroom(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    canvas.wash(oval(x, y + 4 * size, 74 * size, 12 * size), ink.INK, 0.4)
    stem = smooth([(x - 24 * size, y - 90 * size), (x - 36 * size, y - 14 * size), (x, y + 6 * size), (x + 36 * size, y - 14 * size),
                   (x + 24 * size, y - 90 * size)])  # fmt: skip
    canvas.fill(stem, ink.PAPER)
    canvas.shade(stem, ink.FLAME, "left", 0.8, 0.7)
    canvas.fill(oval(x, y - 84 * size, 80 * size, 16 * size), ink.SAND)
    hat = [
        (x - 86 * size, y - 84 * size),
        *oval(x, y - 84 * size, 86 * size, 74 * size, 180, 360),
        (x + 86 * size, y - 84 * size),
    ]
    canvas.fill(hat, colour)
    canvas.shade(hat, ink.INK, "left", 0.9, 0.7)
    canvas.shade(hat, ink.FLAME, "right", 0.7, 0.4)


def _tape(canvas: Canvas) -> None:
    posts = [(720, 700, 96), (860, 800, 130), (930, 960, 180)]
    for x, base, high in posts:
        canvas.fill(box(x - 6, base - high, x + 6, base), ink.SNOW)
        canvas.shade(box(x - 6, base - high, x + 6, base), ink.SLATE, "left", 0.9)
    for (x, base, high), (far, low, tall) in zip(posts, posts[1:], strict=False):
        start, end = (x, base - high + 12), (far, low - tall + 14)
        canvas.fill([start, end, (end[0], end[1] + 20), (start[0], start[1] + 14)], ink.SNOW)
        for step in range(0, 8, 2):
            a, b = step / 8, (step + 1) / 8
            band = [(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part + drop)
                    for part, drop in ((a, 0), (b, 0), (b, 17), (a, 17))]  # fmt: skip
            canvas.fill(band, ink.BRICK)


def _gatherer(canvas: Canvas) -> None:
    x, base = 500, 930
    canvas.wash(oval(x, base, 120, 16), ink.INK, 0.4)
    elements.walker(canvas, x, base, 4.4, ink.PINE, ink.BRICK)
    canvas.fill(oval(x + 6, base - 312, 22, 30), ink.ROSE)
    rim, low = base - 140, base - 60
    canvas.line(oval(x + 86, rim, 52, 66, 180, 360), ink.WINE, 8)
    basket = [(x + 22, rim), (x + 150, rim), (x + 130, low), (x + 42, low)]
    for shift, hat in ((40, ink.WINE), (86, ink.BRICK), (124, ink.WINE)):
        canvas.fill(oval(x + shift, rim + 4, 28, 26, 180, 360), hat)
    canvas.fill(basket, ink.AMBER)
    canvas.shade(basket, ink.WINE, "left", 0.9, 0.9)
    for y in range(int(rim) + 16, int(low), 18):
        canvas.line([(x + 28, y), (x + 144, y)], ink.WINE, 3)
    canvas.fill(rounded(x + 16, rim - 6, x + 156, rim + 10, 7), ink.SAND)
