"""Getting on: the bus that stood in for the tram, and the half tram in the hospital."""

from __future__ import annotations

from collections.abc import Sequence

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Point, Shape, arch, box, oval, rounded, smooth, stroke


def bus(canvas: Canvas) -> None:
    """A bus with fogged windows in the sleet; somebody has wiped a round hole, and a child has drawn on the glass."""
    canvas.fill(canvas.all, ink.SLATE)
    canvas.shade(box(0, 0, 1600, 700), ink.NIGHT, "top", 1.1, 1.0)
    for left, top, right in ((-20, 210, 250), (270, 110, 540), (560, 180, 860), (880, 90, 1150), (1180, 200, 1620)):
        block = box(left, top, right, 700)
        canvas.fill(block, ink.DUSK)
        canvas.shade(block, ink.SLATE, "bottom", 0.9, 0.9)
        elements.windows(canvas, (left + 10, top + 20, right - 10, top + 330), 5, 4, ink.NIGHT, [int(left) % 7 + 3])
    road = box(0, 760, 1600, 1000)
    canvas.fill(road, ink.DUSK)
    canvas.shade(road, ink.INK, "bottom", 1.1, 0.9)
    canvas.fill(box(0, 750, 1600, 768), ink.MIST)
    elements.glints(canvas, 700, 900, 1000, 900, ink.AMBER, 26, 0.4)
    elements.glints(canvas, 1490, 860, 1000, 160, ink.SAND, 12)
    canvas.wash([(120, 884), (1500, 884), (1560, 930), (60, 930)], ink.INK, 0.6)
    beam = [(1490, 750), (1640, 700), (1640, 900), (1490, 800)]
    canvas.shade(beam, ink.AMBER, "left", 0.9, 1.0)
    _body(canvas)
    for index, left in enumerate((160, 392, 624, 856)):
        _fogged(canvas, left, index)
    _door_and_front(canvas)
    for wheel in (360, 1180):
        canvas.fill(oval(wheel, 868, 88, 88, 180, 360), ink.INK)
        canvas.fill(oval(wheel, 876, 72), ink.INK)
        canvas.fill(oval(wheel, 876, 38), ink.SLATE)
        canvas.fill(oval(wheel, 876, 13), ink.INK)
    for _ in range(170):
        x, y, long = canvas.random.uniform(0, 1640), canvas.random.uniform(0, 980), canvas.random.uniform(12, 32)
        canvas.line([(x, y), (x - long * 0.35, y + long)], ink.ICE, 2.4)
    canvas.fill(rounded(46, 440, 60, 930, 6), ink.INK)
    canvas.fill(rounded(4, 376, 102, 456, 12), ink.PAPER)
    _figures(canvas, 18, 393, 0.42, ink.BRICK)


def _body(canvas: Canvas) -> None:
    shell = rounded(110, 300, 1500, 876, 60)
    canvas.fill(shell, ink.BRICK)
    canvas.shade(shell, ink.INK, "bottom", 1.0, 0.6)
    canvas.fill(rounded(110, 300, 1500, 420, 58), ink.SAND)
    canvas.fill(box(110, 362, 1500, 694), ink.SAND)
    canvas.shade(box(110, 330, 1500, 694), ink.FLAME, "left", 0.8, 0.8)
    canvas.fill(box(110, 694, 1500, 712), ink.PAPER)
    canvas.fill(smooth([(150, 306), (200, 284), (700, 274), (1300, 282), (1460, 306), (800, 314)]), ink.SNOW)
    canvas.fill(rounded(560, 322, 800, 372, 10), ink.INK)
    _figures(canvas, 630, 328, 0.34, ink.AMBER)


def _figures(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """“3A”, in strokes."""

    def place(points: Sequence[Point]) -> Shape:
        return [(x + across * size, y + down * size) for across, down in points]

    three = [(6, 8), (60, 8), (30, 46), (58, 62), (56, 98), (28, 108), (4, 96)]
    for strokes in (three, [(96, 108), (130, 4), (164, 108)], [(108, 72), (152, 72)]):
        canvas.line(place(strokes), colour, 17 * size)


def _fogged(canvas: Canvas, left: float, number: int) -> None:
    glass = rounded(left, 400, left + 214, 664, 20)
    canvas.fill(glass, ink.AMBER)
    canvas.shade(glass, ink.FLAME, "top", 0.8, 0.8)
    crowd = (((60, 0.9), (150, 1.1)), ((96, 1.0), (186, 0.85)), ((46, 1.05), (130, 0.9)), ((80, 0.9), (164, 1.1)))[
        number
    ]
    for across, size in crowd:
        x, y = left + across, 664 - 120 * size
        canvas.fill(oval(x, y, 31 * size, 35 * size), (ink.WINE, ink.PINE, ink.PLUM, ink.TEAL)[number])
        shoulder = [(max(left + 4, x - 58), 664), (max(left + 4, x - 48), y + 48), (x, y + 26),
                    (min(left + 210, x + 48), y + 48), (min(left + 210, x + 58), 664)]  # fmt: skip
        canvas.fill(smooth(shoulder, steps=6), (ink.PINE, ink.WINE, ink.TEAL, ink.PLUM)[number])
    canvas.wash(glass, ink.ICE, 0.62)
    canvas.shade(glass, ink.SNOW, "top", 0.8, 0.9)
    draws = {
        0: [[(70, 118), (48, 84), (30, 104), (40, 132), (70, 166), (100, 132), (110, 104), (92, 84), (70, 118)]],
        1: [[(30, 130), (80, 60), (104, 112), (160, 84), (112, 140), (80, 136), (30, 130)], [(80, 60), (112, 140)]],
        2: [[(40, 150), (40, 96), (74, 66), (108, 96), (108, 150), (40, 150)], [(130, 150), (130, 110), (160, 110)]],
    }
    for points in draws.get(number, []):
        canvas.line([(left + across, 400 + down * 0.9) for across, down in points], ink.BRICK, 6)
    if number == 3:
        hole = oval(left + 112, 520, 74)
        canvas.fill(hole, ink.AMBER)
        canvas.shade(hole, ink.FLAME, "bottom", 0.7)
        x, y = left + 112, 528
        canvas.fill(smooth([(x - 62, y + 40), (x - 40, y + 26), (x, y + 18), (x + 40, y + 26), (x + 60, y + 42),
                            (x, y + 66)]), ink.NIGHT)  # fmt: skip
        canvas.fill(oval(x, y - 4, 31, 34), ink.ROSE)
        beard = smooth([(x - 32, y - 4), (x - 16, y + 10), (x + 16, y + 10), (x + 32, y - 4), (x + 22, y + 40), (x, y + 50),
                        (x - 22, y + 40)])  # fmt: skip
        canvas.fill(beard, ink.SNOW)
        canvas.fill(smooth([(x - 40, y - 26), (x - 26, y - 54), (x + 26, y - 54), (x + 40, y - 26)]), ink.PAPER)
        canvas.fill(rounded(x - 33, y - 32, x + 33, y - 18, 6), ink.INK)
        for side in (-11, 11):
            canvas.fill(oval(x + side, y - 6, 3.4), ink.INK)
    canvas.line([(left + 4, 470), (left + 210, 470)], ink.BRICK, 5)


def _door_and_front(canvas: Canvas) -> None:
    canvas.fill(rounded(1096, 392, 1300, 862, 14), ink.WINE)
    for left in (1106, 1202):
        leaf = rounded(left, 404, left + 88, 846, 10)
        canvas.fill(leaf, ink.AMBER)
        canvas.wash(leaf, ink.ICE, 0.5)
        canvas.shade(leaf, ink.SNOW, "top", 0.8, 0.9)
        canvas.line([(left + 76 if left < 1200 else left + 12, 560), (left + 76 if left < 1200 else left + 12, 700)],
                    ink.INK, 6)  # fmt: skip
    front = rounded(1330, 400, 1480, 664, 22)
    canvas.fill(front, ink.NIGHT)
    canvas.shade(front, ink.AMBER, "left", 0.8, 0.8)
    canvas.fill(oval(1392, 560, 32, 36), ink.WINE)
    canvas.fill(smooth([(1340, 664), (1350, 614), (1392, 594), (1434, 614), (1444, 664)], steps=6), ink.PINE)
    canvas.line([(1476, 650), (1414, 470)], ink.INK, 5)
    canvas.fill(rounded(1468, 738, 1506, 790, 12), ink.PAPER)
    canvas.glow(1490, 764, 100, ink.SAND, 0.9)


def half_tram(canvas: Canvas) -> None:
    """In a tiled laundry stands the front half of a tram on springs; a man with an artificial leg takes the step."""
    canvas.fill(canvas.all, ink.ICE)
    canvas.shade(box(0, 0, 1600, 800), ink.SLATE, "top", 1.0, 0.9)
    for y in range(430, 800, 54):
        canvas.line([(0, y), (1600, y)], ink.MIST, 3)
    for row, y in enumerate(range(430, 800, 54)):
        for x in range(-60 + row % 2 * 54, 1600, 108):
            canvas.line([(x, y), (x, y + 54)], ink.MIST, 3)
    canvas.fill(box(0, 416, 1600, 434), ink.TEAL)
    for left in (70, 1260):
        canvas.fill(arch(left - 16, 90, left + 286, 400), ink.SNOW)
        glass = arch(left, 108, left + 270, 392)
        canvas.fill(glass, ink.SAND)
        canvas.shade(glass, ink.ROSE, "bottom", 0.9)
        for across in (90, 180):
            canvas.line([(left + across, 112), (left + across, 392)], ink.SNOW, 8)
        canvas.line([(left, 260), (left + 270, 260)], ink.SNOW, 8)
    floor = box(0, 800, 1600, 1000)
    canvas.fill(floor, ink.DUSK)
    canvas.shade(floor, ink.INK, "bottom", 1.0, 0.9)
    canvas.fill(box(0, 792, 1600, 806), ink.TEAL)
    canvas.shade([(720, 806), (900, 806), (840, 1000), (480, 1000)], ink.AMBER, "top", 0.9, 0.9)
    _washing(canvas)
    _car(canvas)
    _learner(canvas)


def _washing(canvas: Canvas) -> None:
    elements.wire(canvas, [(-20, 60), (800, 40), (1620, 70)], 34, ink.INK, 4)
    for x, top, wide, high, colour in ((380, 78, 130, 150, ink.PAPER), (528, 70, 60, 110, ink.ROSE), (606, 62, 130, 140, ink.SNOW),
                                       (960, 66, 130, 150, ink.PAPER), (1108, 80, 64, 120, ink.TEAL)):  # fmt: skip
        sheet = [
            (x, top),
            (x + wide, top),
            (x + wide - 4, top + high),
            (x + wide * 0.5, top + high + 10),
            (x + 6, top + high),
        ]
        canvas.fill(sheet, colour)
        canvas.shade(sheet, ink.SLATE, "right", 0.8, 0.8)
        for peg in (x + 10, x + wide - 10):
            canvas.fill(box(peg - 4, top - 12, peg + 4, top + 14), ink.FLAME)


def _car(canvas: Canvas) -> None:
    canvas.wash([(690, 876), (1500, 876), (1560, 920), (640, 920)], ink.INK, 0.5)
    for spring in (800, 1010, 1220, 1420):
        for turn in range(5):
            coil = 792 + turn * 18
            canvas.line([(spring - 34, coil), (spring + 34, coil + 9)], ink.INK, 10)
            canvas.line([(spring + 34, coil + 9), (spring - 34, coil + 18)], ink.SLATE, 6)
    canvas.fill(box(690, 874, 1500, 894), ink.INK)
    shell: Shape = [(700, 790), (700, 400), *oval(756, 342, 56, start=180, end=270), (1480, 286), (1480, 790)]
    canvas.fill(shell, ink.BRICK)
    canvas.shade(shell, ink.WINE, "right", 0.9, 0.8)
    canvas.fill([(700, 570), (700, 400), *oval(756, 342, 56, start=180, end=270), (1480, 286), (1480, 570)], ink.PAPER)
    canvas.fill(box(700, 590, 1480, 602), ink.AMBER)
    canvas.fill(rounded(760, 262, 1480, 296, 14), ink.SLATE)
    for index, left in enumerate((986, 1140, 1294)):
        glass = rounded(left, 356, left + 134, 530, 14)
        canvas.fill(glass, ink.AMBER)
        canvas.shade(glass, ink.FLAME, "top", 0.7, 0.9)
        for across, size, colour in (
            (44, 1.0, (ink.WINE, ink.PINE, ink.PLUM)[index]),
            (98, 0.86, (ink.TEAL, ink.BRICK, ink.PINE)[index]),
        ):
            x, y = left + across, 530 - 74 * size
            canvas.fill(oval(x, y - 10, 22 * size, 25 * size), (ink.ROSE, ink.SAND, ink.ROSE)[index])
            canvas.fill(oval(x, y - 22 * size, 23 * size, 18 * size), ink.INK if across > 60 else ink.WINE)
            canvas.fill(
                smooth([(x - 36, 530), (x - 32, y + 40), (x, y + 16), (x + 32, y + 40), (x + 34, 530)], steps=6), colour
            )
    cab = rounded(716, 356, 786, 540, 16)
    canvas.fill(cab, ink.NIGHT)
    canvas.shade(cab, ink.AMBER, "right", 0.9)
    canvas.fill(rounded(704, 640, 752, 690, 14), ink.SAND)
    canvas.fill(rounded(806, 336, 966, 792, 12), ink.WINE)
    opening = rounded(818, 350, 954, 792, 8)
    canvas.fill(opening, ink.AMBER)
    canvas.shade(opening, ink.FLAME, "top", 0.9, 0.8)
    canvas.line([(936, 420), (936, 760)], ink.INK, 8)
    canvas.fill(box(790, 792, 976, 812), ink.AMBER)
    canvas.fill(box(780, 846, 976, 866), ink.SLATE)
    planks = box(1480, 280, 1540, 800)
    canvas.fill(planks, ink.SAND)
    canvas.shade(planks, ink.BRICK, "right", 1.0)
    for y in range(330, 800, 52):
        canvas.line([(1480, y), (1540, y)], ink.WINE, 4)


def _learner(canvas: Canvas) -> None:
    x = 690
    canvas.fill(stroke([(x - 10, 720), (x - 26, 830), (x - 34, 930)], [48, 40, 30]), ink.INK)
    canvas.fill(rounded(x - 62, 920, x + 2, 946, 12), ink.BRICK)
    canvas.fill(stroke([(x + 10, 700), (x + 80, 716), (x + 108, 760)], [50, 46, 40]), ink.INK)
    canvas.line([(x + 108, 762), (x + 114, 836)], ink.SNOW, 13)
    canvas.line([(x + 108, 762), (x + 114, 836)], ink.SLATE, 4)
    canvas.fill(oval(x + 108, 762, 17), ink.MIST)
    canvas.fill(smooth([(x + 96, 832), (x + 130, 832), (x + 166, 846), (x + 96, 850)]), ink.SLATE)
    torso = smooth([(x - 62, 724), (x - 66, 600), (x - 34, 536), (x + 40, 530), (x + 72, 600), (x + 56, 724)])
    canvas.fill(torso, ink.MOSS)
    canvas.shade(torso, ink.PINE, "left", 1.0, 0.8)
    canvas.fill(stroke([(x + 46, 566), (x + 120, 610), (x + 210, 590)], [40, 32, 22]), ink.MOSS)
    canvas.fill(oval(x + 226, 588, 16), ink.SAND)
    canvas.fill(stroke([(x - 40, 570), (x - 84, 640), (x - 60, 700)], [38, 32, 22]), ink.MOSS)
    canvas.fill(box(x - 10, 500, x + 26, 546), ink.SAND)
    canvas.fill(oval(x + 14, 470, 46, 52), ink.SAND)
    canvas.shade(oval(x + 14, 470, 46, 52), ink.ROSE, "left", 0.9, 0.7)
    canvas.fill(smooth([(x - 36, 478), (x - 38, 430), (x, 406), (x + 48, 420), (x + 56, 446), (x + 6, 446), (x - 14, 490)]),
                ink.PLUM)  # fmt: skip
    canvas.fill(oval(x + 40, 470, 4, 5), ink.INK)
    y = 450
    coat = smooth([(y - 66, 872), (y - 60, 680), (y - 34, 606), (y + 36, 606), (y + 60, 680), (y + 66, 872)])
    for foot in (-26, 26):
        canvas.fill(box(y + foot - 15, 860, y + foot + 15, 940), ink.TEAL)
        canvas.fill(rounded(y + foot - 18, 928, y + foot + 30, 952, 10), ink.INK)
    canvas.fill(coat, ink.SNOW)
    canvas.shade(coat, ink.MIST, "left", 1.0, 0.8)
    canvas.fill(stroke([(y + 44, 640), (y + 96, 680), (y + 150, 664)], [38, 30, 20]), ink.SNOW)
    canvas.fill(oval(y + 160, 662, 14), ink.ROSE)
    canvas.fill(oval(y, 546, 44, 50), ink.ROSE)
    canvas.fill(smooth([(y - 48, 580), (y - 50, 510), (y - 10, 482), (y + 40, 500), (y + 44, 524), (y, 524), (y - 16, 560)]),
                ink.FLAME)  # fmt: skip
    canvas.fill(stroke([(y - 42, 520), (y - 76, 560), (y - 66, 630)], [24, 26, 6]), ink.FLAME)
    canvas.fill(oval(y + 26, 546, 4, 5), ink.INK)
    canvas.line([(y - 24, 640), (y, 690), (y + 24, 640)], ink.TEAL, 7)
