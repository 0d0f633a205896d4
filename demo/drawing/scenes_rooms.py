"""Under a roof: the school's shelter, the greenhouse, the tram depot."""

from __future__ import annotations

import math

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, arch, box, oval, ridge, rounded, smooth, stroke


def shelter(canvas: Canvas) -> None:
    """The corridor under School No. 4: coats and satchels in the dark, the classroom door open."""
    wall = box(0, 0, 1600, 790)
    canvas.fill(canvas.all, ink.DUSK)
    canvas.shade(wall, ink.INK, "left", 1.1, 0.8)
    canvas.fill(box(0, 470, 1600, 790), ink.TEAL)
    canvas.shade(box(0, 470, 1600, 790), ink.INK, "left", 1.1, 0.8)
    canvas.fill(box(0, 464, 1600, 474), ink.SAND)
    canvas.shade(box(0, 464, 1600, 474), ink.INK, "left", 1.1, 0.7)
    for y, thick in ((70, 26), (124, 14)):
        canvas.fill(box(0, y, 1600, y + thick), ink.SLATE)
        canvas.shade(box(0, y, 1600, y + thick), ink.INK, "bottom", 1.0)
        for x in range(120, 1600, 380):
            canvas.fill(box(x, y - 5, x + 26, y + thick + 5), ink.NIGHT)
    floor = box(0, 790, 1600, 1000)
    canvas.fill(floor, ink.NIGHT)
    canvas.shade(floor, ink.INK, "left", 1.0, 0.7)
    canvas.fill(box(0, 782, 1600, 796), ink.INK)
    canvas.shade([(1000, 796), (1410, 796), (1330, 1000), (560, 1000)], ink.AMBER, "top", 1.1, 1.2)
    canvas.glow(1000, 560, 420, ink.FLAME, 0.35)
    _classroom(canvas)
    _coats(canvas)
    _chalk(canvas)
    _child(canvas)


def _classroom(canvas: Canvas) -> None:
    canvas.fill(box(974, 196, 1436, 796), ink.SLATE)
    canvas.fill(box(986, 208, 1424, 796), ink.INK)
    room = box(1000, 222, 1410, 796)
    canvas.fill(room, ink.AMBER)
    canvas.shade(room, ink.FLAME, "top", 0.9, 0.6)
    canvas.fill(box(1000, 700, 1410, 796), ink.FLAME)
    canvas.fill(rounded(1052, 340, 1330, 520, 6), ink.SAND)
    canvas.fill(rounded(1062, 350, 1320, 510, 4), ink.PINE)
    canvas.line([(1090, 396), (1210, 396)], ink.SNOW, 5)
    canvas.line([(1090, 430), (1170, 430)], ink.SNOW, 5)
    canvas.line(oval(1264, 420, 30), ink.AMBER, 5)
    for turn in range(0, 360, 45):
        x, y = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        canvas.line([(1264 + 40 * x, 420 + 40 * y), (1264 + 54 * x, 420 + 54 * y)], ink.AMBER, 5)
    canvas.line([(1204, 222), (1204, 276)], ink.INK, 4)
    canvas.fill([(1150, 304), (1174, 270), (1234, 270), (1258, 304)], ink.INK)
    canvas.glow(1204, 310, 150, ink.PAPER, 0.9)
    for x, y, size, coat, hair in ((1074, 690, 0.9, ink.TEAL, ink.PLUM), (1186, 690, 0.95, ink.BRICK, ink.INK),
                                   (1312, 690, 0.9, ink.MOSS, ink.WINE)):  # fmt: skip
        canvas.fill(smooth([(x - 44 * size, y), (x - 38 * size, y - 66 * size), (x, y - 84 * size),
                            (x + 38 * size, y - 66 * size), (x + 44 * size, y)]), coat)  # fmt: skip
        canvas.fill(oval(x, y - 108 * size, 31 * size, 34 * size), hair)
    canvas.fill(stroke([(1216, 640), (1238, 592), (1236, 542)], [24, 20, 14]), ink.BRICK)
    canvas.fill(oval(1236, 532, 10), ink.ROSE)
    for left in (1020, 1136, 1262):
        canvas.fill(box(left, 676, left + 108, 692), ink.WINE)
        canvas.fill(box(left + 8, 692, left + 16, 770), ink.WINE)
        canvas.fill(box(left + 92, 692, left + 100, 770), ink.WINE)
    door: Shape = [(1410, 222), (1560, 176), (1560, 846), (1410, 796)]
    canvas.fill(door, ink.SLATE)
    canvas.shade(door, ink.INK, "right", 1.1, 0.9)
    for y in (330, 640):
        canvas.fill([(1424, y), (1546, y - 14), (1546, y + 8), (1424, y + 18)], ink.NIGHT)
    canvas.line(oval(1484, 500, 34, 46), ink.SAND, 9)
    canvas.line([(1484, 454), (1484, 546)], ink.SAND, 7)
    canvas.line([(1452, 500), (1516, 500)], ink.SAND, 7)


def _coats(canvas: Canvas) -> None:
    canvas.fill(box(70, 356, 820, 376), ink.WINE)
    inks = [ink.BRICK, ink.MOSS, ink.AMBER, ink.SLATE, ink.ROSE, ink.FLAME]
    for index, colour in enumerate(inks):
        x, long = 130 + index * 122, 176 + (index * 53) % 60
        canvas.line([(x, 372), (x, 396)], ink.INK, 5)
        coat = [(x - 12, 392), (x - 44, 424), (x - 50, 392 + long), (x, 404 + long), (x + 50, 392 + long), (x + 44, 424),
                (x + 12, 392)]  # fmt: skip
        canvas.fill(smooth(coat, steps=6), colour)
        canvas.fill(oval(x, 404, 20, 16), colour)
        for side in (-1, 1):
            sleeve = [(x + side * 36, 420), (x + side * 52, 480), (x + side * 46, 392 + long * 0.82)]
            canvas.fill(stroke(sleeve, [24, 24, 17]), colour)
        canvas.shade(box(x - 66, 386, x + 66, 408 + long), ink.INK, "left", 0.85 - index * 0.1, 0.9)
        canvas.line([(x, 414), (x, 396 + long)], ink.INK, 2)
    for x, colour, size in ((150, ink.TEAL, 1.0), (292, ink.WINE, 0.9), (450, ink.AMBER, 1.05), (604, ink.BRICK, 0.95)):
        wide, high = 56 * size, 112 * size
        bag = rounded(x - wide, 806 - high, x + wide, 806, 26 * size)
        canvas.line(oval(x, 806 - high, 18 * size, 16 * size, 180, 360), ink.INK, 7)
        canvas.fill(bag, colour)
        canvas.fill(rounded(x - wide * 0.72, 806 - high * 0.5, x + wide * 0.72, 806 - 8, 12), ink.INK)
        canvas.fill(rounded(x - wide * 0.66, 806 - high * 0.46, x + wide * 0.66, 806 - 12, 10), colour)
        canvas.shade(bag, ink.INK, "left", 0.9, 0.9)


def _chalk(canvas: Canvas) -> None:
    for x, y, size in ((200, 250, 26), (330, 220, 20), (560, 262, 24), (700, 232, 18)):
        points = [(0, -1), (0.24, -0.3), (1, -0.24), (0.4, 0.2), (0.6, 1), (0, 0.5), (-0.6, 1), (-0.4, 0.2), (-1, -0.24),
                  (-0.24, -0.3)]  # fmt: skip
        canvas.line([(x + a * size, y + b * size) for a, b in [*points, points[0]]], ink.SAND, 3)
    canvas.line([(420, 296), (420, 252), (454, 222), (488, 252), (488, 296), (420, 296)], ink.ICE, 3)
    canvas.line([(446, 296), (446, 268), (464, 268), (464, 296)], ink.ICE, 3)


def _child(canvas: Canvas) -> None:
    x, base = 890, 930
    canvas.wash([(x - 30, base), (x + 40, base), (x - 240, 1000), (x - 340, 1000)], ink.INK, 0.6)
    for foot in (-20, 16):
        canvas.fill(stroke([(x + foot, base - 100), (x + foot * 1.2, base - 8)], [28, 22]), ink.INK)
        canvas.fill(rounded(x + foot - 10, base - 14, x + foot + 30, base + 4, 8), ink.INK)
    canvas.fill(smooth([(x - 44, base - 96), (x - 42, base - 190), (x - 16, base - 222), (x + 22, base - 222),
                        (x + 46, base - 186), (x + 48, base - 96), (x, base - 86)]), ink.BRICK)  # fmt: skip
    canvas.shade(box(x - 60, base - 226, x + 60, base - 84), ink.INK, "left", 0.8, 0.8)
    canvas.fill(oval(x + 8, base - 252, 36, 38), ink.ROSE)
    canvas.fill(smooth([(x - 34, base - 250), (x - 26, base - 290), (x + 10, base - 302), (x + 44, base - 278),
                        (x + 40, base - 262), (x, base - 262), (x - 10, base - 232)]), ink.INK)  # fmt: skip
    canvas.fill(rounded(x - 74, base - 206, x - 18, base - 106, 18), ink.AMBER)
    canvas.shade(rounded(x - 74, base - 206, x - 18, base - 106, 18), ink.WINE, "left", 1.0)
    canvas.fill(stroke([(x + 20, base - 196), (x + 50, base - 150), (x + 84, base - 138)], [26, 22, 15]), ink.WINE)
    canvas.fill(oval(x + 90, base - 138, 10), ink.ROSE)


def greenhouse(canvas: Canvas) -> None:
    """The city greenhouse glowing in a blue field of snow."""
    canvas.fill(canvas.all, ink.DUSK)
    canvas.shade(box(0, 0, 1600, 640), ink.ROSE, "bottom", 0.9, 0.8)
    canvas.shade(box(0, 0, 1600, 400), ink.NIGHT, "top", 0.9, 1.0)
    elements.stars(canvas, 60, 240)
    far = ridge([(-20, 600), (300, 570), (700, 590), (1200, 560), (1620, 590)], 720)
    canvas.fill(far, ink.SLATE)
    for x, height in ((60, 190), (100, 240), (146, 200), (1420, 230), (1466, 270), (1510, 220), (1552, 180)):
        elements.poplar(canvas, x, 610, height, ink.NIGHT, ink.DUSK)
    ground = ridge([(-20, 690), (500, 660), (1100, 676), (1620, 650)], 1010)
    canvas.fill(ground, ink.SNOW)
    canvas.shade(ground, ink.SLATE, "bottom", 1.0, 1.0)
    canvas.glow(800, 780, 860, ink.AMBER, 0.75, 0.4)
    glass: Shape = [(290, 810), (290, 500), (800, 210), (1310, 500), (1310, 810)]
    canvas.fill(glass, ink.AMBER)
    canvas.shade(glass, ink.MOSS, "top", 0.9, 0.8)
    canvas.shade(glass, ink.PAPER, "bottom", 0.7, 0.5)
    _plants(canvas)
    _ribs(canvas)
    canvas.fill(box(272, 796, 1328, 846), ink.BRICK)
    canvas.shade(box(272, 796, 1328, 846), ink.WINE, "bottom", 1.0)
    canvas.shade([(272, 846), (1328, 846), (1500, 1000), (120, 1000)], ink.AMBER, "top", 0.7, 0.9)
    for x, wide in ((150, 120), (1400, 150), (1520, 90)):
        drift = smooth([(x - wide, 880), (x - wide * 0.4, 826), (x + wide * 0.3, 818), (x + wide, 880)])
        canvas.fill(drift, ink.ICE)
        canvas.shade(drift, ink.SLATE, "bottom", 0.6)
    elements.snow(canvas, 150)


def _plants(canvas: Canvas) -> None:
    canvas.fill(box(310, 724, 700, 742), ink.WINE)
    canvas.fill(box(900, 724, 1290, 742), ink.WINE)
    for x in (330, 500, 670, 920, 1090, 1260):
        canvas.fill(box(x, 742, x + 12, 800), ink.WINE)
    for x in (*range(340, 700, 46), *range(924, 1290, 46)):
        canvas.fill([(x - 16, 696), (x + 16, 696), (x + 11, 726), (x - 11, 726)], ink.BRICK)
        tall = canvas.random.uniform(60, 150)
        for side in (-1, 1, -0.4, 0.5):
            leaf = [(x, 698), (x + side * 16, 698 - tall * 0.5), (x + side * 34, 698 - tall * (0.75 + abs(side) * 0.1))]
            canvas.fill(stroke(leaf, [5, 17, 1]), canvas.random.choice([ink.PINE, ink.TEAL, ink.MOSS]))
    for x, top in ((430, 470), (600, 400), (1010, 400), (1180, 480)):
        canvas.line([(x, top - 60), (x, top)], ink.PINE, 3)
        for side in range(-4, 5):
            tip = (x + side * 17, top + 84 - abs(side) * 12)
            canvas.fill(stroke([(x, top), (x + side * 13, top + 20), tip], [5, 9, 1]), ink.PINE)
        canvas.fill(oval(x, top + 6, 28, 18, 0, 180), ink.BRICK)
    elements.walker(canvas, 782, 800, 2.9, ink.TEAL, ink.WINE)
    canvas.fill(rounded(838, 700, 892, 744, 6), ink.SLATE)
    canvas.line([(890, 736), (926, 694)], ink.SLATE, 8)
    canvas.line(oval(858, 704, 22, 24, 180, 360), ink.SLATE, 6)


def _ribs(canvas: Canvas) -> None:
    frame = ink.PAPER
    for x in range(290, 1311, 102):
        roof = 500 - (1 - abs(x - 800) / 510) * 290
        canvas.line([(x, roof), (x, 806)], frame, 5)
    for left, right, y in ((290, 1310, 500), (290, 1310, 640)):
        canvas.line([(left, y), (right, y)], frame, 5)
    canvas.line([(545, 355), (1055, 355)], frame, 5)
    canvas.line([(290, 810), (290, 500), (800, 210), (1310, 500), (1310, 810)], frame, 13)
    for start, end in (((270, 498), (790, 202)), ((810, 202), (1330, 498))):
        canvas.line([start, end], ink.SNOW, 15)
    canvas.fill(box(720, 796, 900, 812), ink.WINE)


def depot(canvas: Canvas) -> None:
    """Three old trams in the arches of the depot, and lamps set down before the wall."""
    canvas.fill(canvas.all, ink.WINE)
    canvas.shade(box(0, 0, 1600, 740), ink.PLUM, "top", 1.1, 0.9)
    for y in range(40, 740, 34):
        for x in range(-40 + (y // 34 % 2) * 40, 1640, 80):
            canvas.line([(x, y), (x, y + 34)], ink.PLUM, 2)
        canvas.line([(0, y), (1600, y)], ink.PLUM, 2)
    canvas.fill(box(0, 96, 1600, 118), ink.SAND)
    canvas.shade(box(0, 96, 1600, 118), ink.BRICK, "bottom", 0.8)
    for index, left in enumerate((70, 570, 1070)):
        canvas.fill(arch(left - 26, 190, left + 486, 760, 210), ink.SAND)
        canvas.shade(arch(left - 26, 190, left + 486, 760, 210), ink.BRICK, "bottom", 0.8, 0.9)
        canvas.fill(arch(left, 216, left + 460, 760, 196), ink.INK)
        canvas.shade(arch(left, 216, left + 460, 760, 196), ink.DUSK, "top", 0.9, 0.7)
        _tram_front(canvas, left + 230, lit=index == 1)
    floor = box(0, 750, 1600, 1000)
    canvas.fill(floor, ink.NIGHT)
    canvas.shade(floor, ink.PLUM, "top", 1.0, 0.9)
    for middle in (300, 800, 1300):
        spread = (middle - 800) * 0.7
        for side in (-78, 78):
            canvas.line([(middle + side, 752), (middle + spread + side * 1.9, 1000)], ink.MIST, 6)
    canvas.shade([(680, 752), (920, 752), (1130, 1000), (470, 1000)], ink.AMBER, "top", 0.85, 0.95)
    _lamps(canvas)


def _tram_front(canvas: Canvas, x: float, lit: bool) -> None:
    body = rounded(x - 150, 330, x + 150, 736, 46)
    canvas.fill(rounded(x - 60, 296, x + 60, 350, 16), ink.SLATE)
    canvas.fill(body, ink.BRICK)
    upper = rounded(x - 150, 330, x + 150, 566, 46)
    canvas.fill(upper, ink.PAPER if lit else ink.MIST)
    canvas.shade(body, ink.INK, "right", 0.95, 0.75)
    glass = rounded(x - 124, 392, x + 124, 544, 22)
    canvas.fill(glass, ink.AMBER if lit else ink.NIGHT)
    canvas.shade(glass, ink.FLAME if lit else ink.SLATE, "top", 0.8, 0.8)
    canvas.line([(x, 392), (x, 544)], ink.PAPER if lit else ink.MIST, 8)
    canvas.fill(rounded(x - 56, 346, x + 56, 382, 8), ink.INK)
    for index, dot in enumerate((-34, -17, 0, 17, 34)):
        canvas.fill(oval(x + dot, 364, 4 + index % 2 * 2), ink.AMBER if lit else ink.SLATE)
    for side in (-96, 96):
        canvas.fill(oval(x + side, 630, 26), ink.INK)
        canvas.fill(oval(x + side, 630, 19), ink.PAPER if lit else ink.SLATE)
        if lit:
            canvas.glow(x + side, 630, 80, ink.SAND, 0.8)
    canvas.fill(box(x - 150, 584, x + 150, 594), ink.AMBER)
    canvas.fill(rounded(x - 132, 690, x + 132, 752, 12), ink.INK)
    canvas.fill(box(x - 42, 560, x - 36, 400), ink.INK)


def _lamps(canvas: Canvas) -> None:
    for x, y, size in (
        (86, 900, 1.2),
        (176, 920, 1.0),
        (258, 896, 0.9),
        (1336, 902, 1.0),
        (1424, 924, 1.2),
        (1516, 898, 1.0),
    ):
        canvas.glow(x, y - 22 * size, 96 * size, ink.FLAME, 0.8)
        canvas.fill(rounded(x - 17 * size, y - 46 * size, x + 17 * size, y + 10 * size, 6), ink.BRICK)
        flame = [(x, y - 44 * size), (x + 9 * size, y - 20 * size), (x, y - 8 * size), (x - 9 * size, y - 20 * size)]
        canvas.fill(smooth(flame), ink.PAPER)
    for x, tilt in ((352, -20), (392, 6), (436, 30)):
        head = (x + tilt, 890 + abs(tilt) * 0.4)
        canvas.fill(stroke([(392, 984), (x * 0.6 + 160, 940), head], [5, 5, 4]), ink.MOSS)
        canvas.fill(smooth([(head[0] - 4, head[1] + 12), (head[0] - 20, head[1] - 12), (head[0] - 6, head[1] - 20),
                            (head[0] + 8, head[1] - 24), (head[0] + 21, head[1] - 10), (head[0] + 5, head[1] + 12)]),
                    ink.PAPER)  # fmt: skip
        canvas.fill(oval(head[0] + 1, head[1] - 14, 9, 5), ink.ROSE)
