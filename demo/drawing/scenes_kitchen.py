"""Warm rooms at night: the bakery, the table with the budget on it, soup on one ring of gas."""

from __future__ import annotations

from demo.drawing import palette as ink
from demo.drawing import people
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import arch, box, oval, rounded, smooth, stroke


def bakery(canvas: Canvas) -> None:
    """The bakery at half past two in the morning: the oven's mouth, the baker with his peel, loaves on racks."""
    canvas.fill(canvas.all, ink.PLUM)
    canvas.shade(box(0, 0, 1600, 800), ink.INK, "left", 1.1, 0.9)
    _tiles(canvas, 0, 800, ink.NIGHT)
    canvas.glow(1080, 520, 900, ink.FLAME, 0.55)
    _oven(canvas)
    floor = box(0, 800, 1600, 1000)
    canvas.fill(floor, ink.WINE)
    canvas.shade(floor, ink.INK, "left", 1.1, 0.8)
    canvas.shade([(830, 800), (1330, 800), (1600, 1000), (500, 1000)], ink.AMBER, "top", 0.95, 1.0)
    _night_window(canvas)
    _racks(canvas)
    _baker(canvas)


def _tiles(canvas: Canvas, top: int, bottom: int, joint: str) -> None:
    for row, y in enumerate(range(top, bottom, 50)):
        canvas.line([(0, y), (1600, y)], joint, 2)
        for x in range(-50 + row % 2 * 50, 1650, 100):
            canvas.line([(x, y), (x, y + 50)], joint, 2)


def _oven(canvas: Canvas) -> None:
    front = rounded(720, 150, 1500, 830, 40)
    canvas.fill(front, ink.BRICK)
    canvas.shade(front, ink.WINE, "right", 1.0, 0.8)
    canvas.shade(front, ink.INK, "top", 0.8, 0.5)
    for row, y in enumerate(range(190, 820, 42)):
        canvas.line([(724, y), (1496, y)], ink.WINE, 3)
        for x in range(760 + row % 2 * 44, 1496, 88):
            canvas.line([(x, y), (x, y + 42)], ink.WINE, 3)
    canvas.fill(arch(826, 318, 1394, 716, 236), ink.SAND)
    canvas.shade(arch(826, 318, 1394, 716, 236), ink.BRICK, "top", 0.9, 0.8)
    mouth = arch(868, 362, 1352, 700, 200)
    canvas.fill(mouth, ink.FLAME)
    canvas.shade(mouth, ink.WINE, "top", 1.2, 0.8)
    canvas.glow(1110, 660, 330, ink.AMBER, 1.3, 0.7)
    canvas.glow(1110, 700, 200, ink.PAPER, 1.0, 0.4)
    for x, y, size in ((950, 642, 0.8), (1076, 636, 0.8), (1204, 640, 0.8), (1300, 652, 0.74), (1020, 690, 1.0),
                       (1150, 690, 1.04), (1280, 692, 0.96)):  # fmt: skip
        _loaf(canvas, x, y, size)
    canvas.fill(box(800, 700, 1420, 730), ink.SLATE)
    canvas.shade(box(800, 700, 1420, 730), ink.AMBER, "top", 1.0, 0.9)
    canvas.fill(rounded(1010, 200, 1210, 270, 12), ink.INK)
    for x, colour in ((1046, ink.AMBER), (1084, ink.AMBER), (1174, ink.FLAME)):
        canvas.fill(oval(x, 235, 11), colour)
    canvas.fill(box(1106, 226, 1148, 244), ink.MOSS)


def _loaf(canvas: Canvas, x: float, y: float, size: float) -> None:
    crust = oval(x, y, 58 * size, 40 * size, 180, 360)
    canvas.fill(crust, ink.FLAME)
    canvas.shade(crust, ink.WINE, "right", 0.9, 0.8)
    for shift in (-22, 2, 26):
        canvas.line([(x + shift * size, y - 12 * size), (x + (shift - 12) * size, y - 29 * size)], ink.SAND, 5 * size)


def _night_window(canvas: Canvas) -> None:
    canvas.fill(rounded(76, 116, 506, 470, 10), ink.SAND)
    canvas.shade(rounded(76, 116, 506, 470, 10), ink.INK, "left", 0.9, 0.9)
    pane = box(94, 134, 488, 452)
    canvas.fill(pane, ink.INK)
    canvas.shade(pane, ink.DUSK, "bottom", 1.0, 1.0)
    canvas.fill(oval(390, 210, 32), ink.PAPER)
    for x, top, wide in ((94, 340, 110), (204, 380, 90), (294, 320, 80), (374, 366, 114)):
        canvas.fill(box(x, top, x + wide, 452), ink.NIGHT)
    for x, y in ((128, 366), (312, 350), (430, 396)):
        canvas.fill(box(x, y, x + 15, y + 20), ink.AMBER)
    for x, y in ((140, 190), (190, 260), (262, 176), (310, 240), (450, 280), (240, 300), (120, 280)):
        canvas.fill(oval(x, y, 3), ink.SNOW)
    canvas.fill(box(286, 134, 298, 452), ink.SAND)
    canvas.fill(box(94, 280, 488, 291), ink.SAND)
    canvas.fill(box(60, 452, 522, 476), ink.SAND)


def _racks(canvas: Canvas) -> None:
    for y in (598, 724, 850):
        canvas.fill(box(50, y, 590, y + 14), ink.SAND)
        canvas.shade(box(50, y, 590, y + 14), ink.INK, "left", 1.0, 0.9)
        for index in range(4):
            _loaf(canvas, 122 + index * 128, y, 1.0)
    for x in (50, 576):
        canvas.fill(box(x, 540, x + 14, 930), ink.SLATE)
        canvas.fill(oval(x + 7, 934, 13), ink.INK)
    canvas.shade(box(50, 545, 590, 860), ink.INK, "left", 0.9, 0.7)


def _baker(canvas: Canvas) -> None:
    x, base = 700, 960
    canvas.wash([(x - 60, base), (x + 60, base), (x - 190, 1000), (x - 330, 1000)], ink.INK, 0.6)
    for foot in (-30, 30):
        canvas.fill(stroke([(x + foot * 0.8, base - 210), (x + foot, base - 8)], [54, 40]), ink.NIGHT)
        canvas.fill(rounded(x + foot - 20, base - 22, x + foot + 42, base + 6, 12), ink.INK)
    people.torso(canvas, x, base - 190, 1.3, ink.PAPER, ink.SLATE)
    apron = smooth([(x - 50, base - 360), (x + 60, base - 360), (x + 92, base - 150), (x + 84, base - 96),
                    (x - 78, base - 96), (x - 90, base - 200)], steps=8)  # fmt: skip
    canvas.fill(apron, ink.SNOW)
    canvas.shade(apron, ink.SLATE, "left", 1.0, 0.8)
    canvas.shade(apron, ink.AMBER, "right", 0.8, 0.45)
    people.head(canvas, x + 12, base - 456, 1.15)
    people.short(canvas, x + 12, base - 456, 1.15, ink.INK)
    hat = smooth([(x - 40, base - 486), (x - 58, base - 546), (x + 8, base - 574), (x + 78, base - 548),
                  (x + 64, base - 486)], steps=8)  # fmt: skip
    canvas.fill(hat, ink.SNOW)
    canvas.shade(hat, ink.SLATE, "left", 0.9, 0.8)
    canvas.line([(560, 868), (1000, 690)], ink.SAND, 13)
    canvas.fill(smooth([(980, 706), (1010, 674), (1110, 640), (1124, 660), (1030, 700)], steps=6), ink.SAND)
    people.arm(canvas, [(x + 66, base - 350), (x + 130, base - 280), (x + 168, base - 208)], 1.2, ink.PAPER)
    people.arm(canvas, [(x - 60, base - 340), (x - 84, base - 240), (x - 40, base - 136)], 1.2, ink.ICE)
    _loaf(canvas, 1056, 662, 0.95)


def budget(canvas: Canvas) -> None:
    """A table under a hanging lamp: a thick pile of paper, an abacus, tea, a pencil, a cat."""
    canvas.fill(canvas.all, ink.PINE)
    canvas.shade(box(0, 0, 1600, 760), ink.INK, "top", 1.1, 0.9)
    for x in range(40, 1600, 90):
        canvas.wash(box(x, 0, x + 30, 700), ink.TEAL, 0.16)
    _city_window(canvas)
    canvas.glow(860, 520, 720, ink.AMBER, 0.5)
    canvas.shade([(770, 290), (950, 290), (1420, 760), (300, 760)], ink.AMBER, "top", 0.75, 1.0)
    table = box(0, 730, 1600, 1000)
    canvas.fill(table, ink.BRICK)
    canvas.shade(table, ink.WINE, "bottom", 1.0, 0.9)
    canvas.glow(860, 770, 640, ink.AMBER, 0.8, 0.3)
    for y, left in ((800, 0), (872, 200), (948, 60)):
        canvas.line([(left, y), (left + 1300, y)], ink.WINE, 2)
    canvas.line([(860, 0), (860, 190)], ink.INK, 5)
    canvas.fill([(700, 292), (800, 184), (920, 184), (1020, 292)], ink.MOSS)
    canvas.shade([(700, 292), (800, 184), (920, 184), (1020, 292)], ink.PINE, "left", 1.0, 0.8)
    canvas.fill(oval(860, 292, 160, 17), ink.PAPER)
    _pile(canvas)
    _abacus(canvas)
    _tea(canvas)
    _cat_asleep(canvas)


def _city_window(canvas: Canvas) -> None:
    canvas.fill(box(120, 90, 560, 590), ink.SAND)
    canvas.shade(box(120, 90, 560, 590), ink.PINE, "left", 0.9, 0.9)
    pane = box(142, 112, 538, 568)
    canvas.fill(pane, ink.NIGHT)
    canvas.shade(pane, ink.SLATE, "bottom", 0.9, 0.8)
    canvas.fill(oval(450, 210, 40), ink.PAPER)
    canvas.fill(oval(466, 200, 35), ink.NIGHT)
    for x, y in ((190, 170), (240, 260), (300, 150), (360, 230), (200, 340), (500, 330), (330, 330)):
        canvas.fill(oval(x, y, 3), ink.PAPER)
    hill = [(142, 470), (230, 430), (340, 456), (440, 420), (538, 446), (538, 568), (142, 568)]
    canvas.fill(hill, ink.INK)
    for x, y, wide, high in ((180, 390, 54, 80), (262, 416, 60, 60), (350, 380, 46, 90), (440, 400, 70, 60)):
        canvas.fill(box(x, y, x + wide, y + high), ink.INK)
    for x, y in ((196, 410), (214, 440), (364, 400), (462, 420), (280, 500), (400, 520), (490, 490)):
        canvas.fill(box(x, y, x + 10, y + 14), ink.AMBER)
    canvas.fill(box(334, 112, 346, 568), ink.SAND)
    canvas.fill(box(142, 310, 538, 321), ink.SAND)
    canvas.fill(box(100, 584, 580, 612), ink.SAND)
    canvas.shade(box(100, 584, 580, 612), ink.WINE, "bottom", 0.9)


def _pile(canvas: Canvas) -> None:
    for index in range(17):
        shift, y = canvas.random.uniform(-9, 9), 790 - index * 9
        canvas.fill(box(560 + shift, y - 8, 880 + shift, y), ink.SAND if index % 3 else ink.PAPER)
        canvas.line([(560 + shift, y), (880 + shift, y)], ink.BRICK, 1.4)
    canvas.shade(box(550, 630, 890, 792), ink.WINE, "left", 0.9, 0.5)
    for y, colour in ((756, ink.BRICK), (712, ink.TEAL), (678, ink.MOSS)):
        canvas.fill(box(880, y, 918, y + 12), colour)
    sheet = [(540, 640), (604, 598), (914, 598), (890, 640)]
    canvas.fill(sheet, ink.SNOW)
    canvas.line([(628, 610), (760, 610)], ink.SLATE, 4)
    canvas.line([(610, 622), (700, 622)], ink.SLATE, 4)
    canvas.line([(770, 622), (860, 622)], ink.BRICK, 4)
    canvas.fill(stroke([(690, 634), (800, 604), (900, 574)], [9, 9, 9]), ink.AMBER)
    canvas.fill([(690, 640), (664, 642), (686, 628)], ink.INK)
    canvas.fill(oval(902, 574, 8), ink.BRICK)


def _abacus(canvas: Canvas) -> None:
    canvas.wash([(1010, 812), (1390, 812), (1430, 850), (980, 850)], ink.INK, 0.4)
    canvas.fill(rounded(1000, 430, 1380, 830, 12), ink.INK)
    canvas.shade(rounded(1000, 430, 1380, 830, 12), ink.FLAME, "left", 0.5, 0.5)
    canvas.wash(box(1026, 456, 1354, 804), ink.FLAME, 0.3)
    split = (3, 7, 2, 6, 4, 8, 1, 5)
    for row, left in enumerate(split):
        y = 482 + row * 42
        canvas.line([(1026, y), (1354, y)], ink.SLATE, 5)
        for index in range(10):
            x = 1046 + index * 25 if index < left else 1334 - (9 - index) * 25
            bead = oval(x, y, 13, 18)
            canvas.fill(bead, ink.INK if index in (4, 5) else (ink.SAND if row == 3 else ink.FLAME))
            canvas.shade(bead, ink.WINE, "right", 0.9, 0.8)
    for x in (1000, 1354):
        canvas.fill(box(x, 430, x + 26, 830), ink.WINE)
        canvas.shade(box(x, 430, x + 26, 830), ink.INK, "right", 0.8, 0.8)
    for y in (430, 804):
        canvas.fill(rounded(990, y, 1390, y + 28, 8), ink.WINE)
        canvas.shade(rounded(990, y, 1390, y + 28, 8), ink.AMBER, "left", 0.5, 0.5)


def _tea(canvas: Canvas) -> None:
    canvas.fill(oval(360, 830, 92, 18), ink.WINE)
    canvas.fill(oval(360, 822, 92, 18), ink.SNOW)
    glass = [(312, 690), (408, 690), (398, 822), (322, 822)]
    canvas.fill(glass, ink.FLAME)
    canvas.shade(glass, ink.WINE, "left", 0.9, 0.8)
    canvas.fill(oval(360, 690, 48, 11), ink.AMBER)
    canvas.fill(box(316, 742, 404, 756), ink.SLATE)
    canvas.fill(box(320, 796, 400, 822), ink.SLATE)
    canvas.line(oval(418, 770, 26, 32), ink.SLATE, 9)
    canvas.line([(372, 690), (392, 634)], ink.ICE, 5)
    people.steam(canvas, 356, 676, 0.9, ink.ICE)
    for x, y in ((470, 862), (508, 846)):
        canvas.fill(rounded(x - 15, y - 13, x + 15, y + 13, 4), ink.SNOW)


def _cat_asleep(canvas: Canvas) -> None:
    body = smooth([(36, 800), (34, 744), (84, 694), (160, 694), (216, 740), (226, 800), (130, 812)])
    canvas.fill(body, ink.INK)
    canvas.shade(body, ink.FLAME, "right", 0.55, 0.6)
    canvas.fill(stroke([(48, 782), (90, 818), (160, 820), (214, 806)], [26, 28, 24, 12]), ink.INK)
    for left, tip in ((186, 194), (232, 256)):
        canvas.fill([(left, 758), (tip, 706), (left + 32, 742)], ink.INK)
    face = oval(226, 774, 42, 35)
    canvas.fill(face, ink.INK)
    canvas.shade(face, ink.FLAME, "right", 0.6, 0.5)
    for x in (212, 242):
        canvas.line(oval(x, 772, 8, 6, 0, 180), ink.SAND, 3)
    canvas.fill([(222, 786), (232, 786), (227, 792)], ink.ROSE)
