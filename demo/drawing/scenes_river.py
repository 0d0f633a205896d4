"""Over the Verbna: the iron bridge and the mill dam."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import arch, box, oval, ridge, rounded, smooth, stroke


def bridge(canvas: Canvas) -> None:
    """The iron bridge at dusk with the tram on it."""
    water = 640
    canvas.fill(canvas.all, ink.PLUM)
    elements.sky(canvas, ink.BRICK, water, 0.95)
    canvas.shade(box(0, 330, 1600, water), ink.AMBER, "bottom", 0.95)
    canvas.fill(oval(1130, 560, 150), ink.SAND)
    canvas.shade(oval(1130, 560, 150), ink.AMBER, "bottom", 1.1)
    _clouds(canvas)
    _far_bank(canvas, water)
    canvas.fill(box(0, water, 1600, 1000), ink.NIGHT)
    canvas.shade(box(0, water, 1600, 900), ink.WINE, "top", 0.95, 0.8)
    elements.ripples(canvas, water + 20, 880, ink.INK, 50)
    elements.glints(canvas, 1130, water + 4, 990, 300, ink.AMBER, 34)
    elements.glints(canvas, 1130, water + 4, 900, 170, ink.SAND, 16)
    elements.glints(canvas, 545, water + 60, 960, 280, ink.AMBER, 18)
    _truss(canvas)
    _reeds(canvas)


def _clouds(canvas: Canvas) -> None:
    for x, y, wide, high in ((130, 150, 560, 26), (420, 205, 420, 18), (1010, 110, 520, 24), (1260, 250, 420, 18)):
        cloud = smooth([(x, y), (x + wide * 0.3, y - high), (x + wide * 0.7, y - high * 0.5), (x + wide, y)])
        canvas.wash(cloud, ink.ROSE, 0.55)
        canvas.shade(cloud, ink.SAND, "bottom", 0.8)


def _far_bank(canvas: Canvas, water: float) -> None:
    hills = [(-20, 560), (180, 500), (420, 540), (700, 590), (980, 600), (1250, 545), (1450, 500), (1620, 520)]
    land = ridge(hills, water)
    canvas.fill(land, ink.WINE)
    canvas.shade(land, ink.PLUM, "bottom", 1.0, 0.9)
    for x, height in ((40, 150), (74, 190), (112, 160), (1352, 150), (1390, 200), (1428, 170), (1540, 140)):
        elements.poplar(canvas, x, 570 if x < 200 else 560, height, ink.PLUM)
    canvas.fill(box(262, 440, 330, 560), ink.PLUM)
    canvas.fill(smooth([(256, 442), (262, 408), (290, 388), (296, 362), (302, 388), (330, 408), (336, 442)]), ink.PLUM)
    canvas.line([(296, 372), (296, 334)], ink.PLUM, 5)
    canvas.line([(286, 346), (306, 346)], ink.PLUM, 4)
    for x, y in ((286, 500), (304, 500)):
        canvas.fill(box(x, y, x + 8, y + 13), ink.AMBER)


def _truss(canvas: Canvas) -> None:
    deck, span = 590, 530
    for left in (-265, 265, 795, 1325):
        pier = left + span
        canvas.fill([(pier - 34, deck + 20), (pier + 34, deck + 20), (pier + 46, 860), (pier - 46, 860)], ink.INK)
        canvas.shade([(pier, deck + 20), (pier + 34, deck + 20), (pier + 46, 860), (pier, 860)], ink.WINE, "right", 0.9)
        canvas.wash([(pier - 46, 860), (pier + 46, 860), (pier + 58, 1000), (pier - 58, 1000)], ink.INK, 0.5)
        for _ in range(9):
            y, half = canvas.random.uniform(866, 1000), canvas.random.uniform(30, 80)
            canvas.fill(rounded(pier - half, y - 2, pier + half, y + 2, 2), ink.INK)
        top = smooth([(left, deck - 60), (left + span * 0.22, deck - 196), (left + span * 0.5, deck - 240),
                      (left + span * 0.78, deck - 196), (left + span, deck - 60)], closed=False)  # fmt: skip
        canvas.line(top, ink.INK, 15)
        heights = [60, 170, 222, 240, 222, 170, 60]
        for step in range(7):
            x = left + span * step / 6
            canvas.line([(x, deck), (x, deck - heights[step])], ink.INK, 7)
            if step < 6:
                ahead = left + span * (step + 1) / 6
                high, low = (heights[step], 0) if step >= 3 else (0, heights[step + 1])
                canvas.line([(x, deck - high), (ahead, deck - low)], ink.INK, 5)
    _tram(canvas, 350, deck - 4)
    canvas.fill(box(0, deck - 6, 1600, deck + 24), ink.INK)
    canvas.line([(0, deck - 46), (1600, deck - 46)], ink.INK, 3)
    for x in range(0, 1600, 44):
        canvas.line([(x, deck - 46), (x, deck)], ink.INK, 3)
    canvas.line([(0, deck - 178), (1600, deck - 178)], ink.INK, 2)


def _tram(canvas: Canvas, left: float, rail: float) -> None:
    canvas.glow(left + 394, rail - 34, 60, ink.SAND, 1.4)
    canvas.fill(rounded(left, rail - 112, left + 390, rail - 6, 20), ink.BRICK)
    canvas.fill(rounded(left + 6, rail - 108, left + 384, rail - 40, 15), ink.SAND)
    canvas.shade(rounded(left + 6, rail - 108, left + 384, rail - 40, 15), ink.AMBER, "bottom", 1.0)
    canvas.fill(box(left, rail - 46, left + 390, rail - 36), ink.PAPER)
    for pillar in range(1, 7):
        canvas.fill(box(left + pillar * 55 - 4, rail - 108, left + pillar * 55 + 4, rail - 44), ink.BRICK)
    for x, high in ((84, 40), (150, 34), (196, 42), (258, 36), (352, 44)):
        canvas.fill(oval(left + x, rail - 40 - high, 9, 10), ink.PLUM)
        canvas.fill(
            smooth([(left + x - 17, rail - 42), (left + x, rail - 34 - high), (left + x + 17, rail - 42)]), ink.PLUM
        )
    canvas.line([(left + 160, rail - 112), (left + 190, rail - 142), (left + 160, rail - 174)], ink.INK, 4)
    canvas.line([(left + 138, rail - 174), (left + 184, rail - 174)], ink.INK, 4)


def _reeds(canvas: Canvas) -> None:
    canvas.fill(ridge([(-20, 930), (160, 905), (330, 960), (520, 1010)], 1010), ink.INK)
    for _ in range(60):
        x = canvas.random.uniform(-10, 400)
        base = 1000
        tall = canvas.random.uniform(90, 250) * (1 - x / 900)
        lean = canvas.random.uniform(-10, 46)
        tip = (x + lean, base - tall)
        canvas.fill(stroke([(x, base), (x + lean * 0.3, base - tall * 0.6), tip], [6, 4, 1]), ink.INK)
        if canvas.random.random() < 0.3:
            canvas.line([tip, (tip[0] + lean * 0.14, tip[1] - 34)], ink.INK, 9)


def dam(canvas: Canvas) -> None:
    """The mill dam and the little power house of 1926."""
    canvas.fill(canvas.all, ink.SAND)
    canvas.shade(box(0, 0, 1600, 560), ink.ROSE, "top", 0.7, 0.9)
    canvas.fill(oval(390, 230, 84), ink.PAPER)
    far = ridge([(-20, 430), (260, 380), (560, 420), (880, 390), (1240, 370), (1620, 420)], 620)
    canvas.fill(far, ink.MIST)
    canvas.shade(far, ink.ICE, "bottom", 0.9, 0.7)
    for x in range(-20, 1640, 46):
        height = 110 + (x * 37) % 90
        elements.poplar(canvas, x + (x * 13) % 20, 530, height, ink.TEAL, ink.PINE)
    canvas.fill(box(0, 500, 1600, 560), ink.PINE)
    canvas.fill(box(0, 536, 1600, 600), ink.ICE)
    elements.ripples(canvas, 544, 570, ink.TEAL, 30)
    _weir(canvas)
    _power_house(canvas)
    _wires(canvas)


def _weir(canvas: Canvas) -> None:
    canvas.fill(box(0, 800, 1600, 1000), ink.TEAL)
    canvas.shade(box(0, 800, 1600, 1000), ink.PINE, "bottom", 1.0, 0.9)
    canvas.fill(box(0, 566, 1110, 830), ink.SLATE)
    canvas.shade(box(0, 566, 1110, 830), ink.NIGHT, "bottom", 0.8, 0.9)
    for left in range(-40, 1040, 184):
        gate = arch(left + 26, 618, left + 158, 836, 44)
        canvas.fill(gate, ink.NIGHT)
        canvas.fill(box(left + 26, 690, left + 158, 840), ink.ICE)
        canvas.shade(box(left + 26, 690, left + 158, 840), ink.TEAL, "top", 0.9, 0.7)
        for x in range(left + 34, left + 156, 12):
            canvas.line([(x, canvas.random.uniform(694, 740)), (x, 838)], ink.SNOW, canvas.random.uniform(1.5, 4))
        pier = [(left - 16, 552), (left + 16, 552), (left + 28, 850), (left - 28, 850)]
        canvas.fill(pier, ink.MIST)
        canvas.shade(pier, ink.SLATE, "right", 1.0, 0.8)
        foam = [
            (left + 6, 852),
            (left + 40, 826),
            (left + 92, 818),
            (left + 146, 828),
            (left + 178, 854),
            (left + 92, 876),
        ]
        canvas.fill(smooth(foam), ink.SNOW)
    canvas.fill(box(0, 548, 1120, 578), ink.PAPER)
    canvas.shade(box(0, 560, 1120, 578), ink.SLATE, "bottom", 0.9)
    canvas.line([(0, 512), (1110, 512)], ink.INK, 4)
    for x in range(10, 1110, 50):
        canvas.line([(x, 512), (x, 550)], ink.INK, 4)
    elements.walker(canvas, 640, 550, 1.12, ink.WINE, ink.INK)
    elements.walker(canvas, 684, 550, 0.8, ink.PINE, ink.INK)
    elements.ripples(canvas, 870, 1000, ink.ICE, 46)
    elements.ripples(canvas, 890, 1000, ink.INK, 30)


def _power_house(canvas: Canvas) -> None:
    wall = box(1110, 420, 1500, 870)
    canvas.fill(ridge([(1120, 545), (1300, 520), (1480, 500), (1620, 470)], 1010), ink.MOSS)
    canvas.shade(ridge([(1120, 545), (1300, 520), (1480, 500), (1620, 470)], 1010), ink.PINE, "bottom", 1.0)
    canvas.fill(ridge([(930, 1012), (1040, 930), (1120, 866), (1400, 845), (1620, 790)], 1012), ink.PINE)
    canvas.fill(wall, ink.BRICK)
    canvas.shade(wall, ink.WINE, "right", 0.95, 0.9)
    canvas.fill([(1084, 428), (1152, 330), (1458, 330), (1526, 428)], ink.WINE)
    canvas.shade([(1084, 428), (1152, 330), (1458, 330), (1526, 428)], ink.INK, "right", 0.7, 0.8)
    canvas.fill(box(1400, 250, 1440, 360), ink.WINE)
    canvas.fill(box(1392, 242, 1448, 262), ink.INK)
    for left in (1150, 1266, 1382):
        frame = arch(left, 486, left + 80, 650)
        canvas.fill(arch(left - 9, 476, left + 89, 660), ink.SAND)
        canvas.fill(frame, ink.AMBER)
        canvas.shade(frame, ink.FLAME, "top", 0.8)
        canvas.line([(left + 40, 486), (left + 40, 650)], ink.WINE, 5)
        for y in (540, 594):
            canvas.line([(left, y), (left + 80, y)], ink.WINE, 5)
    canvas.fill(box(1110, 694, 1500, 712), ink.SAND)
    canvas.fill(arch(1260, 744, 1350, 872, 40), ink.INK)
    canvas.fill(box(1110, 862, 1500, 880), ink.NIGHT)
    canvas.glow(1305, 730, 60, ink.SAND, 1.0)
    canvas.fill(oval(1305, 730, 9), ink.PAPER)


def _wires(canvas: Canvas) -> None:
    for x, top in ((1040, 210), (772, 250), (560, 280)):
        canvas.line([(x, top), (x, 552)], ink.INK, 9 if x > 1000 else 6)
        for drop in (18, 52):
            canvas.line([(x - 34, top + drop), (x + 34, top + drop)], ink.INK, 5)
    for side in (-32, 32):
        poles = [(1130, 430), (1040 + side, 226), (772 + side, 266), (560 + side, 296), (-80 + side, 360)]
        elements.wire(canvas, poles, 26, ink.INK)
