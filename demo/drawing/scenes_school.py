"""At school: a teacher alone with notebooks and empty chairs, and a nurse's room that has been filled with desks."""

from __future__ import annotations

import math

from demo.drawing import elements, people
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, arch, box, oval, ridge, rounded, smooth, stroke


def teachers_desk(canvas: Canvas) -> None:
    """A classroom after dark: one lamp, two towers of notebooks, chairs put up on the desks."""
    canvas.fill(canvas.all, ink.PINE)
    canvas.shade(canvas.all, ink.INK, "right", 1.0, 0.7)
    canvas.shade(box(0, 0, 1600, 560), ink.INK, "top", 0.8, 0.8)
    canvas.fill(box(0, 640, 1600, 1000), ink.WINE)
    canvas.shade(box(0, 640, 1600, 1000), ink.INK, "bottom", 1.0, 1.0)
    for x in range(-300, 1900, 120):
        canvas.line([(800 + (x - 800) * 0.7, 640), (x, 1000)], ink.PLUM, 3)
    canvas.fill(box(0, 630, 1600, 648), ink.SAND)
    canvas.shade(box(0, 630, 1600, 648), ink.INK, "right", 1.0, 0.8)
    _blackboard(canvas)
    _snow_window(canvas)
    canvas.glow(520, 500, 620, ink.AMBER, 0.55)
    _teacher(canvas)
    _lamp_and_notebooks(canvas)
    for x, base, size in ((1090, 800, 0.72), (1400, 800, 0.72), (1040, 980, 1.05), (1440, 980, 1.05)):
        _empty_place(canvas, x, base, size)


def _blackboard(canvas: Canvas) -> None:
    canvas.fill(rounded(130, 110, 830, 470, 8), ink.SAND)
    canvas.shade(rounded(130, 110, 830, 470, 8), ink.WINE, "top", 0.8)
    canvas.fill(box(146, 126, 814, 454), ink.TEAL)
    canvas.shade(box(146, 126, 814, 454), ink.PINE, "top", 1.0, 0.9)
    canvas.line([(220, 370), (470, 370), (470, 230)], ink.SNOW, 4)
    canvas.line([(220, 370), (470, 230)], ink.SNOW, 4)
    crate = [(316, 316), (290, 270), (334, 245), (360, 291)]
    canvas.line([*crate, crate[0]], ink.AMBER, 5)
    for tip, colour in (((325, 400), ink.ROSE), ((246, 330), ink.ICE)):
        canvas.line([(325, 281), tip], colour, 4)
        canvas.fill(oval(*tip, 7), colour)
    canvas.line(oval(220, 370, 66, 66, -30, 0), ink.SNOW, 3)
    for x, y, radius in ((610, 210, 56), (740, 330, 40)):
        canvas.line(oval(x, y, radius), ink.SNOW, 4)
        canvas.fill(oval(x, y, 7), ink.AMBER)
    canvas.line([(566, 246), (708, 356)], ink.SNOW, 4)
    canvas.line([(654, 174), (770, 304)], ink.SNOW, 4)
    for x, y, wide in ((560, 400, 90), (560, 426, 60), (180, 170, 120), (180, 196, 80)):
        canvas.line([(x, y), (x + wide, y)], ink.MIST, 4)
    canvas.fill(box(150, 466, 810, 482), ink.SAND)
    for x, colour in ((640, ink.SNOW), (684, ink.ROSE), (724, ink.AMBER)):
        canvas.fill(rounded(x, 458, x + 30, 467, 4), colour)


def _snow_window(canvas: Canvas) -> None:
    canvas.fill(arch(1010, 90, 1450, 520, 80), ink.SAND)
    canvas.shade(arch(1010, 90, 1450, 520, 80), ink.PINE, "right", 1.0, 0.8)
    pane = arch(1030, 110, 1430, 506, 66)
    canvas.fill(pane, ink.NIGHT)
    canvas.shade(pane, ink.SLATE, "bottom", 1.0, 0.9)
    canvas.fill(ridge([(1030, 446), (1130, 420), (1260, 440), (1430, 412)], 506), ink.ICE)
    for x, size, lit in ((1070, 54, True), (1300, 66, False)):
        elements.house(canvas, x, 446, size, ink.SLATE, ink.SNOW, lit)
    elements.poplar(canvas, 1200, 446, 130, ink.INK, ink.DUSK)
    elements.poplar(canvas, 1232, 446, 104, ink.INK, ink.DUSK)
    for _ in range(50):
        across, down = canvas.random.uniform(1040, 1420), canvas.random.uniform(130, 430)
        canvas.fill(oval(across, down, canvas.random.uniform(1.5, 4)), ink.SNOW)
    canvas.fill(box(1222, 94, 1238, 506), ink.SAND)
    canvas.fill(box(1030, 270, 1430, 282), ink.SAND)
    canvas.fill(box(990, 506, 1470, 530), ink.SAND)
    canvas.shade(box(990, 506, 1470, 530), ink.WINE, "right", 1.0, 0.9)


def _teacher(canvas: Canvas) -> None:
    x, base = 420, 740
    people.torso(canvas, x, base, 1.4, ink.BRICK, ink.WINE)
    canvas.fill([(x - 14, base - 236), (x + 40, base - 236), (x + 16, base - 160)], ink.PAPER)
    people.head(canvas, x + 22, base - 298, 1.25)
    people.short(canvas, x + 22, base - 298, 1.25, ink.INK)
    for shift in (4, 52):
        canvas.line(oval(x + shift + 6, base - 296, 19), ink.INK, 4)
    canvas.line([(x + 29, base - 296), (x + 39, base - 296)], ink.INK, 4)
    people.arm(canvas, [(x + 70, base - 150), (x + 118, base - 62), (x + 190, base - 24)], 1.25, ink.BRICK)
    canvas.fill(stroke([(x + 186, base - 52), (x + 214, base - 4)], [9, 5]), ink.AMBER)
    people.arm(canvas, [(x - 76, base - 150), (x - 90, base - 50), (x + 6, base - 14)], 1.25, ink.BRICK)


def _lamp_and_notebooks(canvas: Canvas) -> None:
    desk = box(90, 738, 860, 768)
    canvas.fill(box(110, 766, 840, 1000), ink.BRICK)
    canvas.shade(box(110, 766, 840, 1000), ink.INK, "bottom", 1.1, 1.1)
    canvas.shade(box(110, 766, 840, 1000), ink.WINE, "left", 0.9, 0.9)
    canvas.fill(desk, ink.SAND)
    canvas.shade(desk, ink.FLAME, "left", 0.9, 0.8)
    canvas.shade([(650, 548), (770, 548), (850, 738), (520, 738)], ink.PAPER, "top", 0.9, 1.1)
    canvas.fill([(566, 736), (590, 722), (700, 722), (706, 736)], ink.SNOW)
    canvas.line(smooth([(784, 738), (800, 620), (770, 520), (716, 500)], closed=False), ink.INK, 8)
    canvas.fill(rounded(740, 724, 830, 740, 7), ink.INK)
    canvas.fill([(636, 550), (680, 482), (744, 482), (784, 550)], ink.MOSS)
    canvas.shade([(636, 550), (680, 482), (744, 482), (784, 550)], ink.PINE, "right", 0.9)
    canvas.fill(oval(710, 550, 40, 17, 0, 180), ink.PAPER)
    colours = [ink.TEAL, ink.AMBER, ink.ROSE, ink.MOSS, ink.PAPER, ink.SLATE, ink.FLAME]
    for left, count in ((120, 17), (232, 9)):
        for index in range(count):
            shift, y = canvas.random.uniform(-8, 8), 738 - index * 13
            canvas.fill(box(left + shift, y - 12, left + shift + 100, y), colours[(index * 3 + left) % 7])
            canvas.fill(box(left + shift + 94, y - 10, left + shift + 100, y - 2), ink.SNOW)
        canvas.shade(box(left + 6, 738 - count * 13, left + 110, 738), ink.INK, "left", 0.8, 0.7)


def _empty_place(canvas: Canvas, x: float, base: float, size: float) -> None:
    def at(across: float, up: float) -> Point:
        return x + across * size, base + up * size

    for side in (-130, 130):
        canvas.line([at(side, -160), at(side * 1.04, 0)], ink.INK, 10 * size)
    top = [at(-160, -186), at(160, -186), at(160, -160), at(-160, -160)]
    canvas.fill(top, ink.SAND)
    canvas.shade(top, ink.INK, "right", 0.9, 0.9)
    seat = [at(-66, -204), at(66, -204), at(66, -186), at(-66, -186)]
    canvas.fill(seat, ink.FLAME)
    for side in (-56, 56):
        canvas.line([at(side, -204), at(side, -320)], ink.SLATE, 8 * size)
    for up in (-262, -312):
        canvas.line([at(-56, up), at(56, up)], ink.SLATE, 6 * size)
    canvas.line([at(-54, -160), at(-64, -86)], ink.SLATE, 8 * size)
    canvas.line([at(54, -160), at(64, -86)], ink.SLATE, 8 * size)
    back = [at(-70, -118), at(70, -118), at(72, -64), at(-72, -64)]
    canvas.fill(back, ink.FLAME)
    canvas.shade(back, ink.INK, "right", 0.9, 0.9)


def nurses_room(canvas: Canvas) -> None:
    """A sunny corridor; through an open door with a cross one sees desks stacked to the ceiling; a child waits outside."""
    canvas.fill(canvas.all, ink.ICE)
    canvas.shade(box(0, 0, 1600, 780), ink.PAPER, "left", 0.9, 0.9)
    canvas.fill(box(0, 500, 1600, 780), ink.TEAL)
    canvas.shade(box(0, 500, 1600, 780), ink.PINE, "right", 0.9, 0.9)
    canvas.fill(box(0, 490, 1600, 504), ink.SAND)
    floor = box(0, 780, 1600, 1000)
    canvas.fill(floor, ink.SAND)
    for row in range(5):
        for column in range(-2, 22):
            if (row + column) % 2:
                y, low = 780 + row * row * 9 + row * 8, 780 + (row + 1) ** 2 * 9 + (row + 1) * 8
                scale, wide = 0.8 + row * 0.1, 0.8 + (row + 1) * 0.1
                xs = [800 + (column * 90 - 900) * scale, 800 + (column * 90 - 810) * scale]
                xl = [800 + (column * 90 - 810) * wide, 800 + (column * 90 - 900) * wide]
                canvas.fill([(xs[0], y), (xs[1], y), (xl[0], low), (xl[1], low)], ink.ROSE)
    canvas.shade(floor, ink.BRICK, "bottom", 0.8, 0.9)
    canvas.fill(box(0, 768, 1600, 784), ink.PINE)
    for left in (-120, 180):
        canvas.wash([(left, 0), (left + 170, 0), (left + 620, 780), (left + 400, 780)], ink.PAPER, 0.35)
    _full_room(canvas)
    _eye_chart(canvas)
    _waiting_child(canvas)


def _full_room(canvas: Canvas) -> None:
    canvas.fill(box(850, 130, 1370, 790), ink.WINE)
    canvas.fill(box(876, 156, 1344, 790), ink.PLUM)
    room = box(876, 156, 1344, 790)
    canvas.shade(room, ink.INK, "top", 1.0, 0.9)
    canvas.fill(box(876, 730, 1344, 790), ink.WINE)
    for x, base in (
        (972, 776),
        (1122, 780),
        (1270, 776),
        (1020, 640),
        (1190, 644),
        (1100, 506),
        (1262, 510),
        (960, 506),
        (1180, 372),
    ):
        tilt = canvas.random.uniform(-9, 9)
        canvas.fill([(x - 92, base - 126 + tilt), (x + 92, base - 126 - tilt), (x + 92, base - 106 - tilt), (x - 92, base - 106 + tilt)],
                    canvas.random.choice([ink.AMBER, ink.SAND, ink.FLAME]))  # fmt: skip
        for side in (-76, 76):
            canvas.line([(x + side, base - 108), (x + side * 1.06, base)], ink.SLATE, 8)
        canvas.line([(x - 76, base - 50), (x + 76, base - 54)], ink.SLATE, 6)
    for x, base in ((1014, 380), (960, 390)):
        canvas.fill(rounded(x - 40, base - 90, x + 40, base - 4, 8), ink.BRICK if x > 1000 else ink.TEAL)
    canvas.fill(smooth([(1186, 246), (1218, 190), (1262, 216), (1276, 252)]), ink.MOSS)
    canvas.shade(room, ink.INK, "left", 0.8, 0.6)
    canvas.shade(room, ink.INK, "right", 0.8, 0.4)
    canvas.fill(box(850, 130, 876, 790), ink.WINE)
    door = [(1344, 156), (1516, 106), (1516, 862), (1344, 790)]
    canvas.fill(door, ink.SNOW)
    canvas.shade(door, ink.SLATE, "right", 0.9, 0.9)
    canvas.fill(smooth([(1400, 292), (1432, 256), (1464, 286), (1464, 346), (1432, 384), (1400, 350)]), ink.PAPER)
    canvas.line([(1432, 276), (1432, 364)], ink.TEAL, 22)
    canvas.line([(1404, 322), (1460, 318)], ink.TEAL, 22)
    canvas.line([(1374, 496), (1374, 540)], ink.INK, 9)


def _eye_chart(canvas: Canvas) -> None:
    canvas.fill(box(560, 150, 760, 450), ink.SNOW)
    canvas.shade(box(560, 150, 760, 450), ink.MIST, "bottom", 0.7, 0.9)
    canvas.fill(box(548, 142, 772, 156), ink.WINE)
    for row, (count, size) in enumerate(((1, 30), (2, 22), (3, 17), (4, 12), (5, 8))):
        y = 204 + row * 52
        for index in range(count):
            x = 660 + (index - (count - 1) / 2) * size * 2.3
            start = (index * 90 + row * 45) % 360
            canvas.line(oval(x, y, size * 0.8, size * 0.8, start + 30, start + 330), ink.INK, size * 0.42)


def _waiting_child(canvas: Canvas) -> None:
    x, base = 420, 900
    canvas.wash(oval(x + 20, base, 190, 18), ink.INK, 0.3)
    for left in (300, 520):
        for shift in (0, 18):
            canvas.line([(left + shift, 742), (left + shift * 1.4, base)], ink.INK, 9)
    canvas.fill(rounded(270, 720, 570, 746, 8), ink.BRICK)
    canvas.fill(rounded(284, 560, 312, 730, 8), ink.BRICK)
    canvas.shade(rounded(270, 720, 570, 746, 8), ink.WINE, "left", 0.9)
    for shift in (0, 44):
        canvas.fill(
            stroke([(x + 10, 716 + shift * 0.2), (x + 88 + shift, 722), (x + 96 + shift, 800)], [46, 42, 30]), ink.NIGHT
        )
        canvas.fill(stroke([(x + 96 + shift, 780), (x + 96 + shift, 842)], [30, 26]), ink.NIGHT)
        canvas.fill(rounded(x + 80 + shift, 832, x + 134 + shift, 860, 10), ink.INK)
    people.torso(canvas, x, 736, 1.0, ink.AMBER, ink.BRICK)
    people.head(canvas, x + 14, 524, 0.98)
    people.bob(canvas, x + 14, 524, 0.98, ink.WINE)
    canvas.fill(stroke([(x - 34, 536), (x - 64, 590), (x - 52, 660)], [26, 22, 4]), ink.WINE)
    canvas.fill(oval(x - 36, 546, 10), ink.TEAL)
    people.arm(canvas, [(x + 40, 624), (x + 70, 684), (x + 22, 700)], 0.8, ink.AMBER)
    bag = rounded(178, 760, 272, 892, 24)
    canvas.fill(bag, ink.TEAL)
    canvas.shade(bag, ink.INK, "left", 0.8)
    canvas.fill(rounded(192, 820, 258, 880, 10), ink.PINE)
    canvas.line(oval(225, 762, 20, 18, 180, 360), ink.INK, 6)
    clock = (420, 250)
    canvas.fill(oval(*clock, 56), ink.WINE)
    canvas.fill(oval(*clock, 46), ink.PAPER)
    for turn, long in ((-60, 26), (90, 36)):
        angle = math.radians(turn)
        canvas.line([clock, (clock[0] + long * math.cos(angle), clock[1] + long * math.sin(angle))], ink.INK, 5)
