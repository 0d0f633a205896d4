"""Streets after dark: the market hall, the ambulance, the library window."""

from __future__ import annotations

import math

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, arch, box, oval, ridge, rounded, smooth, stroke


def market(canvas: Canvas) -> None:
    """The market hall with its fan window lit, and the last buyers of the evening."""
    canvas.fill(canvas.all, ink.NIGHT)
    elements.sky(canvas, ink.DUSK, 620, 1.0)
    elements.stars(canvas, 120, 300)
    for x, top, right, lit in ((-20, 360, 250, [7]), (1350, 330, 1620, [2, 9])):
        canvas.fill(box(x, top, right, 780), ink.INK)
        elements.windows(canvas, (x + 10, top + 20, right - 10, 700), 4, 5, ink.NIGHT, lit)
    _hall(canvas)
    ground = box(0, 770, 1600, 1000)
    canvas.fill(ground, ink.SLATE)
    canvas.shade(ground, ink.NIGHT, "bottom", 1.1, 0.9)
    canvas.shade([(620, 770), (980, 770), (1240, 1000), (360, 1000)], ink.AMBER, "top", 1.0, 0.95)
    for x, stripe in ((90, ink.BRICK), (1150, ink.TEAL)):
        _stall(canvas, x, stripe)
    elements.walker(canvas, 660, 850, 2.0, ink.WINE, ink.PAPER, ink.TEAL)
    elements.walker(canvas, 900, 822, 1.6, ink.PINE, ink.ROSE, ink.BRICK)
    elements.walker(canvas, 960, 822, 1.05, ink.FLAME, ink.WINE)
    elements.walker(canvas, 770, 792, 1.2, ink.NIGHT, ink.WINE)
    elements.snow(canvas, 110)


def _hall(canvas: Canvas) -> None:
    front = [
        (300, 780),
        (300, 420),
        (420, 330),
        (560, 214),
        (800, 150),
        (1040, 214),
        (1180, 330),
        (1300, 420),
        (1300, 780),
    ]
    canvas.fill(front, ink.BRICK)
    canvas.shade(front, ink.WINE, "right", 1.0, 0.9)
    canvas.line([(278, 436), (420, 326), (560, 208), (800, 144), (1040, 208), (1180, 326), (1322, 436)], ink.SNOW, 18)
    fan = arch(520, 270, 1080, 540, 270)
    canvas.fill(arch(500, 248, 1100, 556, 290), ink.SAND)
    canvas.fill(fan, ink.AMBER)
    canvas.shade(fan, ink.FLAME, "top", 0.9, 0.9)
    canvas.shade(fan, ink.PAPER, "bottom", 0.9, 0.5)
    for edge in oval(800, 540, 282, 272, 180, 360)[8:-1:23]:
        canvas.line([(800, 540), edge], ink.WINE, 8)
    for radius in (96, 188):
        canvas.line(oval(800, 540, radius, radius * 0.96, 180, 360), ink.WINE, 7)
    canvas.fill(box(500, 536, 1100, 560), ink.SAND)
    for left in (340, 1130):
        canvas.fill(arch(left - 8, 500, left + 138, 650), ink.SAND)
        canvas.fill(arch(left, 508, left + 130, 650), ink.AMBER if left > 800 else ink.WINE)
        canvas.line([(left + 65, 508), (left + 65, 650)], ink.WINE, 6)
        canvas.line([(left, 580), (left + 130, 580)], ink.WINE, 6)
    canvas.fill(box(600, 590, 1000, 780), ink.SAND)
    door = box(618, 606, 982, 780)
    canvas.fill(door, ink.AMBER)
    canvas.shade(door, ink.PAPER, "bottom", 0.9, 0.8)
    for x in (700, 792, 808, 900):
        canvas.line([(x, 606), (x, 780)], ink.WINE, 5)
    canvas.fill(oval(800, 208, 27), ink.PAPER)
    canvas.line([(800, 208), (800, 190)], ink.INK, 4)
    canvas.line([(800, 208), (813, 214)], ink.INK, 4)


def _stall(canvas: Canvas, left: float, stripe: str) -> None:
    right = left + 370
    for x in (left + 16, right - 16):
        canvas.line([(x, 640), (x, 900)], ink.INK, 9)
    canvas.fill(box(left + 10, 690, right - 10, 810), ink.WINE)
    canvas.glow(left + 185, 700, 150, ink.AMBER, 1.1)
    canvas.fill(oval(left + 185, 686, 12, 15), ink.PAPER)
    canvas.fill(box(left, 806, right, 906), ink.INK)
    canvas.shade(box(left, 806, right, 906), ink.SLATE, "top", 0.8, 0.8)
    heaps = ((58, ink.FLAME, 24), (150, ink.MOSS, 28), (240, ink.BRICK, 22), (322, ink.SAND, 25))
    for across, colour, size in heaps:
        for row, count in enumerate((3, 2, 1)):
            for index in range(count):
                x = left + across + (index - (count - 1) / 2) * size * 0.95
                fruit = oval(x, 800 - row * size * 0.72, size / 2)
                canvas.fill(fruit, colour)
                canvas.shade(fruit, ink.INK, "right", 0.8, 0.8)
    wide = (right - left + 40) / 8
    for index in range(8):
        x = left - 20 + index * wide
        colour = ink.PAPER if index % 2 else stripe
        strip = [
            (x + (left + 185 - x) * 0.12, 566),
            (x + wide + (left + 185 - x - wide) * 0.12, 566),
            (x + wide, 654),
            (x, 654),
        ]
        canvas.fill(strip, colour)
        canvas.fill(oval(x + wide / 2, 654, wide / 2, 16, 0, 180), colour)
    canvas.shade(box(left - 20, 566, right + 20, 672), ink.NIGHT, "left", 0.6, 0.6)
    snow = [
        (left + 14, 574),
        (left + 40, 552),
        (left + 180, 544),
        (left + 330, 552),
        (right - 14, 574),
        (left + 180, 580),
    ]
    canvas.fill(smooth(snow), ink.SNOW)


def ambulance(canvas: Canvas) -> None:
    """An ambulance waiting with its doors shut in a yard without light."""
    canvas.fill(canvas.all, ink.INK)
    elements.sky(canvas, ink.NIGHT, 500, 1.0)
    elements.stars(canvas, 110, 220, ink.MIST)
    for left, top, right, columns, lit in (
        (-30, 150, 480, 6, [17]),
        (520, 60, 1010, 6, [26, 9]),
        (1050, 190, 1640, 7, [12]),
    ):
        block = box(left, top, right, 740)
        canvas.fill(block, ink.NIGHT)
        canvas.shade(block, ink.DUSK, "right", 0.8, 0.9)
        elements.windows(canvas, (left + 16, top + 30, right - 16, 640), columns, 6, ink.INK, lit)
        canvas.fill(box(left - 4, top - 8, right + 4, top + 8), ink.SLATE)
    elements.bare_tree(canvas, 1420, 760, 520, ink.INK)
    elements.bare_tree(canvas, 130, 770, 420, ink.INK)
    road = box(0, 730, 1600, 1000)
    canvas.fill(road, ink.SLATE)
    canvas.shade(road, ink.INK, "bottom", 1.1, 0.95)
    beam = [(1140, 690), (1600, 560), (1600, 980), (1140, 752)]
    canvas.shade(beam, ink.AMBER, "left", 0.85, 0.9)
    canvas.shade(beam, ink.PAPER, "left", 0.8, 0.45)
    canvas.wash(smooth([(330, 836), (740, 818), (1170, 836), (1120, 890), (420, 890)]), ink.INK, 0.6)
    _van(canvas)
    elements.glints(canvas, 480, 880, 985, 180, ink.BRICK, 8)
    elements.glints(canvas, 1120, 860, 985, 200, ink.AMBER, 10)
    elements.walker(canvas, 310, 850, 2.35, ink.BRICK, ink.PAPER, ink.FLAME)
    canvas.fill(box(276, 756, 345, 766), ink.PAPER)
    elements.snow(canvas, 170)


def _van(canvas: Canvas) -> None:
    nose = smooth(
        [(860, 464), (910, 464), (950, 482), (1030, 610), (1120, 644), (1150, 690), (1154, 820)], closed=False
    )
    body: Shape = [(372, 820), (372, 494), *oval(402, 494, 30, start=180, end=270), *nose]
    canvas.glow(700, 420, 230, ink.FLAME, 0.75)
    canvas.fill(body, ink.PAPER)
    canvas.shade(body, ink.SLATE, "bottom", 0.85, 0.7)
    canvas.shade(body, ink.SLATE, "left", 1.0, 0.5)
    canvas.fill(box(374, 668, 1152, 712), ink.BRICK)
    canvas.fill(box(374, 720, 1153, 730), ink.FLAME)
    cab = smooth([(898, 516), (938, 522), (1000, 622), (994, 634), (900, 634)], steps=5)
    canvas.fill(cab, ink.NIGHT)
    canvas.shade(cab, ink.MIST, "top", 0.7, 0.8)
    canvas.fill(oval(946, 592, 17, 20), ink.INK)
    canvas.fill(rounded(916, 606, 976, 640, 14), ink.INK)
    glass = rounded(560, 510, 800, 614, 14)
    canvas.fill(glass, ink.AMBER)
    canvas.shade(glass, ink.FLAME, "bottom", 0.8, 0.8)
    canvas.fill(oval(650, 560, 20, 23), ink.WINE)
    canvas.fill(smooth([(606, 614), (618, 588), (650, 578), (684, 588), (698, 614)], closed=False), ink.WINE)
    canvas.line([(740, 510), (740, 548)], ink.WINE, 3)
    canvas.fill(rounded(728, 546, 752, 586, 6), ink.PAPER)
    for turn in (-90, -30, 30):
        x, y = 40 * math.cos(math.radians(turn)), 40 * math.sin(math.radians(turn))
        canvas.line([(446 - x, 576 - y), (446 + x, 576 + y)], ink.TEAL, 17)
    canvas.line([(860, 480), (860, 816)], ink.SLATE, 4)
    canvas.line([(520, 480), (520, 816)], ink.SLATE, 4)
    canvas.fill(rounded(640, 436, 770, 468, 10), ink.BRICK)
    canvas.shade(rounded(640, 436, 770, 468, 10), ink.AMBER, "top", 0.9)
    canvas.fill(rounded(1104, 680, 1152, 716, 12), ink.AMBER)
    canvas.fill(oval(1138, 698, 14, 15), ink.SNOW)
    canvas.fill(rounded(368, 796, 1160, 828, 10), ink.INK)
    for x in (510, 1010):
        canvas.fill(oval(x, 818, 66), ink.INK)
        canvas.fill(oval(x, 818, 34), ink.SLATE)
        canvas.fill(oval(x, 818, 12), ink.INK)


def library(canvas: Canvas) -> None:
    """A tall library window from the street: one lamp, shelves, a reader, a cat."""
    wall = canvas.all
    canvas.fill(wall, ink.PINE)
    canvas.shade(wall, ink.INK, "top", 1.0, 0.9)
    for row, y in enumerate(range(0, 1000, 50)):
        canvas.line([(0, y), (1600, y)], ink.INK, 2)
        for x in range(-60 + row % 2 * 60, 1660, 120):
            canvas.line([(x, y), (x, y + 50)], ink.INK, 2)
    for left in (-250, 1350):
        canvas.fill(arch(left - 30, 120, left + 530, 860, 250), ink.SLATE)
        canvas.fill(arch(left, 150, left + 500, 830, 230), ink.INK)
        canvas.shade(arch(left, 150, left + 500, 830, 230), ink.NIGHT, "bottom", 0.9)
    canvas.glow(800, 520, 760, ink.TEAL, 0.45)
    canvas.fill(arch(410, 66, 1190, 866, 340), ink.SAND)
    canvas.shade(arch(410, 66, 1190, 866, 340), ink.SLATE, "left", 0.9, 0.8)
    room = arch(446, 104, 1154, 840, 312)
    canvas.fill(room, ink.FLAME)
    canvas.shade(room, ink.WINE, "top", 1.2, 0.75)
    _shelves(canvas)
    canvas.glow(880, 560, 330, ink.AMBER, 1.1)
    _reader(canvas)
    _frame(canvas)
    canvas.fill(box(376, 836, 1224, 880), ink.SAND)
    canvas.shade(box(376, 836, 1224, 880), ink.SLATE, "bottom", 1.0, 0.9)
    canvas.fill(
        smooth([(372, 842), (420, 822), (640, 830), (900, 820), (1180, 824), (1228, 842), (800, 850)]), ink.SNOW
    )
    _cat(canvas)
    street = ridge([(-20, 950), (420, 930), (900, 944), (1620, 924)], 1010)
    canvas.fill(street, ink.ICE)
    canvas.shade(street, ink.SLATE, "bottom", 0.9)
    canvas.shade([(560, 936), (1060, 936), (1180, 1000), (430, 1000)], ink.AMBER, "top", 0.9)
    elements.snow(canvas, 190)


def _shelves(canvas: Canvas) -> None:
    inks = [ink.WINE, ink.BRICK, ink.PLUM, ink.TEAL, ink.SAND, ink.PINE]
    sides = (440, 560, 680)
    for x0, x1, rows in ((520, 640, (330,)), (470, 640, sides), (1010, 1070, (330,)), (1010, 1136, sides),
                         (666, 930, (220,)), (650, 1000, (330,))):  # fmt: skip
        for y in rows:
            x = float(x0)
            while x < x1 - 14:
                wide = canvas.random.uniform(11, 24)
                tall = canvas.random.uniform(56, 88)
                canvas.fill(box(x, y - tall, x + wide - 2, y), canvas.random.choice(inks))
                x += wide
            canvas.fill(box(x0 - 24, y, x1 + 14, y + 11), ink.PLUM)


def _reader(canvas: Canvas) -> None:
    canvas.fill(box(690, 742, 1070, 760), ink.PLUM)
    for x in (706, 1046):
        canvas.fill(box(x, 760, x + 12, 842), ink.PLUM)
    canvas.line(smooth([(966, 742), (962, 620), (930, 556), (870, 548)], closed=False), ink.INK, 7)
    canvas.fill(rounded(938, 732, 996, 744, 5), ink.INK)
    canvas.shade([(812, 612), (928, 612), (990, 742), (740, 742)], ink.PAPER, "top", 0.95, 1.0)
    canvas.fill(oval(870, 608, 26, 22), ink.PAPER)
    canvas.fill([(808, 612), (846, 548), (894, 548), (932, 612)], ink.BRICK)
    canvas.shade([(808, 612), (846, 548), (894, 548), (932, 612)], ink.AMBER, "bottom", 0.7)
    back = [(560, 842), (568, 700), (600, 630), (652, 606), (700, 640), (716, 720), (712, 842)]
    canvas.fill(smooth(back), ink.NIGHT)
    canvas.shade(smooth(back), ink.FLAME, "right", 0.8, 0.45)
    canvas.fill(stroke([(660, 660), (712, 716), (776, 724)], [50, 36, 22]), ink.NIGHT)
    canvas.fill(oval(676, 566, 40, 46), ink.ROSE)
    canvas.fill(
        smooth([(634, 600), (622, 556), (640, 516), (684, 506), (716, 528), (706, 546), (672, 552), (664, 590)]),
        ink.PLUM,
    )
    canvas.fill(oval(628, 540, 22, 20), ink.PLUM)
    canvas.fill([(764, 736), (820, 714), (836, 724), (782, 744)], ink.PAPER)
    canvas.fill([(836, 724), (890, 712), (900, 734), (840, 744)], ink.SNOW)
    for index in range(4):
        canvas.fill(
            box(1004 - index * 2, 726 - index * 14, 1060 - index * 6, 738 - index * 14),
            (ink.TEAL, ink.SAND, ink.BRICK, ink.PINE)[index],
        )


def _frame(canvas: Canvas) -> None:
    for x in (682, 918):
        canvas.fill(box(x - 7, 128, x + 7, 840), ink.SAND)
    canvas.fill(box(446, 404, 1154, 420), ink.SAND)
    for left, right, top, bottom in ((446, 675, 420, 836), (925, 1154, 420, 836)):
        canvas.line([(left, top), (right, bottom)], ink.PAPER, 5)
        canvas.line([(left, bottom), (right, top)], ink.PAPER, 5)


def _cat(canvas: Canvas) -> None:
    body = [(1046, 836), (1040, 784), (1056, 744), (1084, 728), (1108, 748), (1122, 800), (1120, 836)]
    canvas.fill(smooth(body), ink.INK)
    canvas.fill(oval(1080, 722, 28, 25), ink.INK)
    for side in (-1, 1):
        canvas.fill([(1080 + side * 28, 716), (1080 + side * 24, 682), (1080 + side * 4, 702)], ink.INK)
    canvas.fill(stroke([(1116, 826), (1150, 832), (1166, 862), (1156, 894)], [14, 14, 13, 8]), ink.INK)
    for side in (-10, 10):
        canvas.fill(oval(1080 + side, 722, 3.5, 4.5), ink.AMBER)
