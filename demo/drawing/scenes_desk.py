"""Figures on a table: the adding machine and the water bill."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, oval, rounded, smooth, stroke


def adding_machine(canvas: Canvas) -> None:
    """The tape of an adding machine runs over the desk and becomes a street with a small city on it."""
    canvas.fill(canvas.all, ink.PINE)
    canvas.shade(box(0, 0, 1600, 700), ink.INK, "top", 1.1, 1.0)
    canvas.glow(1120, 520, 760, ink.TEAL, 0.9)
    desk = box(0, 690, 1600, 1000)
    canvas.fill(desk, ink.WINE)
    canvas.shade(desk, ink.INK, "bottom", 1.0, 0.9)
    canvas.shade(box(0, 690, 1600, 780), ink.BRICK, "top", 1.0, 0.9)
    canvas.glow(1080, 800, 620, ink.FLAME, 0.5, 0.35)
    _hanging_lamp(canvas, 1120)
    tape = smooth([(470, 330), (490, 200), (580, 140), (690, 180), (756, 330), (800, 560), (880, 720), (1010, 790),
                   (1240, 800), (1640, 796)], closed=False)  # fmt: skip
    far = smooth([(470, 330), (486, 190), (580, 128), (700, 166), (774, 310), (836, 520), (930, 652), (1060, 700),
                  (1260, 706), (1640, 702)], closed=False)  # fmt: skip
    ribbon = tape + far[::-1]
    canvas.wash([(x, y + 22) for x, y in ribbon[60:]], ink.INK, 0.35)
    _small_city(canvas)
    canvas.fill(ribbon, ink.PAPER)
    canvas.shade([(1010, 790), (1060, 702), (1640, 702), (1640, 797), (1240, 800)], ink.SAND, "bottom", 0.9, 0.8)
    canvas.fill(rounded(300, 276, 640, 340, 14), ink.INK)
    band = smooth([(330, 330), (326, 210), (400, 120), (500, 112), (580, 128), (486, 190), (470, 330)], closed=False)
    canvas.fill(smooth([(344, 334), (350, 214), (430, 150), (580, 128), (620, 150), (560, 240), (556, 334)]), ink.PAPER)
    canvas.shade(band, ink.MIST, "left", 0.7, 0.8)
    for row, y in enumerate(range(200, 320, 26)):
        wide = 60 + row * 37 % 70
        canvas.fill(rounded(530 - wide, y, 530, y + 9, 4), ink.BRICK if row == 3 else ink.SLATE)
    for index, x in enumerate(range(960, 1600, 46)):
        canvas.fill(rounded(x, 752, x + 20 + index * 13 % 16, 762, 4), ink.BRICK if index % 5 == 3 else ink.SLATE)
    _machine(canvas)
    for x, count, colour in ((70, 5, ink.AMBER), (150, 3, ink.FLAME), (1420, 2, ink.AMBER)):
        for index in range(count):
            y = 900 - index * 17
            canvas.fill(oval(x, y + 8, 44, 15), ink.WINE)
            canvas.fill(oval(x, y, 44, 15), colour)
            canvas.shade(oval(x, y, 44, 15), ink.BRICK, "right", 0.9, 0.8)
    elements.walker(canvas, 1180, 742, 0.62, ink.BRICK, ink.WINE)


def _hanging_lamp(canvas: Canvas, x: float) -> None:
    canvas.line([(x, 0), (x, 96)], ink.INK, 5)
    cone = [(x - 60, 196), (x + 60, 196), (x + 520, 690), (x - 460, 690)]
    canvas.shade(cone, ink.SAND, "top", 0.55, 0.95)
    canvas.glow(x, 206, 150, ink.PAPER, 1.0)
    canvas.fill(oval(x, 196, 46, 30), ink.PAPER)
    shade = smooth([(x - 26, 96), (x - 60, 130), (x - 128, 198), (x, 208), (x + 128, 198), (x + 60, 130), (x + 26, 96)])
    canvas.fill(shade, ink.BRICK)
    canvas.shade(shade, ink.WINE, "right", 1.0, 0.8)


def _small_city(canvas: Canvas) -> None:
    for x, base, high in ((1016, 706, 120), (1296, 712, 170), (1340, 712, 140), (1556, 710, 190)):
        elements.poplar(canvas, x, base, high, ink.INK, ink.TEAL)
    block = box(1370, 520, 1530, 712)
    canvas.fill(block, ink.SAND)
    canvas.shade(block, ink.FLAME, "right", 1.0, 0.8)
    elements.windows(canvas, (1378, 530, 1522, 690), 4, 4, ink.WINE, [1, 6, 7, 12])
    canvas.fill(box(1362, 510, 1538, 524), ink.WINE)
    elements.house(canvas, 1068, 708, 86, ink.PAPER, ink.BRICK, True)
    hall = [(1180, 710), (1180, 640), (1235, 606), (1290, 640), (1290, 710)]
    canvas.fill(hall, ink.TEAL)
    canvas.shade(hall, ink.INK, "right", 0.8, 0.8)
    for x in (1192, 1226, 1260):
        canvas.fill(box(x, 652, x + 18, 690), ink.AMBER)
    canvas.fill(oval(1235, 632, 9), ink.PAPER)
    elements.lamp(canvas, 980, 716, 130, ink.INK)


def _machine(canvas: Canvas) -> None:
    canvas.wash([(180, 880), (770, 880), (860, 930), (150, 930)], ink.INK, 0.5)
    canvas.fill(rounded(250, 306, 690, 372, 28), ink.SLATE)
    canvas.shade(rounded(250, 306, 690, 372, 28), ink.INK, "bottom", 0.9)
    for x in (240, 700):
        canvas.fill(rounded(x - 22, 300, x + 22, 380, 16), ink.INK)
    front: Shape = [(256, 370), (684, 370), (760, 860), (180, 860)]
    canvas.fill(front, ink.TEAL)
    canvas.shade(front, ink.INK, "right", 1.0, 0.8)
    canvas.fill(rounded(168, 846, 772, 896, 18), ink.INK)
    canvas.fill(rounded(316, 392, 624, 450, 10), ink.INK)
    for index, x in enumerate(range(334, 610, 46)):
        canvas.fill(rounded(x, 402, x + 34, 440, 5), ink.PAPER)
        canvas.fill(box(x + 12, 410, x + 21, 432), ink.BRICK if index == 5 else ink.INK)
    for row in range(5):
        y, spread = 500 + row * 70, 56 + row * 6
        for column in range(7):
            x = 470 + (column - 3) * spread
            colour = ink.BRICK if column == 6 else ink.AMBER if (column + row) % 7 == 2 else ink.PAPER
            canvas.fill(oval(x + 3, y + 9, 21, 18), ink.INK)
            canvas.fill(oval(x, y, 20, 17), colour)
            canvas.shade(oval(x, y, 20, 17), ink.SLATE, "right", 0.7, 0.7)
    canvas.line([(716, 560), (806, 560), (838, 420)], ink.INK, 16)
    canvas.fill(oval(840, 410, 28, 34), ink.BRICK)
    canvas.shade(oval(840, 410, 28, 34), ink.WINE, "right", 1.0)


def kitchen_bill(canvas: Canvas) -> None:
    """A dripping brass tap, a jug, and the bill by candlelight on the kitchen table."""
    canvas.fill(canvas.all, ink.TEAL)
    for row, y in enumerate(range(0, 780, 90)):
        for x in range(0, 1600, 90):
            tile = box(x + 3, y + 3, x + 87, y + 87)
            if (x // 90 * 5 + row * 3) % 7 == 0:
                canvas.fill(tile, ink.PINE)
            canvas.line([(x, y), (x + 90, y), (x + 90, y + 90)], ink.PINE, 4)
            if (x // 90 + row * 2) % 11 == 4:
                canvas.fill([(x + 45, y + 18), (x + 72, y + 45), (x + 45, y + 72), (x + 18, y + 45)], ink.AMBER)
    canvas.shade(box(0, 0, 1600, 780), ink.INK, "top", 1.1, 0.9)
    canvas.shade(box(0, 0, 1600, 780), ink.INK, "left", 0.9, 0.6)
    canvas.glow(1250, 600, 720, ink.FLAME, 0.65)
    _tap(canvas)
    table = box(0, 780, 1600, 1000)
    canvas.fill(table, ink.WINE)
    canvas.shade(table, ink.INK, "left", 1.0, 0.7)
    canvas.fill(box(0, 772, 1600, 792), ink.BRICK)
    canvas.glow(1250, 840, 620, ink.AMBER, 0.8, 0.3)
    _kettle(canvas, 860, 790)
    _bill(canvas)
    _candle(canvas, 1300, 800)
    canvas.wash(oval(1480, 838, 84, 20), ink.INK, 0.4)
    mug = rounded(1420, 690, 1536, 836, 20)
    canvas.line(oval(1546, 760, 34, 40), ink.BRICK, 16)
    canvas.fill(mug, ink.BRICK)
    canvas.shade(mug, ink.WINE, "right", 1.0, 0.8)
    for y in (734, 774):
        canvas.fill(box(1420, y, 1536, y + 12), ink.PAPER)
    canvas.line([(930, 936), (1190, 904)], ink.AMBER, 17)
    canvas.fill([(930, 926), (933, 946), (890, 942)], ink.SAND)
    canvas.fill(oval(892, 942, 6), ink.INK)


def _tap(canvas: Canvas) -> None:
    basin = [(60, 640), (620, 640), (580, 790), (100, 790)]
    canvas.fill(basin, ink.PAPER)
    canvas.shade(basin, ink.SLATE, "left", 1.1, 0.9)
    canvas.fill(rounded(40, 618, 640, 656, 16), ink.SNOW)
    canvas.shade(rounded(40, 618, 640, 656, 16), ink.SLATE, "left", 1.0, 0.8)
    neck = [(190, 630), (190, 420), (220, 320), (310, 280), (390, 320), (404, 400)]
    canvas.fill(stroke(neck, [62, 52, 50, 50, 48, 46]), ink.AMBER)
    canvas.shade(stroke(neck, [62, 52, 50, 50, 48, 46]), ink.BRICK, "left", 1.0, 0.7)
    canvas.fill(rounded(374, 392, 434, 428, 10), ink.FLAME)
    canvas.fill(rounded(142, 590, 238, 640, 14), ink.FLAME)
    canvas.fill(rounded(176, 250, 206, 350, 8), ink.FLAME)
    canvas.fill(rounded(104, 226, 280, 262, 18), ink.AMBER)
    canvas.fill(oval(192, 244, 20), ink.BRICK)
    for y, size in ((470, 16), (560, 20)):
        drop = smooth([(404, y - size * 2.2), (404 + size, y), (404, y + size), (404 - size, y)])
        canvas.fill(drop, ink.ICE)
        canvas.fill(oval(398, y, 4, 6), ink.SNOW)
    for half in (34, 62):
        canvas.line(oval(404, 622, half, half * 0.18), ink.TEAL, 4)


def _kettle(canvas: Canvas, x: float, base: float) -> None:
    canvas.line(oval(x, base - 214, 92, 90, 180, 360)[:-1], ink.INK, 16)
    canvas.fill(stroke([(x + 90, base - 70), (x + 160, base - 110), (x + 190, base - 190)], [70, 44, 30]), ink.SLATE)
    body = smooth([(x - 120, base), (x - 140, base - 90), (x - 92, base - 200), (x, base - 226), (x + 92, base - 200),
                   (x + 140, base - 90), (x + 120, base)])  # fmt: skip
    canvas.fill(body, ink.SLATE)
    canvas.shade(body, ink.INK, "left", 1.1, 0.8)
    canvas.shade(body, ink.AMBER, "right", 0.6, 0.35)
    canvas.fill(oval(x, base - 232, 22, 16), ink.INK)


def _bill(canvas: Canvas) -> None:
    sheet = [(960, 560), (1196, 536), (1228, 858), (984, 884)]
    canvas.wash([(x - 26, y + 16) for x, y in sheet], ink.INK, 0.45)
    canvas.fill(sheet, ink.PAPER)
    canvas.shade(sheet, ink.SAND, "left", 0.9, 0.8)
    canvas.fill([(982, 584), (1090, 573), (1092, 596), (984, 607)], ink.TEAL)
    for row in range(5):
        y, x = 640 + row * 42, 988 + row * 3
        colour = ink.BRICK if row == 4 else ink.SLATE
        canvas.line([(x, y), (x + 90 + row * 17 % 30, y - 9)], colour, 8)
        canvas.line([(x + 158, y - 16), (x + 204, y - 20)], colour, 8)
    canvas.line(oval(1182, 788, 48, 26), ink.BRICK, 5)
    canvas.line([(1004, 852), (1206, 832)], ink.INK, 4)


def _candle(canvas: Canvas, x: float, base: float) -> None:
    canvas.fill(rounded(x - 24, base - 170, x + 24, base + 20, 8), ink.SNOW)
    canvas.shade(rounded(x - 24, base - 170, x + 24, base + 20, 8), ink.FLAME, "top", 0.8, 0.6)
    canvas.fill(oval(x, base + 20, 70, 18), ink.SLATE)
    canvas.fill(oval(x, base + 14, 60, 13), ink.MIST)
    canvas.fill(rounded(x - 24, base - 60, x + 24, base + 18, 8), ink.SNOW)
    canvas.line([(x, base - 170), (x, base - 190)], ink.INK, 4)
    canvas.glow(x, base - 214, 150, ink.PAPER, 0.95)
    canvas.fill(smooth([(x, base - 268), (x + 19, base - 212), (x, base - 182), (x - 19, base - 212)]), ink.AMBER)
    canvas.fill(smooth([(x, base - 238), (x + 9, base - 206), (x, base - 188), (x - 9, base - 206)]), ink.PAPER)
