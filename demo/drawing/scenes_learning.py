"""Looking closely, and not at all: the museum of wrong maps and the first lesson of the day."""

from __future__ import annotations

from collections.abc import Sequence

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, Shape, box, oval, rounded, smooth, stroke


def first_lesson(canvas: Canvas) -> None:
    """A classroom before daybreak: the moon in the window, heads on desks, and a teacher who lowers her voice."""
    canvas.fill(canvas.all, ink.PINE)
    canvas.shade(box(0, 0, 1600, 640), ink.INK, "left", 1.0, 0.9)
    canvas.fill(box(0, 560, 1600, 660), ink.TEAL)
    canvas.shade(box(0, 560, 1600, 660), ink.INK, "left", 1.0, 0.9)
    canvas.fill(box(0, 640, 1600, 1000), ink.PLUM)
    canvas.shade(box(0, 640, 1600, 1000), ink.INK, "bottom", 1.0, 0.9)
    for left in (60, 400):
        canvas.fill(box(left - 14, 66, left + 294, 474), ink.MIST)
        pane = box(left, 80, left + 280, 460)
        canvas.fill(pane, ink.NIGHT)
        canvas.shade(pane, ink.SLATE, "bottom", 0.9, 0.7)
        for _ in range(16):
            canvas.fill(oval(canvas.random.uniform(left + 8, left + 270), canvas.random.uniform(90, 330), 2), ink.PAPER)
        if left == 400:
            canvas.fill(oval(548, 196, 58), ink.PAPER)
            canvas.shade(oval(548, 196, 58), ink.SAND, "right", 0.9)
        for tree, high in ((left + 60, 150), (left + 214, 190)):
            elements.poplar(canvas, tree, 462, high, ink.INK)
        canvas.line([(left + 140, 80), (left + 140, 460)], ink.MIST, 10)
        canvas.line([(left, 200), (left + 280, 200)], ink.MIST, 8)
        canvas.fill(box(left - 30, 466, left + 310, 486), ink.SNOW)
    _board(canvas)
    canvas.glow(1390, 470, 520, ink.FLAME, 0.5)
    _teacher(canvas)
    canvas.shade([(300, 486), (640, 486), (900, 1000), (240, 1000)], ink.MIST, "top", 0.45, 0.95)
    coats = (ink.BRICK, ink.TEAL, ink.AMBER, ink.MOSS, ink.ROSE, ink.SLATE)
    hairs = (ink.INK, ink.WINE, ink.PLUM, ink.FLAME, ink.INK, ink.WINE)
    for row, (y, size) in enumerate(((700, 0.72), (816, 0.9), (960, 1.15))):
        for column in range(4 - row % 2):
            x = 190 + column * 410 * (0.86 + row * 0.07) + row % 2 * 190
            number = row * 4 + column
            if row == 0 and column == 3:
                continue
            _pupil(canvas, x, y, size, coats[number % 6], hairs[(number * 5) % 6], awake=number == 5)


def _board(canvas: Canvas) -> None:
    canvas.fill(rounded(780, 120, 1300, 440, 8), ink.SAND)
    canvas.fill(box(796, 136, 1284, 424), ink.INK)
    canvas.shade(box(796, 136, 1284, 424), ink.TEAL, "right", 0.8, 0.9)
    ring = [(0, -60), (52, -30), (52, 30), (0, 60), (-52, 30), (-52, -30), (0, -60)]
    for x in (900, 1004):
        canvas.line([(x + across, 280 + down) for across, down in ring], ink.SNOW, 5)
    canvas.line([(1056, 250), (1108, 220), (1150, 244)], ink.SNOW, 5)
    canvas.line([(900, 220), (900, 178)], ink.SNOW, 5)
    canvas.line([(1176, 300), (1252, 300)], ink.ROSE, 5)
    canvas.line([(1176, 330), (1230, 330)], ink.ROSE, 5)
    canvas.fill(box(790, 434, 1290, 448), ink.WINE)
    canvas.fill(oval(1450, 170, 62), ink.SAND)
    canvas.fill(oval(1450, 170, 52), ink.PAPER)
    canvas.line([(1450, 170), (1450, 128)], ink.INK, 5)
    canvas.line([(1450, 170), (1426, 196)], ink.INK, 7)
    for x, y in ((1450, 124), (1496, 170), (1450, 216), (1404, 170)):
        canvas.fill(oval(x, y, 4), ink.BRICK)


def _teacher(canvas: Canvas) -> None:
    x = 1360
    skirt = smooth([(x - 64, 680), (x - 50, 520), (x - 42, 410), (x + 40, 410), (x + 54, 520), (x + 70, 680)])
    canvas.fill(skirt, ink.WINE)
    canvas.shade(skirt, ink.INK, "left", 0.8, 0.8)
    canvas.fill(
        smooth([(x - 52, 520), (x - 56, 430), (x - 26, 380), (x + 26, 380), (x + 56, 430), (x + 52, 520)]), ink.AMBER
    )
    canvas.fill(oval(x - 2, 330, 38, 44), ink.SAND)
    canvas.shade(oval(x - 2, 330, 38, 44), ink.ROSE, "right", 0.8)
    canvas.fill(smooth([(x - 42, 322), (x - 34, 286), (x, 272), (x + 40, 290), (x + 46, 360), (x + 24, 350), (x + 10, 308)]),
                ink.PLUM)  # fmt: skip
    canvas.fill(oval(x + 34, 276, 20), ink.PLUM)
    canvas.fill(oval(x - 18, 330, 3.4, 4.4), ink.INK)
    canvas.fill(stroke([(x - 46, 430), (x - 90, 440), (x - 66, 366), (x - 26, 352)], [32, 28, 20, 12]), ink.FLAME)
    canvas.line([(x - 28, 366), (x - 26, 336)], ink.SAND, 9)
    canvas.fill(box(1440, 520, 1640, 540), ink.BRICK)
    canvas.fill(box(1460, 540, 1640, 690), ink.WINE)
    canvas.shade(box(1460, 540, 1640, 690), ink.INK, "bottom", 0.9)
    canvas.fill(box(1528, 502, 1592, 520), ink.INK)
    canvas.line([(1560, 506), (1560, 430)], ink.INK, 6)
    canvas.glow(1560, 452, 160, ink.PAPER, 0.9)
    canvas.fill([(1530, 440), (1544, 386), (1590, 386), (1606, 440)], ink.AMBER)


def _pupil(canvas: Canvas, x: float, y: float, size: float, coat: str, hair: str, awake: bool) -> None:
    def at(points: Sequence[Point]) -> Shape:
        return [(x + across * size, y + down * size) for across, down in points]

    canvas.fill(at([(-150, 0), (150, 0), (170, 34), (-170, 34)]), ink.FLAME)
    canvas.shade(at([(-150, 0), (150, 0), (170, 34), (-170, 34)]), ink.WINE, "left", 1.0, 0.8)
    back = smooth(at([(-92, 10), (-84, -56), (-40, -92), (40, -92), (84, -56), (92, 10)]))
    if awake:
        canvas.fill(smooth(at([(-70, 10), (-64, -84), (-24, -126), (24, -126), (64, -84), (70, 10)])), coat)
        canvas.shade(
            smooth(at([(-70, 10), (-64, -84), (-24, -126), (24, -126), (64, -84), (70, 10)])), ink.INK, "left", 0.8
        )
        canvas.fill(at(oval(0, -160, 42, 46)), ink.ROSE)
        canvas.fill(
            smooth(at([(-46, -150), (-44, -196), (0, -214), (44, -196), (46, -150), (24, -180), (-24, -180)])), hair
        )
        for side in (-15, 15):
            canvas.fill(at(oval(side, -160, 4, 5)), ink.INK)
        canvas.line(at([(-8, -138), (8, -138)]), ink.WINE, 4 * size)
    else:
        canvas.fill(back, coat)
        canvas.shade(back, ink.INK, "left", 0.9, 0.8)
        canvas.fill(at(oval(10, -52, 46, 40)), ink.ROSE)
        canvas.fill(smooth(at([(-40, -40), (-34, -84), (6, -104), (52, -84), (58, -44), (30, -64), (-10, -62)])), hair)
        for side in (-2, 32):
            canvas.line(smooth(at([(side - 9, -44), (side, -40), (side + 9, -44)]), closed=False), ink.INK, 4 * size)
    for side in (-1, 1):
        arm = at([(side * 84, -26), (side * 70, 2), (side * 4, -4)])
        canvas.fill(stroke(arm, [44 * size, 42 * size, 32 * size]), coat)
    canvas.fill(at([(-170, 34), (170, 34), (170, 52), (-170, 52)]), ink.WINE)
    for side in (-150, 138):
        canvas.fill(at([(side, 52), (side + 14, 52), (side + 14, 190), (side, 190)]), ink.INK)
    canvas.fill(at([(96, -6), (140, -6), (146, 12), (100, 12)]), ink.PAPER)


def wrong_maps(canvas: Canvas) -> None:
    """A museum room hung with maps that all disagree; a grey-haired visitor leans in with a pencil."""
    canvas.fill(canvas.all, ink.WINE)
    canvas.shade(box(0, 0, 1600, 800), ink.INK, "top", 1.0, 0.8)
    canvas.fill(box(0, 770, 1600, 800), ink.PLUM)
    floor = box(0, 800, 1600, 1000)
    canvas.fill(floor, ink.FLAME)
    canvas.shade(floor, ink.WINE, "bottom", 1.1, 1.0)
    for x in range(-800, 2400, 160):
        canvas.line([(800 + (x - 800) * 0.6, 800), (800 + (x - 800) * 1.3, 1000)], ink.BRICK, 3)
    frames = (
        (70, 110, 420, 340, ink.SAND, ink.TEAL),
        (90, 400, 400, 690, ink.ICE, ink.SLATE),
        (480, 90, 980, 520, ink.PAPER, ink.TEAL),
        (1050, 130, 1290, 420, ink.ROSE, ink.DUSK),
        (1350, 100, 1550, 330, ink.SAND, ink.TEAL),
        (1050, 490, 1310, 700, ink.SAND, ink.SLATE),
        (1370, 400, 1560, 680, ink.PAPER, ink.DUSK),
    )
    for number, (left, top, right, bottom, paper, river) in enumerate(frames):
        middle = (left + right) / 2
        canvas.shade([(middle - 20, top - 60), (middle + 20, top - 60), (right + 40, bottom), (left - 40, bottom)],
                     ink.AMBER, "top", 0.6, 1.0)  # fmt: skip
        _map(canvas, (left, top, right, bottom), paper, river, number)
        canvas.fill(rounded(middle - 34, top - 66, middle + 34, top - 50, 6), ink.AMBER)
    canvas.glow(730, 300, 560, ink.AMBER, 0.28)
    _chair(canvas)
    _visitor(canvas)


def _map(canvas: Canvas, frame: tuple[float, float, float, float], paper: str, river: str, number: int) -> None:
    left, top, right, bottom = frame
    wide, high = right - left, bottom - top

    def at(points: Sequence[Point]) -> Shape:
        return [(left + across * wide, top + down * high) for across, down in points]

    canvas.wash(box(left - 4, top, right + 24, bottom + 30), ink.INK, 0.45)
    canvas.fill(box(left - 16, top - 16, right + 16, bottom + 16), ink.AMBER if number % 2 == 0 else ink.INK)
    canvas.shade(box(left - 16, top - 16, right + 16, bottom + 16), ink.BRICK, "bottom", 0.8)
    sheet = box(left, top, right, bottom)
    canvas.fill(sheet, paper)
    canvas.shade(sheet, ink.SAND if paper != ink.SAND else ink.FLAME, "bottom", 0.6, 0.8)
    courses = (
        [(0.0, 0.2), (0.3, 0.34), (0.42, 0.7), (0.7, 0.72), (1.0, 0.9)],
        [(0.5, 0.0), (0.36, 0.3), (0.6, 0.55), (0.5, 1.0)],
        [(0.0, 0.62), (0.2, 0.5), (0.38, 0.66), (0.56, 0.4), (0.8, 0.5), (1.0, 0.22)],
        [(0.14, 0.0), (0.3, 0.4), (0.7, 0.5), (0.86, 1.0)],
    )
    land = at([(0.0, 0.0), (0.46, 0.0), (0.3, 0.3), (0.12, 0.42), (0.0, 0.4)])
    canvas.fill(land, ink.MOSS if number % 2 == 0 else ink.FLAME)
    canvas.shade(land, paper, "bottom", 0.8, 0.9)
    for row in (0.25, 0.5, 0.75):
        canvas.line(at([(0.0, row), (1.0, row)]), ink.MIST, 1.6)
        canvas.line(at([(row, 0.0), (row, 1.0)]), ink.MIST, 1.6)
    course = at(courses[number % 4])
    canvas.fill(stroke(course, [wide * 0.03 + 5 * (index % 2) for index in range(len(course))]), river)
    for across, down in ((0.14, 0.8), (0.8, 0.16), (0.24, 0.16), (0.86, 0.7)):
        hill = at([(across - 0.05, down + 0.05), (across, down - 0.06), (across + 0.05, down + 0.05)])
        canvas.fill(hill, ink.BRICK if (number + int(across * 10)) % 2 else ink.PINE)
    town = at([((0.34, 0.7, 0.62, 0.2, 0.8, 0.5, 0.3)[number], (0.5, 0.26, 0.66, 0.72, 0.6, 0.3, 0.3)[number])])[0]
    size = 6 + wide / 60
    canvas.fill(box(town[0] - size, town[1] - size, town[0] + size, town[1] + size), ink.BRICK)
    canvas.fill([(town[0] - size * 1.3, town[1] - size), (town[0], town[1] - size * 2.6), (town[0] + size * 1.3, town[1] - size)],
                ink.WINE)  # fmt: skip
    if number == 2:
        x, y = left + wide * 0.86, top + high * 0.8
        canvas.line(oval(x, y, 36), ink.WINE, 4)
        for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
            canvas.fill([(x + dx * 50, y + dy * 50), (x - dy * 11, y + dx * 11), (x + dy * 11, y - dx * 11)], ink.BRICK)
        canvas.line(oval(town[0], town[1] - 8, 52, 44), ink.BRICK, 5)


def _chair(canvas: Canvas) -> None:
    x, base = 1210, 960
    canvas.wash(oval(x + 10, base, 110, 18), ink.INK, 0.4)
    for leg in (-60, 60):
        canvas.fill(box(x + leg - 8, base - 110, x + leg + 8, base), ink.INK)
    canvas.fill(box(x - 68, base - 260, x - 52, base - 100), ink.INK)
    canvas.fill(box(x + 52, base - 260, x + 68, base - 100), ink.INK)
    for y in (base - 256, base - 206):
        canvas.fill(rounded(x - 64, y, x + 64, y + 24, 8), ink.INK)
    canvas.fill(rounded(x - 78, base - 128, x + 78, base - 98, 8), ink.TEAL)
    canvas.shade(rounded(x - 78, base - 128, x + 78, base - 98, 8), ink.INK, "right", 0.9)


def _visitor(canvas: Canvas) -> None:
    x, base = 560, 978
    canvas.wash(oval(x, base, 130, 18), ink.INK, 0.45)
    for foot in (-30, 26):
        canvas.fill(stroke([(x + foot, base - 200), (x + foot, base - 10)], [42, 32]), ink.INK)
        canvas.fill(rounded(x + foot - 18, base - 18, x + foot + 36, base + 4, 9), ink.INK)
    coat = smooth([(x - 96, base - 130), (x - 84, base - 320), (x - 40, base - 420), (x + 60, base - 424), (x + 94, base - 330),
                   (x + 92, base - 130)])  # fmt: skip
    canvas.fill(coat, ink.PINE)
    canvas.shade(coat, ink.INK, "left", 1.0, 0.8)
    shawl = smooth([(x - 90, base - 290), (x - 70, base - 400), (x, base - 446), (x + 72, base - 420), (x + 98, base - 320),
                    (x + 30, base - 280), (x - 30, base - 250)])  # fmt: skip
    canvas.fill(shawl, ink.AMBER)
    canvas.shade(shawl, ink.FLAME, "left", 1.0, 0.8)
    canvas.fill(stroke([(x + 76, base - 380), (x + 140, base - 400), (x + 196, base - 478)], [48, 38, 26]), ink.PINE)
    canvas.fill(oval(x + 202, base - 492, 19), ink.SAND)
    canvas.line([(x + 192, base - 476), (x + 232, base - 548)], ink.FLAME, 9)
    canvas.fill([(x + 226, base - 548), (x + 240, base - 542), (x + 240, base - 566)], ink.INK)
    canvas.fill(oval(x + 34, base - 492, 56, 62), ink.SAND)
    canvas.shade(oval(x + 34, base - 492, 56, 62), ink.ROSE, "left", 0.9, 0.7)
    bob = smooth([(x - 52, base - 424), (x - 64, base - 510), (x - 30, base - 576), (x + 30, base - 586), (x + 84, base - 556),
                  (x + 60, base - 526), (x + 24, base - 516), (x + 16, base - 430)])  # fmt: skip
    canvas.fill(bob, ink.MIST)
    canvas.shade(bob, ink.SLATE, "left", 1.0, 0.8)
    canvas.line(oval(x + 66, base - 496, 19), ink.INK, 5)
    canvas.line([(x + 22, base - 504), (x + 48, base - 500)], ink.INK, 5)
    canvas.fill([(x + 86, base - 490), (x + 98, base - 470), (x + 84, base - 468)], ink.SAND)
