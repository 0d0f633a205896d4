"""On the water: the cable ferry and the barge under the grain elevator."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import box, mirror, move, oval, ridge, smooth, stroke


def ferry(canvas: Canvas) -> None:
    """The cable ferry in the morning mist."""
    canvas.fill(canvas.all, ink.ICE)
    canvas.shade(box(0, 0, 1600, 520), ink.ROSE, "bottom", 0.75)
    canvas.fill(oval(1150, 330, 92), ink.PAPER)
    canvas.shade(oval(1150, 330, 92), ink.SAND, "bottom", 0.9)
    far = ridge([(-20, 420), (300, 380), (640, 430), (1000, 440), (1320, 390), (1620, 410)], 560)
    canvas.fill(far, ink.MIST)
    canvas.shade(far, ink.ICE, "bottom", 1.0, 0.9)
    for x, size in ((300, 88), (440, 70), (1290, 96)):
        elements.house(canvas, x, 506, size, ink.SNOW, ink.SLATE, lit=x == 440)
    for x, height in ((560, 150), (590, 190), (626, 160), (1200, 150), (1440, 210), (1474, 170)):
        elements.poplar(canvas, x, 512, height, ink.SLATE, ink.MIST)
    water = box(0, 510, 1600, 1000)
    canvas.fill(water, ink.MIST)
    canvas.shade(water, ink.TEAL, "bottom", 1.0, 0.95)
    canvas.shade(box(0, 510, 1600, 640), ink.ICE, "top", 1.0, 0.9)
    elements.glints(canvas, 1150, 530, 960, 260, ink.PAPER, 30)
    elements.ripples(canvas, 600, 1000, ink.PINE, 70)
    _pontoon(canvas)
    _willow(canvas)


def _pontoon(canvas: Canvas) -> None:
    canvas.line(smooth([(-20, 640), (420, 672), (760, 690), (1200, 660), (1620, 600)], closed=False), ink.INK, 3)
    canvas.wash([(476, 842), (1098, 842), (1060, 900), (514, 900)], ink.INK, 0.35)
    hull = [(420, 762), (1150, 762), (1098, 842), (476, 842)]
    canvas.fill(hull, ink.WINE)
    canvas.shade(hull, ink.INK, "bottom", 1.0, 0.9)
    canvas.fill(box(400, 744, 1170, 768), ink.SAND)
    canvas.shade(box(400, 744, 1170, 768), ink.FLAME, "left", 0.7)
    for x in (424, 1146):
        canvas.fill(box(x - 5, 640, x + 5, 750), ink.INK)
    canvas.line([(424, 690), (560, 690)], ink.INK, 4)
    canvas.line([(1010, 690), (1146, 690)], ink.INK, 4)
    canvas.fill(oval(1146, 640, 14), ink.INK)
    canvas.fill(oval(424, 640, 17), ink.AMBER)
    canvas.glow(424, 640, 80, ink.PAPER, 0.9)
    elements.walker(canvas, 540, 746, 2.0, ink.BRICK, ink.WINE, ink.AMBER)
    elements.walker(canvas, 920, 746, 2.1, ink.PINE, ink.INK)
    elements.walker(canvas, 986, 746, 1.3, ink.FLAME, ink.WINE)
    for x in (690, 812):
        canvas.line(oval(x, 702, 42), ink.INK, 5)
    frame = [(690, 702), (722, 640), (790, 642), (752, 702), (690, 702)]
    canvas.line(frame, ink.BRICK, 6)
    canvas.line([(752, 702), (716, 622)], ink.BRICK, 6)
    canvas.line([(700, 618), (732, 618)], ink.INK, 8)
    canvas.line([(812, 702), (784, 612), (804, 604)], ink.BRICK, 6)


def _willow(canvas: Canvas) -> None:
    canvas.fill(ridge([(-20, 850), (120, 840), (300, 930), (420, 1010)], 1010), ink.PINE)
    trunk = [(70, 900), (88, 640), (60, 420), (120, 200), (170, 60)]
    canvas.fill(stroke(trunk, [96, 64, 56, 46, 30]), ink.INK)
    canvas.fill(stroke([(70, 470), (190, 300), (330, 190), (420, 130)], [46, 34, 24, 12]), ink.INK)
    for index in range(70):
        x = -60 + index * 8.6 + canvas.random.uniform(-8, 8)
        long = canvas.random.uniform(280, 560) * (1.1 - index / 100)
        sway = canvas.random.uniform(-6, 34)
        strand = [(x, -40), (x + sway, long * 0.4), (x + sway * 0.6, long)]
        canvas.fill(stroke(strand, [9, 8, 2]), canvas.random.choice([ink.PINE, ink.TEAL, ink.PINE, ink.MOSS]))


def elevator(canvas: Canvas) -> None:
    """The grain elevator at sunrise with a barge under its spout."""
    canvas.fill(canvas.all, ink.ROSE)
    canvas.shade(box(0, 0, 1600, 700), ink.TEAL, "top", 0.9, 0.7)
    canvas.shade(box(0, 300, 1600, 720), ink.AMBER, "bottom", 0.9)
    canvas.fill(oval(330, 560, 120), ink.PAPER)
    land = ridge([(-20, 640), (240, 620), (560, 650), (900, 630), (1620, 600)], 720)
    canvas.fill(land, ink.SLATE)
    for x, height in ((60, 120), (96, 150), (470, 110), (520, 140), (560, 120)):
        elements.poplar(canvas, x, 650, height, ink.SLATE, ink.MIST)
    canvas.fill(box(0, 700, 1600, 1000), ink.DUSK)
    canvas.shade(box(0, 700, 1600, 1000), ink.ROSE, "top", 1.0, 0.6)
    elements.ripples(canvas, 716, 1000, ink.NIGHT, 80)
    elements.glints(canvas, 330, 712, 980, 260, ink.SAND, 32)
    _silos(canvas)
    _barge(canvas)
    for x, y, size in ((300, 250, 1.0), (404, 196, 0.8), (520, 300, 1.3), (640, 140, 0.7), (210, 380, 0.7)):
        wing = [(-34, -6), (-18, -18), (0, 0)]
        canvas.fill(move(stroke(wing, [2, 8, 5]), x, y, size), ink.INK)
        canvas.fill(move(mirror(stroke(wing, [2, 8, 5]), 0), x, y, size), ink.INK)


def _silos(canvas: Canvas) -> None:
    canvas.fill(box(800, 690, 1620, 770), ink.NIGHT)
    canvas.fill(box(850, 150, 1540, 230), ink.SAND)
    canvas.shade(box(850, 150, 1540, 230), ink.SLATE, "right", 1.0, 0.9)
    canvas.fill(box(1150, 60, 1370, 170), ink.SAND)
    canvas.shade(box(1150, 60, 1370, 170), ink.SLATE, "right", 1.0, 0.8)
    elements.windows(canvas, (1160, 80, 1360, 140), 5, 1, ink.DUSK, [3])
    elements.windows(canvas, (860, 164, 1530, 216), 15, 1, ink.DUSK, [4, 5])
    for left in range(830, 1560, 144):
        tube = box(left, 220, left + 142, 700)
        canvas.fill(tube, ink.PAPER)
        canvas.shade(tube, ink.ROSE, "left", 0.6, 0.5)
        canvas.shade(tube, ink.SLATE, "right", 1.15, 0.75)
        canvas.shade(tube, ink.DUSK, "right", 0.8, 0.35)
        canvas.fill(box(left, 664, left + 142, 700), ink.SLATE)
    for y in (330, 470, 600):
        canvas.line([(830, y), (1550, y)], ink.SLATE, 2)
    scar = [(1010, 356), (1040, 322), (1058, 344), (1096, 318), (1108, 384), (1086, 404), (1092, 452), (1046, 432),
            (1022, 460), (998, 410)]  # fmt: skip
    canvas.fill(scar, ink.INK)
    canvas.shade(scar, ink.WINE, "bottom", 0.9)
    for x in (974, 1028, 1082, 1136):
        canvas.line([(x, 290), (x, 664)], ink.BRICK, 4)
    for y in (300, 390, 480, 570):
        canvas.fill(box(964, y, 1146, y + 7), ink.BRICK)
        canvas.line([(974, y + 90), (1136, y)], ink.BRICK, 2)
    elements.walker(canvas, 1112, 480, 0.85, ink.FLAME, ink.PAPER)


def _barge(canvas: Canvas) -> None:
    canvas.fill([(846, 380), (866, 366), (666, 640), (640, 640)], ink.INK)
    canvas.line([(846, 170), (846, 380)], ink.INK, 14)
    canvas.fill(box(818, 176, 874, 214), ink.INK)
    canvas.fill([(638, 640), (668, 640), (690, 764), (622, 764)], ink.AMBER)
    canvas.shade([(638, 640), (668, 640), (690, 764), (622, 764)], ink.SAND, "left", 0.9)
    heap = smooth([(480, 790), (560, 752), (655, 730), (760, 756), (860, 790)], closed=False)
    canvas.fill(heap, ink.AMBER)
    canvas.shade(heap, ink.FLAME, "right", 0.9)
    hull = [(330, 782), (1110, 782), (1060, 880), (410, 880)]
    canvas.fill(hull, ink.WINE)
    canvas.shade(hull, ink.INK, "bottom", 1.0, 0.95)
    canvas.fill(box(322, 772, 1118, 792), ink.BRICK)
    canvas.fill(box(930, 690, 1060, 776), ink.PAPER)
    canvas.shade(box(930, 690, 1060, 776), ink.SLATE, "right", 1.0, 0.8)
    canvas.fill(box(916, 678, 1074, 694), ink.BRICK)
    elements.windows(canvas, (936, 696, 1056, 746), 4, 1, ink.INK, [1])
    canvas.wash([(410, 880), (1060, 880), (1020, 936), (450, 936)], ink.INK, 0.4)
    elements.walker(canvas, 410, 774, 1.1, ink.INK, ink.INK)
