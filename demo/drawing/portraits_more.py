"""The four who joined the paper later: the auditor, the beekeeper, the captain, the school nurse."""

from __future__ import annotations

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.portraits import backdrop, features, head, shoulders
from demo.drawing.shapes import Shape, box, move, oval, rounded, smooth, stroke


def kesar(canvas: Canvas) -> None:
    """A bald head, a grey moustache, a bow tie; an abacus stands behind him like a shop window."""
    backdrop(canvas, ink.WINE, ink.PLUM, ink.ROSE, ink.FLAME)
    _abacus(canvas)
    shoulders(canvas, ink.PAPER, ink.MIST)
    head(canvas, 400, 372, ink.SAND, ink.ROSE, 1.02)
    for side in (-1, 1):
        hair = [(400 + side * 118, 300), (400 + side * 142, 330), (400 + side * 146, 390), (400 + side * 126, 424),
                (400 + side * 118, 376)]  # fmt: skip
        canvas.fill(smooth(hair), ink.SLATE)
    canvas.glow(356, 246, 70, ink.PAPER, 0.9)
    features(canvas, 400, 380, ink.SLATE, ink.BRICK, 10)
    for x in (350, 450):
        canvas.line(rounded(x - 42, 346, x + 42, 404, 22), ink.AMBER, 6)
    canvas.line([(392, 366), (400, 360), (408, 366)], ink.AMBER, 6)
    for side in (-1, 1):
        canvas.line([(400 + side * 92, 364), (400 + side * 126, 354)], ink.AMBER, 6)
        whisker = [(400, 444), (400 + side * 46, 446), (400 + side * 84, 466), (400 + side * 108, 440)]
        canvas.fill(stroke(whisker, [20, 34, 24, 3]), ink.MIST)
        canvas.shade(stroke(whisker, [20, 34, 24, 3]), ink.SLATE, "bottom", 1.0, 0.9)
    for side in (-1, 1):
        wing = [(400 + side * 4, 548), (400 + side * 62, 588), (400 + side * 30, 642), (400 + side * 2, 606)]
        canvas.fill(wing, ink.SNOW)
    waistcoat: Shape = [(306, 604), (400, 760), (494, 604), (590, 634), (600, 812), (200, 812), (210, 634)]
    canvas.fill(waistcoat, ink.TEAL)
    canvas.shade(waistcoat, ink.PINE, "right", 1.0, 0.8)
    for x in range(216, 600, 26):
        top = 606 if not 306 <= x <= 494 else 604 + (94 - abs(x - 400)) * 1.66
        canvas.line([(x, top + 26), (x, 812)], ink.PINE, 2)
    canvas.line([(306, 604), (400, 760), (494, 604)], ink.INK, 5)
    canvas.fill(oval(400, 788, 9), ink.AMBER)
    for side in (-1, 1):
        bow = [(400, 612), (400 + side * 40, 580), (400 + side * 74, 578), (400 + side * 76, 644),
               (400 + side * 42, 644)]  # fmt: skip
        canvas.fill(smooth(bow, steps=5), ink.BRICK)
        for dot_x, dot_y in ((34, 606), (56, 596), (58, 626), (38, 628)):
            canvas.fill(oval(400 + side * dot_x, dot_y, 4.5), ink.SAND)
        garter = [(400 + side * 246, 700), (400 + side * 300, 720)]
        canvas.line(garter, ink.BRICK, 16)
    canvas.shade(box(400, 576, 480, 648), ink.WINE, "right", 0.7, 0.9)
    canvas.fill(rounded(380, 588, 420, 636, 14), ink.WINE)


def _abacus(canvas: Canvas) -> None:
    colours = (ink.AMBER, ink.TEAL, ink.PAPER)
    for row, y in enumerate(range(96, 800, 88)):
        canvas.line([(0, y), (800, y)], ink.PLUM, 4)
        for side, start, count in ((1, 22, 3 + row * 2 % 3), (-1, 778, 2 + (row * 3 + 1) % 4)):
            for index in range(count):
                bead = oval(start + side * index * 34, y, 15, 30)
                canvas.fill(bead, colours[(row + count) % 3])
                canvas.shade(bead, ink.WINE, "right", 1.0, 0.9)
    canvas.fill(oval(400, 380, 310), ink.ROSE)
    canvas.shade(oval(400, 380, 310), ink.FLAME, "bottom", 0.9, 0.9)


def sylenko(canvas: Canvas) -> None:
    """A straw hat with its veil thrown back, a fair plait, bees."""
    backdrop(canvas, ink.MOSS, ink.PINE, ink.SAND, ink.AMBER)
    _comb(canvas)
    veil = [(182, 262), (196, 420), (178, 560), (240, 640), (400, 660), (560, 640), (622, 560), (604, 420), (618, 262)]
    canvas.wash(smooth(veil), ink.PINE, 0.42)
    canvas.fill(smooth([(280, 260), (262, 400), (272, 520), (330, 560), (470, 560), (528, 520), (538, 400),
                        (520, 260)]), ink.FLAME)  # fmt: skip
    shoulders(canvas, ink.PAPER, ink.MIST)
    head(canvas, 400, 384, ink.SAND, ink.ROSE, 0.97)
    features(canvas, 400, 388, ink.FLAME, ink.BRICK, 16)
    for x, y in ((350, 426), (338, 436), (362, 438), (452, 426), (464, 436), (440, 438)):
        canvas.fill(oval(x, y, 2.6), ink.BRICK)
    for side in (-1, 1):
        part = [(400 - side * 10, 262), (400 + side * 70, 282), (400 + side * 112, 350), (400 + side * 122, 424),
                (400 + side * 140, 360), (400 + side * 124, 262)]  # fmt: skip
        canvas.fill(smooth(part), ink.AMBER)
        canvas.shade(smooth(part), ink.FLAME, "right", 0.8, 0.9)
    collar = rounded(322, 568, 478, 640, 26)
    canvas.fill(collar, ink.SNOW)
    canvas.shade(collar, ink.MIST, "right", 1.0, 0.8)
    canvas.line([(400, 640), (400, 812)], ink.SLATE, 5)
    canvas.fill(rounded(393, 652, 407, 690, 5), ink.AMBER)
    pocket = rounded(480, 706, 584, 812, 8)
    canvas.line(pocket, ink.MIST, 4)
    canvas.fill(rounded(506, 664, 522, 730, 4), ink.BRICK)
    canvas.fill(rounded(536, 676, 550, 730, 4), ink.TEAL)
    _plait(canvas)
    brim = smooth([(132, 278), (220, 232), (400, 214), (580, 232), (668, 278), (580, 300), (400, 288), (220, 300)])
    crown = smooth([(258, 252), (270, 150), (330, 104), (400, 96), (470, 104), (530, 150), (542, 252), (400, 268)])
    canvas.fill(crown, ink.SAND)
    canvas.shade(crown, ink.FLAME, "right", 0.95, 0.8)
    canvas.fill(brim, ink.SAND)
    canvas.shade(brim, ink.FLAME, "bottom", 0.9, 0.8)
    for y, half in ((140, 92), (168, 116), (264, 210)):
        canvas.line(smooth([(400 - half, y + 10), (400, y), (400 + half, y + 10)], closed=False), ink.FLAME, 3)
    band = [(262, 204), (400, 190), (538, 204), (543, 246), (400, 230), (257, 246)]
    canvas.fill(smooth(band[:3], closed=False) + smooth(band[3:], closed=False), ink.PINE)
    for x, y, size in ((120, 170, 1.1), (688, 330, 1.3), (92, 430, 1.0), (660, 120, 0.9)):
        _bee(canvas, x, y, size)


def _comb(canvas: Canvas) -> None:
    for column in range(-1, 10):
        for row in range(-1, 11):
            x, y = column * 90, 40 + row * 78 + column % 2 * 39
            if (x - 400) ** 2 + (y - 380) ** 2 < 340**2:
                continue
            ring = [(-1.0, 0.0), (-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0)]
            cell = move(ring, x, y, 46)
            if (column * 7 + row * 5) % 6 == 0:
                canvas.fill(cell, ink.AMBER)
                canvas.shade(cell, ink.FLAME, "bottom", 0.9)
            canvas.line(cell, ink.PINE, 5)


def _plait(canvas: Canvas) -> None:
    for index in range(8):
        x, y = 280 + index * 3 - index * index * 0.9, 470 + index * 38
        for side in (-1, 1):
            knot = smooth([(x + side * 3, y + 30), (x + side * 36, y + 8), (x + side * 34, y - 18), (x, y - 10)])
            canvas.fill(knot, ink.AMBER)
            canvas.shade(knot, ink.FLAME, "bottom" if side > 0 else "right", 1.0, 0.9)
    canvas.fill(oval(262, 770, 20, 12), ink.BRICK)


def _bee(canvas: Canvas, x: float, y: float, size: float) -> None:
    for turn in (-1, 1):
        canvas.fill(oval(x + turn * 9 * size, y - 20 * size, 11 * size, 17 * size), ink.SNOW)
    body = oval(x, y, 27 * size, 17 * size)
    canvas.fill(body, ink.AMBER)
    for across in (-9, 4, 16):
        high = 15 - abs(across) * 0.35
        canvas.fill(
            rounded(x + (across - 3) * size, y - high * size, x + (across + 3) * size, y + high * size, 3), ink.INK
        )
    canvas.fill(oval(x - 25 * size, y, 9 * size), ink.INK)


def hrebin(canvas: Canvas) -> None:
    """A captain's cap, a white beard, a striped jersey; a low sun and a barge."""
    backdrop(canvas, ink.TEAL, ink.PINE, ink.FLAME, ink.BRICK)
    canvas.fill(box(0, 560, 800, 800), ink.PINE)
    canvas.shade(box(0, 560, 800, 800), ink.INK, "bottom", 1.0)
    elements.glints(canvas, 400, 574, 800, 600, ink.FLAME, 26)
    for side in (0, 1):
        left = 20 + side * 560
        canvas.fill([(left, 528), (left + 210, 528), (left + 190, 566), (left + 24, 566)], ink.INK)
    canvas.fill(box(46, 478, 112, 530), ink.PAPER)
    canvas.fill(box(38, 468, 120, 482), ink.BRICK)
    elements.windows(canvas, (48, 484, 110, 524), 3, 1, ink.INK, [1])
    canvas.fill(smooth([(600, 530), (650, 506), (704, 500), (760, 530)], closed=False), ink.AMBER)
    shoulders(canvas, ink.NIGHT, ink.INK)
    head(canvas, 400, 384, ink.ROSE, ink.BRICK)
    jersey = [(318, 596), (400, 570), (482, 596), (510, 812), (290, 812)]
    canvas.fill(jersey, ink.SNOW)
    for y in range(640, 812, 44):
        canvas.fill(box(290, y, 510, y + 20), ink.DUSK)
    canvas.shade(jersey, ink.SLATE, "right", 0.9, 0.8)
    for side in (-1, 1):
        lapel = [(400 + side * 74, 574), (400 + side * 146, 610), (400 + side * 176, 690), (400 + side * 100, 716),
                 (400 + side * 84, 812), (400 + side * 128, 812)]  # fmt: skip
        canvas.fill(lapel[:4] + [(400 + side * 70, 812), (400 + side * 116, 812)], ink.DUSK)
        canvas.fill(oval(400 + side * 150, 740, 14), ink.AMBER)
        canvas.fill(oval(400 + side * 150, 740, 6), ink.FLAME)
    beard = [(270, 366), (284, 430), (330, 452), (372, 446), (400, 454), (428, 446), (470, 452), (516, 430), (530, 366),
             (544, 460), (520, 570), (460, 650), (400, 676), (340, 650), (280, 570), (256, 460)]  # fmt: skip
    canvas.fill(smooth(beard), ink.SNOW)
    canvas.shade(smooth(beard), ink.SLATE, "right", 1.0, 0.75)
    for strand in ([(330, 500), (336, 570), (370, 630)], [(400, 520), (404, 590), (400, 646)],
                   [(472, 500), (466, 570), (432, 630)]):  # fmt: skip
        canvas.line(smooth(strand, closed=False), ink.MIST, 4)
    features(canvas, 400, 384, ink.SNOW, ink.WINE, 8)
    for side in (-1, 1):
        canvas.fill(stroke([(400, 456), (400 + side * 44, 454), (400 + side * 84, 486)], [18, 34, 3]), ink.PAPER)
        canvas.line([(400 + side * 92, 366), (400 + side * 112, 358)], ink.BRICK, 3)
        canvas.line([(400 + side * 92, 378), (400 + side * 114, 380)], ink.BRICK, 3)
    top = smooth([(258, 246), (206, 190), (246, 138), (400, 106), (554, 138), (594, 190), (542, 246), (400, 262)])
    canvas.fill(top, ink.PAPER)
    canvas.shade(top, ink.MIST, "right", 1.0, 0.8)
    band = smooth([(262, 224), (400, 240), (538, 224)], closed=False) + [(538, 286), (400, 300), (262, 286)]
    canvas.fill(band, ink.NIGHT)
    visor = smooth([(268, 288), (400, 284), (532, 288), (516, 324), (400, 338), (284, 324)])
    canvas.fill(visor, ink.INK)
    canvas.shade(visor, ink.SLATE, "top", 0.9, 0.6)
    canvas.line(smooth([(266, 280), (400, 294), (534, 280)], closed=False), ink.AMBER, 7)
    canvas.line(oval(400, 222, 13), ink.AMBER, 5)
    canvas.line([(400, 214), (400, 268)], ink.AMBER, 7)
    canvas.line(oval(400, 240, 27, 26, 20, 160)[:-1], ink.AMBER, 6)


def kvitna(canvas: Canvas) -> None:
    """A dark bun held by a pencil, a high white collar, a wine-red cardigan; sprigs of lime."""
    backdrop(canvas, ink.MIST, ink.SLATE, ink.PAPER, ink.ROSE)
    for x, y, lean in ((96, 700, -10), (706, 700, 10), (188, 760, 8), (620, 770, -6)):
        _sprig(canvas, x, y, lean)
    bun = oval(400, 136, 78, 70)
    canvas.fill(bun, ink.PLUM)
    canvas.shade(bun, ink.INK, "right", 1.0, 0.8)
    canvas.line([(306, 178), (492, 88)], ink.AMBER, 13)
    canvas.fill([(306, 172), (312, 185), (286, 188)], ink.SAND)
    canvas.line([(476, 96), (494, 87)], ink.BRICK, 13)
    canvas.line(smooth([(352, 150), (392, 116), (446, 128)], closed=False), ink.WINE, 4)
    shoulders(canvas, ink.WINE, ink.INK)
    head(canvas, 400, 380, ink.SAND, ink.FLAME, 0.98)
    blouse = [(330, 588), (400, 640), (470, 588), (452, 812), (348, 812)]
    canvas.fill(blouse, ink.SNOW)
    canvas.shade(blouse, ink.MIST, "right", 0.9, 0.8)
    for side in (-1, 1):
        canvas.fill([(400 + side * 60, 556), (400 + side * 84, 600), (400 + side * 32, 676), (400, 622)], ink.PAPER)
        edge = [(400 + side * 86, 600), (400 + side * 54, 700), (400 + side * 46, 812)]
        canvas.line(smooth(edge, closed=False), ink.BRICK, 12)
    canvas.fill(oval(400, 634, 11), ink.TEAL)
    for y in (702, 758):
        canvas.fill(oval(400, y, 6), ink.MIST)
    features(canvas, 400, 384, ink.PLUM, ink.BRICK, 18)
    fringe = [(266, 404), (248, 310), (276, 212), (340, 168), (400, 160), (460, 168), (524, 212), (552, 310), (534, 404),
              (520, 330), (488, 282), (410, 246), (396, 246), (312, 282), (280, 330)]  # fmt: skip
    canvas.fill(smooth(fringe), ink.PLUM)
    canvas.shade(smooth(fringe), ink.INK, "right", 1.0, 0.8)
    for strand in ([(392, 172), (330, 200), (284, 280)], [(404, 172), (468, 200), (516, 280)]):
        canvas.line(smooth(strand, closed=False), ink.WINE, 4)
    for side in (-1, 1):
        canvas.fill(oval(400 + side * 124, 424, 9), ink.PAPER)
    for x, high, colour in ((520, 80, ink.TEAL), (544, 92, ink.AMBER)):
        canvas.fill(rounded(x - 7, 792 - high, x + 7, 800, 4), colour)
    canvas.line([(496, 752), (574, 752)], ink.BRICK, 8)
    canvas.fill(box(498, 756, 572, 812), ink.WINE)


def _sprig(canvas: Canvas, x: float, base: float, lean: float) -> None:
    tip = (x + lean * 6, base - 430)
    stem = [(x, base + 110), (x + lean, base - 120), tip]
    canvas.line(smooth(stem, closed=False), ink.PINE, 6)
    for index in range(6):
        part = index / 6
        foot = (x + lean * 6 * part * part, base - 20 - 400 * part)
        for side in (-1, 1):
            long = 92 - 54 * part
            leaf = [foot, (foot[0] + side * long * 0.5, foot[1] - 44), (foot[0] + side * long, foot[1] - 36)]
            blade = stroke(leaf, [3, 30 - 14 * part, 2])
            canvas.fill(blade, ink.PINE if side < 0 else ink.TEAL)
            canvas.shade(blade, ink.MOSS, "top", 0.9, 0.9)
    for across, down in ((-12, 6), (10, 0), (0, -18)):
        canvas.fill(oval(tip[0] + across, tip[1] + down, 9), ink.AMBER)
