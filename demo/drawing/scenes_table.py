"""On the table: soup on one ring of gas, and a game of chess under ground."""

from __future__ import annotations

from demo.drawing import palette as ink
from demo.drawing import people
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, arch, box, oval, rounded, smooth, stroke


def one_ring(canvas: Canvas) -> None:
    """A red pot on a camping stove, an open cookbook, onions and beetroot, a torch hung up for a lamp."""
    canvas.fill(canvas.all, ink.TEAL)
    canvas.shade(canvas.all, ink.PINE, "top", 1.0, 1.0)
    canvas.shade(box(0, 0, 1600, 700), ink.INK, "right", 1.0, 0.8)
    for y in range(20, 700, 110):
        canvas.line([(0, y), (1600, y)], ink.PINE, 4)
    for x in range(30, 1600, 110):
        canvas.line([(x, 0), (x, 700)], ink.PINE, 4)
    _shelf(canvas)
    canvas.glow(700, 600, 640, ink.AMBER, 0.5)
    table = box(0, 690, 1600, 1000)
    canvas.fill(table, ink.SAND)
    canvas.shade(table, ink.FLAME, "bottom", 0.9, 1.0)
    canvas.shade(table, ink.WINE, "right", 0.8, 0.6)
    for column in range(-1, 18):
        canvas.wash(box(column * 100, 690, column * 100 + 50, 1000), ink.BRICK, 0.35)
    for row in range(3):
        canvas.wash(box(0, 720 + row * 100, 1600, 770 + row * 100), ink.BRICK, 0.35)
    _stove(canvas)
    _pot(canvas)
    _cookbook(canvas)
    _vegetables(canvas)


def _shelf(canvas: Canvas) -> None:
    canvas.fill(box(980, 250, 1540, 272), ink.SAND)
    canvas.shade(box(980, 250, 1540, 272), ink.WINE, "right", 0.9, 0.9)
    for x, high, wide, colour in ((1040, 120, 80, ink.BRICK), (1146, 96, 72, ink.AMBER), (1240, 134, 84, ink.MOSS),
                                  (1348, 104, 76, ink.WINE), (1454, 126, 84, ink.FLAME)):  # fmt: skip
        jar = rounded(x - wide / 2, 250 - high, x + wide / 2, 250, 16)
        canvas.fill(jar, colour)
        canvas.shade(jar, ink.INK, "right", 0.9, 0.8)
        canvas.fill(box(x - wide / 2 + 6, 250 - high - 12, x + wide / 2 - 6, 250 - high + 12), ink.PAPER)
        canvas.fill(box(x - 20, 250 - high * 0.56, x + 20, 250 - high * 0.28), ink.PAPER)
    for x, tool in ((180, 0), (290, 1), (400, 2)):
        canvas.line([(x, 110), (x, 330)], ink.SLATE, 9)
        if tool == 0:
            canvas.fill(oval(x, 350, 42, 30), ink.SLATE)
        elif tool == 1:
            canvas.fill(rounded(x - 34, 310, x + 34, 400, 12), ink.SLATE)
            for y in range(322, 396, 16):
                canvas.line([(x - 22, y), (x + 22, y)], ink.PINE, 4)
        else:
            canvas.fill(oval(x, 360, 50, 50, 0, 180), ink.SLATE)
    canvas.fill(box(110, 96, 470, 114), ink.SAND)


def _stove(canvas: Canvas) -> None:
    canvas.wash(oval(660, 900, 330, 30), ink.INK, 0.35)
    canvas.fill(rounded(420, 800, 900, 896, 18), ink.SLATE)
    canvas.shade(rounded(420, 800, 900, 896, 18), ink.INK, "bottom", 1.0, 0.9)
    canvas.fill(oval(500, 850, 26), ink.INK)
    canvas.line([(500, 850), (500, 830)], ink.PAPER, 6)
    canvas.fill(rounded(590, 828, 860, 870, 10), ink.DUSK)
    canvas.fill(rounded(560, 776, 760, 806, 10), ink.INK)
    for index in range(9):
        x = 576 + index * 21
        flame = [(x, 738 - index % 2 * 8), (x + 10, 768), (x, 784), (x - 10, 768)]
        canvas.fill(smooth(flame, steps=6), ink.ICE)
        canvas.shade(smooth(flame, steps=6), ink.AMBER, "top", 0.9, 0.6)
    canvas.glow(660, 770, 170, ink.ICE, 0.7, 0.4)
    for x in (470, 850):
        canvas.line([(x, 802), (x, 740), (x + (660 - x) * 0.3, 740)], ink.INK, 11)


def _pot(canvas: Canvas) -> None:
    pot = smooth([(430, 470), (436, 640), (480, 724), (660, 740), (840, 724), (884, 640), (890, 470)], closed=False)
    for side in (-1, 1):
        canvas.line(oval(660 + side * 246, 540, 30, 38), ink.WINE, 15)
    canvas.fill(pot, ink.BRICK)
    canvas.shade(pot, ink.WINE, "right", 1.0, 0.8)
    canvas.shade(pot, ink.FLAME, "bottom", 0.8, 0.4)
    for x, y in ((520, 600), (600, 640), (690, 604), (780, 640), (560, 684), (740, 690), (650, 560), (830, 590)):
        canvas.fill(oval(x, y, 17), ink.PAPER)
    canvas.fill(oval(660, 470, 236, 44), ink.WINE)
    canvas.fill(oval(660, 474, 218, 34), ink.FLAME)
    for x, y, size, colour in ((560, 470, 16, ink.MOSS), (640, 484, 20, ink.SAND), (720, 464, 14, ink.MOSS),
                               (776, 480, 17, ink.AMBER), (600, 490, 12, ink.BRICK), (690, 490, 10, ink.PINE)):  # fmt: skip
        canvas.fill(oval(x, y, size, size * 0.45), colour)
    canvas.fill(stroke([(760, 476), (840, 330), (900, 236)], [14, 14, 18]), ink.SAND)
    for x, tall, thick in ((560, 200, 16), (626, 330, 24), (706, 250, 18)):
        curl = [(x, 452), (x + 34, 452 - tall * 0.3), (x - 22, 452 - tall * 0.62), (x + 20, 452 - tall)]
        canvas.wash(stroke(curl, [6, thick, thick, 2]), ink.ICE, 0.8)


def _cookbook(canvas: Canvas) -> None:
    canvas.wash([(990, 906), (1500, 906), (1540, 930), (980, 930)], ink.INK, 0.35)
    for side in (-1, 1):
        cover = [(1250, 900), (1250 + side * 262, 880), (1250 + side * 240, 548), (1250, 570)]
        canvas.fill(cover, ink.PLUM)
        lower = [(1250, 888), (1250 + side * 60, 868), (1250 + side * 150, 862), (1250 + side * 250, 872)]
        upper = [(1250 + side * 228, 542), (1250 + side * 140, 534), (1250 + side * 56, 542), (1250, 562)]
        page = smooth(lower, closed=False) + smooth(upper, closed=False)
        canvas.fill(page, ink.PAPER)
        canvas.shade(page, ink.SAND, "left" if side > 0 else "right", 1.0, 0.5)
    for row in range(7):
        y = 640 + row * 30
        canvas.line([(1296, y), (1462 - (row * 37) % 60, y - 6)], ink.SLATE, 4)
    canvas.line([(1292, 600), (1400, 594)], ink.BRICK, 9)
    canvas.line(oval(1128, 680, 62, 44, 0, 180), ink.BRICK, 7)
    canvas.line([(1060, 680), (1196, 680)], ink.BRICK, 7)
    people.steam(canvas, 1128, 660, 0.56, ink.SLATE)
    for row in range(3):
        canvas.line([(1054, 780 + row * 26), (1196 - row * 34, 784 + row * 26)], ink.SLATE, 4)
    canvas.fill(oval(1420, 836, 20, 15), ink.ROSE)


def _vegetables(canvas: Canvas) -> None:
    for x, y, size, colour in ((130, 856, 76, ink.AMBER), (268, 884, 64, ink.PLUM), (210, 920, 54, ink.AMBER)):
        canvas.wash(oval(x, y + size * 0.8, size * 1.1, 16), ink.INK, 0.35)
        bulb = smooth([(x, y - size * 1.25), (x + size * 0.3, y - size * 0.8), (x + size, y), (x + size * 0.6, y + size * 0.8),
                       (x, y + size * 0.9), (x - size * 0.6, y + size * 0.8), (x - size, y), (x - size * 0.3, y - size * 0.8)])  # fmt: skip
        canvas.fill(bulb, colour)
        canvas.shade(bulb, ink.WINE if colour == ink.AMBER else ink.INK, "left", 0.95, 0.8)
        for bend in (-0.5, 0.1, 0.6):
            rib = [(x, y - size), (x + size * bend, y), (x + size * bend * 0.4, y + size * 0.8)]
            canvas.line(smooth(rib, closed=False), ink.FLAME if colour == ink.AMBER else ink.WINE, 3)
    for tilt in (-60, -20, 24, 70):
        leaf = [(268, 820), (268 + tilt * 0.5, 760), (268 + tilt, 716)]
        canvas.fill(stroke(leaf, [8, 24, 2]), ink.MOSS if tilt < 0 else ink.PINE)


def chess(canvas: Canvas) -> None:
    """A vaulted cellar under one lamp: an old man and a girl at a board on a crate, others waiting behind."""
    canvas.fill(canvas.all, ink.NIGHT)
    canvas.shade(canvas.all, ink.INK, "right", 1.0, 0.6)
    canvas.shade(canvas.all, ink.INK, "left", 1.0, 0.6)
    vault = arch(150, 60, 1450, 800, 330)
    canvas.fill(vault, ink.DUSK)
    canvas.shade(vault, ink.INK, "top", 1.0, 0.8)
    for radius in (540, 430):
        canvas.line(oval(800, 392, radius, radius * 0.5, 180, 360), ink.NIGHT, 7)
    for y in (150, 182):
        canvas.line([(0, y), (1600, y)], ink.SLATE, 13)
        for x in (210, 700, 1180):
            canvas.fill(box(x, y - 11, x + 20, y + 11), ink.TEAL)
    floor = box(0, 790, 1600, 1000)
    canvas.fill(floor, ink.PLUM)
    canvas.shade(floor, ink.INK, "bottom", 1.0, 0.9)
    canvas.glow(800, 480, 640, ink.AMBER, 0.62)
    canvas.shade([(740, 300), (860, 300), (1300, 800), (300, 800)], ink.AMBER, "top", 0.9, 1.0)
    canvas.glow(800, 880, 620, ink.FLAME, 0.6, 0.25)
    _watchers(canvas)
    canvas.line([(800, 0), (800, 236)], ink.INK, 5)
    canvas.fill([(700, 300), (768, 230), (832, 230), (900, 300)], ink.BRICK)
    canvas.shade([(700, 300), (768, 230), (832, 230), (900, 300)], ink.WINE, "left", 0.9)
    canvas.fill(oval(800, 302, 44, 22, 0, 180), ink.PAPER)
    _crate(canvas)
    _players(canvas)


def _watchers(canvas: Canvas) -> None:
    for x, base, size, coat in ((360, 780, 0.92, ink.SLATE), (1240, 780, 0.96, ink.TEAL)):
        people.torso(canvas, x, base, size, coat)
        people.head(canvas, x, base - 220 * size, size)
    people.bob(canvas, 360, 780 - 220 * 0.92, 0.92, ink.INK)
    people.short(canvas, 1240, 780 - 220 * 0.96, 0.96, ink.PLUM, -1)
    canvas.fill(rounded(250, 772, 1380, 800, 8), ink.INK)


def _crate(canvas: Canvas) -> None:
    canvas.wash(oval(800, 968, 360, 24), ink.INK, 0.5)
    for y in (806, 862, 918):
        canvas.fill(box(620, y, 980, y + 48), ink.FLAME)
        canvas.shade(box(620, y, 980, y + 48), ink.WINE, "left", 1.0, 0.8)
    for x in (620, 944):
        canvas.fill(box(x, 800, x + 36, 970), ink.BRICK)
    board: Shape = [(560, 800), (640, 690), (960, 690), (1040, 800)]
    canvas.fill(board, ink.PAPER)
    for row in range(8):
        for column in range(8):
            if (row + column) % 2:
                corners = [_square(column + a, row + b) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
                canvas.fill(corners, ink.BRICK)
    canvas.fill([(560, 800), (1040, 800), (1040, 818), (560, 818)], ink.WINE)
    men = [(0.5, 1.5, 0, 1.0), (0.5, 4.5, 0, 1.2), (1.5, 3.5, 0, 0.9), (2.5, 5.5, 0, 0.9), (1.5, 6.5, 0, 1.3),
           (6.5, 2.5, 1, 1.0), (5.5, 4.5, 1, 0.9), (7.5, 5.5, 1, 1.3), (6.5, 6.5, 1, 0.9), (4.5, 1.5, 1, 1.1)]  # fmt: skip
    for across, down, side, tall in sorted(men, key=lambda man: man[1]):
        _man(canvas, *_square(across, down), tall, (ink.INK, ink.SNOW)[side])


def _square(column: float, row: float) -> tuple[float, float]:
    down = row / 8
    left, right = 640 - 80 * down, 960 + 80 * down
    return left + (right - left) * column / 8, 690 + 110 * down


def _man(canvas: Canvas, x: float, y: float, tall: float, colour: str) -> None:
    high = 52 * tall
    canvas.fill([(x - 6, y - high), (x + 6, y - high), (x + 14, y), (x - 14, y)], colour)
    canvas.fill(oval(x, y, 15, 6), colour)
    canvas.fill(oval(x, y - high, 11), colour)
    if tall > 1.25:
        canvas.line([(x, y - high - 26), (x, y - high)], colour, 4)
        canvas.line([(x - 7, y - high - 19), (x + 7, y - high - 19)], colour, 4)


def _players(canvas: Canvas) -> None:
    x, base = 450, 1000
    people.torso(canvas, x, base, 1.9, ink.PINE)
    people.head(canvas, x + 30, base - 412, 1.6)
    canvas.shade(oval(x + 30, base - 412, 62, 72), ink.AMBER, "right", 0.6, 0.4)
    people.short(canvas, x + 30, base - 412, 1.6, ink.ICE)
    beard = [(x + 96, base - 410), (x + 92, base - 348), (x + 56, base - 316), (x + 8, base - 340), (x - 10, base - 392),
             (x + 30, base - 372), (x + 66, base - 384)]  # fmt: skip
    canvas.fill(smooth(beard), ink.ICE)
    people.arm(canvas, [(x + 70, base - 230), (x + 176, base - 120), (x + 86, base - 310)], 1.6, ink.PINE)
    x = 1160
    people.torso(canvas, x, base, 1.45, ink.AMBER, ink.BRICK)
    people.head(canvas, x - 14, base - 316, 1.35)
    people.bob(canvas, x - 14, base - 316, 1.35, ink.WINE, -1)
    canvas.fill(stroke([(x + 52, base - 320), (x + 96, base - 250), (x + 78, base - 160)], [34, 28, 6]), ink.WINE)
    canvas.fill(oval(x + 52, base - 318, 14), ink.TEAL)
    people.arm(canvas, [(x - 62, base - 176), (x - 118, base - 116), (x - 190, base - 216)], 1.2, ink.AMBER)
