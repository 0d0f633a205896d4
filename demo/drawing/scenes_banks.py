"""On the banks of the Verbna: the keeper of the gauge, the library boat, a captain with a bicycle."""

from __future__ import annotations

from demo.drawing import elements, people
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, box, oval, ridge, rounded, smooth, stroke


def gauge(canvas: Canvas) -> None:
    """A keeper leans from wooden steps over high water to read a striped gauge; the grey box hangs on the footbridge."""
    canvas.fill(canvas.all, ink.MIST)
    elements.sky(canvas, ink.ROSE, 470, 0.9)
    canvas.shade(box(0, 0, 1600, 300), ink.SLATE, "top", 1.0, 1.0)
    for x, y, wide in ((80, 130, 620), (620, 70, 520), (1020, 190, 560)):
        cloud = smooth(
            [(x, y), (x + wide * 0.25, y - 46), (x + wide * 0.6, y - 30), (x + wide, y), (x + wide * 0.5, y + 18)]
        )
        canvas.fill(cloud, ink.SLATE)
        canvas.shade(cloud, ink.ROSE, "bottom", 0.8, 0.8)
    far = ridge([(-20, 430), (260, 396), (620, 440), (1000, 420), (1620, 380)], 560)
    canvas.fill(far, ink.SLATE)
    canvas.shade(far, ink.MIST, "bottom", 0.9)
    for x in range(20, 700, 58):
        elements.poplar(canvas, x + (x * 7) % 24, 480, 90 + (x * 31) % 80, ink.PINE, ink.TEAL)
    water = box(0, 474, 1600, 1000)
    canvas.fill(water, ink.TEAL)
    canvas.shade(water, ink.PINE, "bottom", 1.0, 0.9)
    canvas.shade(box(0, 474, 1600, 640), ink.ROSE, "top", 0.7, 0.9)
    elements.ripples(canvas, 500, 1000, ink.ICE, 60)
    elements.ripples(canvas, 560, 1000, ink.INK, 46)
    _footbridge(canvas)
    _high_bank(canvas)
    _gauge_staff(canvas)
    _steps(canvas)
    _keeper(canvas)


def _footbridge(canvas: Canvas) -> None:
    canvas.fill(box(0, 372, 760, 390), ink.WINE)
    for x in range(20, 760, 92):
        canvas.line([(x, 300), (x, 374)], ink.WINE, 6)
    canvas.line([(0, 302), (760, 302)], ink.WINE, 6)
    for x in (150, 430, 700):
        canvas.fill(box(x - 9, 388, x + 9, 540), ink.WINE)
        canvas.wash(box(x - 12, 540, x + 12, 640), ink.INK, 0.35)
    canvas.fill(rounded(262, 392, 322, 446, 6), ink.SLATE)
    canvas.shade(rounded(262, 392, 322, 446, 6), ink.INK, "left", 0.8)
    canvas.fill(oval(306, 408, 5), ink.BRICK)
    canvas.line([(276, 392), (276, 350)], ink.INK, 3)


def _high_bank(canvas: Canvas) -> None:
    bank = ridge([(900, 1010), (990, 760), (1100, 560), (1240, 430), (1430, 380), (1620, 366)], 1010)
    canvas.fill(bank, ink.MOSS)
    canvas.shade(bank, ink.PINE, "bottom", 1.1, 1.0)
    canvas.shade(bank, ink.AMBER, "top", 0.6, 0.4)
    elements.house(canvas, 1350, 396, 190, ink.PAPER, ink.BRICK, lit=True)
    canvas.shade(box(1350, 300, 1540, 396), ink.ROSE, "right", 0.7, 0.8)
    elements.smoke(canvas, [(1502, 206), (1520, 160), (1490, 110), (1530, 50)], [10, 24, 32, 3], ink.ICE, ink.MIST)
    elements.bare_tree(canvas, 1280, 440, 320, ink.WINE)
    for _ in range(60):
        x, y = canvas.random.uniform(1160, 1400), canvas.random.uniform(140, 320)
        canvas.fill(oval(x, y, 7, 5), canvas.random.choice([ink.AMBER, ink.FLAME, ink.BRICK]))


def _gauge_staff(canvas: Canvas) -> None:
    left, right, top = 640, 706, 190
    canvas.fill(box(left - 16, top - 20, right + 16, 1000), ink.WINE)
    canvas.fill(box(left, top, right, 930), ink.SNOW)
    for index in range(37):
        y = 920 - index * 20
        long = 44 if index % 5 == 0 else 26
        canvas.fill(box(left, y - 10, left + long, y), ink.BRICK if index < 24 else ink.INK)
    canvas.shade(box(left, top, right, 930), ink.SLATE, "right", 0.8, 0.6)
    canvas.fill(rounded(left - 22, 226, right + 22, 262, 6), ink.AMBER)
    canvas.shade(rounded(left - 22, 226, right + 22, 262, 6), ink.WINE, "bottom", 0.7)
    for x in (left - 10, right + 10):
        canvas.fill(oval(x, 244, 4), ink.WINE)
    canvas.fill(box(left - 14, 470, right + 14, 478), ink.AMBER)
    level = 748
    canvas.wash(box(left - 16, level, right + 16, 1000), ink.PINE, 0.82)
    for y, half in ((level, 74), (level + 16, 110), (level + 40, 90)):
        canvas.fill(rounded(673 - half, y - 2, 673 + half, y + 2, 2), ink.ICE)


def _steps(canvas: Canvas) -> None:
    for index in range(9):
        x, y = 1240 - index * 56, 480 + index * 44
        canvas.fill(box(x - 62, y, x + 40, y + 18), ink.SAND)
        canvas.shade(box(x - 62, y, x + 40, y + 18), ink.WINE, "bottom", 0.9)
        canvas.fill(box(x - 52, y + 18, x - 38, y + 120 - index * 6), ink.WINE)
    canvas.line([(1262, 380), (760, 776)], ink.WINE, 10)
    for x, y in ((1240, 398), (1072, 530), (904, 663), (776, 764)):
        canvas.line([(x, y), (x, y + 110)], ink.WINE, 9)
    canvas.fill(box(812, 776, 990, 798), ink.SAND)
    canvas.shade(box(812, 776, 990, 798), ink.WINE, "bottom", 0.9)
    canvas.fill(box(706, 870, 850, 890), ink.SAND)
    canvas.fill(box(726, 890, 742, 1000), ink.WINE)
    canvas.fill(box(820, 890, 836, 1000), ink.WINE)


def _keeper(canvas: Canvas) -> None:
    foot: Point = (884, 790)
    for shift in (0, 40):
        canvas.fill(stroke([(foot[0] - 2 + shift * 0.6, 640), (foot[0] + shift, foot[1] - 30)], [36, 30]), ink.INK)
        canvas.fill(
            rounded(foot[0] + shift - 34, foot[1] - 54, foot[0] + shift + 18, foot[1] - 12 - shift * 0.3, 9), ink.INK
        )
    coat = smooth([(850, 690), (834, 590), (812, 520), (838, 482), (884, 486), (924, 560), (954, 690), (900, 706)])
    canvas.fill(coat, ink.AMBER)
    canvas.shade(coat, ink.BRICK, "right", 1.0, 0.8)
    people.arm(canvas, [(896, 536), (950, 590), (934, 640)], 0.8, ink.FLAME)
    canvas.fill(oval(812, 452, 36, 40), ink.ROSE)
    hood = [(788, 424), (812, 402), (846, 408), (866, 446), (858, 492), (828, 496), (838, 468), (830, 440), (806, 430)]
    canvas.fill(smooth(hood), ink.WINE)
    people.arm(canvas, [(836, 524), (784, 570), (738, 580)], 0.8, ink.AMBER)
    canvas.fill(rounded(704, 560, 742, 606, 4), ink.PAPER)
    canvas.line([(712, 574), (732, 574)], ink.SLATE, 3)
    canvas.line([(712, 586), (728, 586)], ink.SLATE, 3)


def library_boat(canvas: Canvas) -> None:
    """A boat with shelves instead of a cargo at a landing stage in autumn; children wait with bags."""
    canvas.fill(canvas.all, ink.SAND)
    canvas.shade(box(0, 0, 1600, 520), ink.ICE, "top", 1.0, 1.0)
    canvas.fill(oval(260, 210, 76), ink.PAPER)
    far = ridge([(-20, 420), (360, 370), (760, 420), (1180, 380), (1620, 430)], 560)
    canvas.fill(far, ink.ROSE)
    canvas.shade(far, ink.FLAME, "bottom", 0.8, 0.8)
    for index in range(26):
        x, size = index * 66 - 20, 34 + (index * 29) % 40
        colour = (ink.FLAME, ink.AMBER, ink.BRICK, ink.MOSS)[index * 7 % 4]
        canvas.fill(box(x - 4, 450, x + 4, 526), ink.WINE)
        crown = oval(x, 452 - size * 0.3, size * 0.8, size)
        canvas.fill(crown, colour)
        canvas.shade(crown, ink.WINE, "left", 0.8, 0.7)
    water = box(0, 520, 1600, 1000)
    canvas.fill(water, ink.TEAL)
    canvas.shade(water, ink.PINE, "bottom", 1.0, 0.9)
    canvas.shade(box(0, 520, 1600, 680), ink.FLAME, "top", 0.8, 0.9)
    elements.ripples(canvas, 560, 1000, ink.PAPER, 40)
    elements.ripples(canvas, 600, 1000, ink.PINE, 60)
    _boat(canvas)
    _landing(canvas)


def _boat(canvas: Canvas) -> None:
    canvas.wash(smooth([(120, 846), (700, 838), (1220, 846), (1100, 930), (260, 930)]), ink.INK, 0.35)
    hull = [(70, 700), (1240, 700), (1150, 850), (200, 850)]
    canvas.fill(hull, ink.BRICK)
    canvas.shade(hull, ink.WINE, "bottom", 1.0, 0.9)
    canvas.fill(box(56, 684, 1256, 712), ink.PAPER)
    canvas.shade(box(56, 684, 1256, 712), ink.SLATE, "right", 0.8, 0.9)
    canvas.fill(box(96, 742, 1214, 752), ink.SAND)
    cabin = box(220, 370, 960, 690)
    canvas.fill(cabin, ink.PINE)
    canvas.fill(box(244, 392, 936, 690), ink.AMBER)
    canvas.shade(box(244, 392, 936, 690), ink.FLAME, "top", 1.0, 0.8)
    inks = [ink.WINE, ink.BRICK, ink.TEAL, ink.PAPER, ink.PLUM, ink.PINE, ink.SLATE]
    for y in (486, 584, 682):
        x = 252.0
        while x < 920:
            if 560 < x < 700:
                x = 700
            wide, tall = canvas.random.uniform(13, 28), canvas.random.uniform(54, 80)
            canvas.fill(box(x, y - tall, x + wide - 2, y), canvas.random.choice(inks))
            x += wide
        for left, right in ((244, 562), (698, 936)):
            canvas.fill(box(left, y, right, y + 10), ink.WINE)
    people.torso(canvas, 630, 690, 0.82, ink.TEAL, ink.INK)
    people.head(canvas, 634, 690 - 188, 0.78)
    people.bob(canvas, 634, 690 - 188, 0.78, ink.PLUM)
    people.arm(canvas, [(668, 590), (716, 618), (764, 596)], 0.7, ink.TEAL)
    canvas.fill([(752, 560), (796, 552), (800, 600), (756, 606)], ink.BRICK)
    wide = 780 / 12
    for index in range(12):
        x = 200 + index * wide
        colour = ink.PAPER if index % 2 else ink.BRICK
        canvas.fill([(x + 8, 316), (x + wide + 8, 316), (x + wide, 392), (x, 392)], colour)
        canvas.fill(oval(x + wide / 2, 392, wide / 2, 17, 0, 180), colour)
    canvas.shade(box(200, 316, 990, 410), ink.WINE, "right", 0.7, 0.6)
    wheel_house = box(980, 470, 1130, 690)
    canvas.fill(wheel_house, ink.PAPER)
    canvas.shade(wheel_house, ink.SLATE, "right", 0.9, 0.8)
    canvas.fill(rounded(1004, 500, 1108, 588, 8), ink.NIGHT)
    canvas.shade(rounded(1004, 500, 1108, 588, 8), ink.MIST, "top", 0.8)
    canvas.fill(box(966, 450, 1146, 474), ink.BRICK)
    canvas.line([(1056, 450), (1056, 300)], ink.WINE, 6)
    canvas.fill([(1058, 302), (1150, 324), (1058, 350)], ink.AMBER)
    bird = smooth([(296, 302), (318, 272), (350, 266), (372, 276), (352, 300), (324, 316)])
    canvas.fill(bird, ink.INK)
    canvas.fill([(370, 272), (392, 280), (368, 286)], ink.FLAME)
    canvas.fill(oval(352, 278, 3), ink.ICE)
    canvas.line([(326, 306), (326, 320)], ink.INK, 3)


def _landing(canvas: Canvas) -> None:
    canvas.fill(box(1120, 800, 1620, 830), ink.SAND)
    canvas.shade(box(1120, 800, 1620, 830), ink.WINE, "bottom", 1.0)
    for x in range(1160, 1620, 56):
        canvas.line([(x, 800), (x, 830)], ink.WINE, 2)
    for x in (1150, 1340, 1540):
        canvas.fill(box(x, 826, x + 22, 1000), ink.WINE)
    canvas.fill([(1010, 700), (1150, 800), (1122, 812), (976, 706)], ink.WINE)
    canvas.line(smooth([(1240, 706), (1290, 770), (1330, 780)], closed=False), ink.PAPER, 5)
    canvas.fill(rounded(1318, 752, 1346, 806, 8), ink.INK)
    elements.walker(canvas, 1230, 802, 1.9, ink.FLAME, ink.WINE, ink.TEAL)
    elements.walker(canvas, 1420, 802, 2.7, ink.PLUM, ink.SAND, ink.MOSS)
    elements.walker(canvas, 1524, 802, 1.7, ink.MOSS, ink.BRICK, ink.AMBER)
    for index, colour in enumerate((ink.TEAL, ink.BRICK, ink.PAPER, ink.PLUM)):
        canvas.fill(box(1288 - index * 2 % 5, 788 - index * 13, 1352 - index * 5, 800 - index * 13), colour)
