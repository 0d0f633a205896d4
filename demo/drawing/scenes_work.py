"""Hands at work: the button factory and the glaziers of Sadova Street."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, arch, box, oval, ridge, smooth, stroke

_BUTTONS = (ink.PINE, ink.BRICK, ink.AMBER, ink.TEAL, ink.ROSE, ink.PAPER, ink.MOSS)


def buttons(canvas: Canvas) -> None:
    """The sorting room: tall windows, four sorters at a long table, and buttons as far as one can see."""
    canvas.fill(canvas.all, ink.TEAL)
    canvas.shade(box(0, 0, 1600, 700), ink.INK, "top", 1.0, 0.8)
    for left in (90, 600, 1110):
        canvas.fill(arch(left - 22, 60, left + 422, 600, 190), ink.PINE)
        glass = arch(left, 84, left + 400, 584, 176)
        canvas.fill(glass, ink.SAND)
        canvas.shade(glass, ink.FLAME, "bottom", 0.95, 0.9)
        if left == 600:
            canvas.fill(oval(800, 330, 86), ink.PAPER)
        _roofs(canvas, left)
        for x in (133, 266):
            canvas.fill(box(left + x - 5, 90, left + x + 5, 584), ink.PINE)
        for y in (240, 356, 472):
            canvas.fill(box(left, y - 4, left + 400, y + 4), ink.PINE)
        canvas.fill(box(left - 30, 580, left + 430, 604), ink.PAPER)
    for x in (345, 855, 1255):
        canvas.line([(x, 0), (x, 150)], ink.INK, 5)
        canvas.fill([(x - 20, 150), (x + 20, 150), (x + 80, 214), (x - 80, 214)], ink.WINE)
        canvas.glow(x, 222, 110, ink.PAPER, 0.8)
        canvas.fill(oval(x, 216, 30, 14), ink.PAPER)
    people = ((300, ink.BRICK, ink.INK, ink.SAND), (640, ink.PLUM, ink.FLAME, ink.ROSE),
              (980, ink.AMBER, ink.WINE, ink.SAND), (1320, ink.MOSS, ink.SLATE, ink.ROSE))  # fmt: skip
    for index, (x, cloth, hair, skin) in enumerate(people):
        _sorter(canvas, x, cloth, hair, skin, scarf=index == 2)
    _table(canvas)
    _crates(canvas)


def _roofs(canvas: Canvas, left: float) -> None:
    skyline = [(left, 584), (left, 520), (left + 90, 480), (left + 180, 524), (left + 190, 460), (left + 250, 430),
               (left + 310, 462), (left + 320, 520), (left + 400, 496), (left + 400, 584)]  # fmt: skip
    canvas.fill(skyline, ink.BRICK)
    canvas.shade(skyline, ink.WINE, "bottom", 1.0, 0.9)
    canvas.fill(box(left + 336, 390, left + 360, 520), ink.WINE)


def _sorter(canvas: Canvas, x: float, cloth: str, hair: str, skin: str, scarf: bool) -> None:
    body = [(x - 104, 720), (x - 92, 600), (x - 40, 540), (x + 40, 540), (x + 92, 600), (x + 104, 720)]
    canvas.fill(smooth(body), cloth)
    canvas.shade(smooth(body), ink.INK, "left", 0.8, 0.8)
    canvas.fill(box(x - 20, 500, x + 20, 560), skin)
    canvas.fill(oval(x, 470, 50, 58), skin)
    canvas.shade(oval(x, 470, 50, 58), ink.BRICK, "left", 0.8, 0.6)
    cap = smooth([(x - 56, 480), (x - 60, 430), (x - 30, 398), (x + 26, 396), (x + 60, 430), (x + 56, 482), (x + 34, 440),
                  (x - 24, 440)])  # fmt: skip
    canvas.fill(cap, hair)
    if scarf:
        canvas.fill(smooth([(x - 58, 448), (x, 424), (x + 58, 448), (x + 62, 424), (x, 392), (x - 62, 424)]), ink.TEAL)
        canvas.fill(oval(x + 62, 448, 14, 18), ink.TEAL)
    else:
        canvas.fill(oval(x + (52 if hair == ink.FLAME else 0), 402, 26, 24), hair)
    for side in (-18, 18):
        canvas.line([(x + side - 8, 478), (x + side + 8, 480)], ink.INK, 4)
    canvas.line(smooth([(x - 14, 502), (x, 508), (x + 14, 502)], closed=False), ink.WINE, 4)
    for side in (-1, 1):
        canvas.fill(stroke([(x + side * 90, 610), (x + side * 108, 680), (x + side * 46, 716)], [42, 38, 24]), cloth)
        canvas.fill(oval(x + side * 40, 716, 17, 13), skin)


def _table(canvas: Canvas) -> None:
    top: Shape = [(40, 704), (1560, 704), (1640, 796), (-40, 796)]
    canvas.fill(top, ink.WINE)
    canvas.shade(top, ink.FLAME, "top", 0.8, 0.9)
    canvas.fill(box(-40, 796, 1640, 826), ink.PLUM)
    canvas.fill(box(-40, 826, 1640, 1000), ink.INK)
    for middle, colour in ((300, ink.PINE), (640, ink.AMBER), (980, ink.BRICK), (1320, ink.TEAL)):
        for index in range(34):
            part = canvas.random.uniform(-1, 1)
            x, y = middle + part * 120, 760 - (1 - abs(part)) * canvas.random.uniform(0, 56)
            _button(canvas, x, y, 13, colour if index % 5 else ink.PAPER)
        plate = oval(middle + 170, 764, 52, 16)
        canvas.fill(plate, ink.ICE)
        canvas.shade(plate, ink.SLATE, "right", 0.8)
        _button(canvas, middle + 160, 760, 12, colour)


def _button(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """Small ones lie flat; those above 30 show rim and holes."""
    if radius < 30:
        canvas.fill(oval(x, y + 3, radius, radius * 0.62), ink.INK)
        canvas.fill(oval(x, y, radius, radius * 0.62), colour)
        canvas.fill(oval(x, y, radius * 0.3, radius * 0.18), ink.INK)
        return
    canvas.fill(oval(x + 5, y + 8, radius), ink.INK)
    canvas.fill(oval(x, y, radius), colour)
    canvas.shade(oval(x, y, radius), ink.INK, "right", 0.8, 0.8)
    canvas.line(oval(x, y, radius * 0.74), ink.INK, 3)
    for across, down in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        canvas.fill(oval(x + across * radius * 0.22, y + down * radius * 0.22, radius * 0.1), ink.INK)


def _crates(canvas: Canvas) -> None:
    for left, seed in ((60, 0), (600, 2), (1140, 4)):
        for row, count in enumerate((7, 6, 4)):
            for index in range(count):
                x = left + 200 + (index - (count - 1) / 2) * 58
                _button(canvas, x, 880 - row * 34, 33, _BUTTONS[(index * 3 + row * 2 + seed) % 7])
        crate = box(left, 890, left + 400, 1010)
        canvas.fill(crate, ink.SAND)
        canvas.shade(crate, ink.BRICK, "right", 1.0, 0.9)
        for y in (936, 984):
            canvas.line([(left, y), (left + 400, y)], ink.WINE, 4)
        for x in (left + 20, left + 380):
            canvas.fill(box(x - 14, 884, x + 14, 1010), ink.FLAME)
    body = smooth([(510, 990), (500, 930), (520, 880), (552, 862), (584, 884), (596, 940), (590, 990)])
    canvas.fill(body, ink.FLAME)
    canvas.shade(body, ink.WINE, "right", 0.9, 0.8)
    canvas.fill(oval(550, 846, 33, 29), ink.FLAME)
    for side in (-1, 1):
        canvas.fill([(550 + side * 33, 838), (550 + side * 28, 796), (550 + side * 5, 822)], ink.FLAME)
        canvas.fill(oval(550 + side * 12, 844, 4, 5), ink.INK)
    canvas.fill(stroke([(590, 980), (630, 976), (640, 930), (622, 900)], [16, 16, 14, 8]), ink.FLAME)


def glaziers(canvas: Canvas) -> None:
    """Two glaziers carry a pane in which the evening sky is mirrored past a front of boarded and mended windows."""
    canvas.fill(canvas.all, ink.BRICK)
    canvas.shade(canvas.all, ink.WINE, "top", 1.0, 0.9)
    canvas.shade(canvas.all, ink.PLUM, "left", 0.8, 0.7)
    for y in (246, 520):
        canvas.fill(box(0, y, 1600, y + 16), ink.SAND)
        canvas.shade(box(0, y, 1600, y + 16), ink.BRICK, "left", 0.9)
    for row in range(3):
        for column in range(6):
            _window(canvas, 60 + column * 258, 40 + row * 274 - 40, row * 6 + column)
    canvas.line([(1230, 830), (1330, 300)], ink.INK, 9)
    canvas.line([(1300, 838), (1392, 306)], ink.INK, 9)
    for step in range(14):
        part = step / 14
        canvas.line([(1236 + 96 * part, 798 - 490 * part), (1304 + 86 * part, 804 - 490 * part)], ink.INK, 6)
    elements.walker(canvas, 1320, 560, 1.7, ink.TEAL, ink.WINE, lean=-8)
    ground = ridge([(-20, 806), (400, 796), (900, 812), (1620, 800)], 1010)
    canvas.fill(ground, ink.SNOW)
    canvas.shade(ground, ink.SLATE, "bottom", 1.0, 0.9)
    for x in range(20, 1600, 70):
        shard = [(x + x * 7 % 30, 836 + x % 50), (x + 18, 826 + x % 44), (x + 24 + x % 13, 844 + x % 52)]
        canvas.fill(shard, ink.ICE if x % 140 else ink.TEAL)
    _wood(canvas)
    _carried(canvas)
    elements.snow(canvas, 90)


def _window(canvas: Canvas, left: float, top: float, number: int) -> None:
    right, base = left + 160, top + 196
    canvas.fill(box(left - 14, top - 12, right + 14, base + 14), ink.SAND)
    canvas.shade(box(left - 14, top - 12, right + 14, base + 14), ink.ROSE, "right", 0.8)
    pane = box(left, top, right, base)
    if number in (0, 2, 5, 7, 9, 14, 16):
        canvas.fill(pane, ink.FLAME)
        canvas.shade(pane, ink.WINE, "right", 0.8, 0.9)
        for y in (top + 65, top + 130):
            canvas.line([(left, y), (right, y)], ink.WINE, 4)
        for x, y in ((left + 12, top + 14), (right - 12, top + 14), (left + 12, base - 14), (right - 12, base - 14)):
            canvas.fill(oval(x, y, 4), ink.INK)
        return
    lit = number in (1, 6, 8, 13, 15)
    canvas.fill(pane, ink.AMBER if lit else ink.DUSK)
    canvas.shade(pane, ink.PAPER if lit else ink.ROSE, "bottom", 0.9, 0.8)
    if not lit:
        canvas.wash([(left + 20, base), (left + 110, top), (left + 146, top), (left + 56, base)], ink.SNOW, 0.35)
    if number in (6, 15):
        canvas.fill(oval(left + 108, base - 86, 24, 28), ink.WINE)
        canvas.fill(smooth([(left + 66, base), (left + 76, base - 50), (left + 108, base - 64), (left + 142, base - 50),
                            (left + 152, base)]), ink.WINE)  # fmt: skip
    canvas.line([(left + 80, top), (left + 80, base)], ink.PAPER, 6)
    canvas.line([(left, top + 60), (right, top + 60)], ink.PAPER, 6)


def _wood(canvas: Canvas) -> None:
    for row, count in enumerate((5, 4, 3)):
        for index in range(count):
            x, y = 96 + row * 34 + index * 68, 878 - row * 58
            canvas.fill(oval(x, y, 34), ink.WINE)
            canvas.fill(oval(x, y, 27), ink.SAND)
            for ring in (9, 18):
                canvas.line(oval(x, y, ring), ink.FLAME, 3)
    canvas.fill(smooth([(140, 726), (180, 706), (232, 700), (290, 708), (330, 728), (232, 738)]), ink.SNOW)


def _carried(canvas: Canvas) -> None:
    canvas.wash([(520, 946), (1080, 946), (1160, 976), (470, 976)], ink.DUSK, 0.5)
    elements.walker(canvas, 560, 950, 3.1, ink.AMBER, ink.PINE)
    elements.walker(canvas, 1060, 950, 3.1, ink.TEAL, ink.PLUM, lean=4)
    sheet: Shape = [(606, 636), (1016, 636), (1016, 890), (606, 890)]
    canvas.fill(sheet, ink.DUSK)
    canvas.shade(sheet, ink.ROSE, "bottom", 1.1, 0.9)
    canvas.shade(box(606, 780, 1016, 890), ink.AMBER, "bottom", 0.9)
    canvas.fill(oval(880, 846, 44, 44, 180, 360), ink.PAPER)
    for x, high in ((640, 60), (672, 84), (960, 74)):
        elements.poplar(canvas, x, 890, high, ink.PLUM)
    canvas.fill(ridge([(606, 868), (740, 856), (900, 872), (1016, 862)], 890), ink.PLUM)
    for left in (650, 780):
        canvas.wash([(left, 890), (left + 120, 636), (left + 164, 636), (left + 44, 890)], ink.SNOW, 0.28)
    canvas.line([*sheet, sheet[0]], ink.SNOW, 7)
    for x, y in ((606, 850), (1016, 850)):
        canvas.fill(oval(x, y, 15, 20), ink.WINE)
