"""The four who write: busts with few features, one big shape behind each."""

from __future__ import annotations

import math

from demo.drawing import elements
from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import Shape, box, mirror, move, oval, rounded, smooth, stroke

_HEAD: Shape = [(0, -168), (76, -152), (118, -92), (124, -10), (112, 66), (76, 130), (30, 162), (0, 167)]


def backdrop(canvas: Canvas, ground: str, grain: str, disc: str, rim: str) -> None:
    canvas.fill(canvas.all, ground)
    canvas.shade(canvas.all, grain, "bottom", 0.9, 0.9)
    canvas.fill(oval(400, 380, 310), disc)
    canvas.shade(oval(400, 380, 310), rim, "bottom", 0.9, 0.9)


def shoulders(canvas: Canvas, cloth: str, shadow: str, slope: float = 0) -> None:
    left = [(400, 556), (310, 590), (196, 630 + slope), (128, 700 + slope), (100, 812)]
    shape = smooth(left, closed=False) + smooth(mirror(left, 400)[::-1], closed=False)
    canvas.fill(shape, cloth)
    canvas.shade(shape, shadow, "right", 0.95, 0.75)


def head(canvas: Canvas, x: float, y: float, skin: str, shadow: str, size: float = 1.0) -> None:
    """Neck, ears and face, the light coming from the left."""
    canvas.fill([(x - 52, y + 90), (x + 52, y + 90), (x + 62, y + 250), (x - 62, y + 250)], skin)
    canvas.shade([(x - 52, y + 90), (x + 52, y + 90), (x + 62, y + 250), (x - 62, y + 250)], shadow, "top", 1.2, 1.1)
    for side in (-1, 1):
        canvas.fill(oval(x + side * 122 * size, y + 4, 22, 36), skin)
    face = smooth(move(_HEAD[:-1] + mirror(_HEAD[1:], 0)[::-1], x, y, size))
    canvas.fill(face, skin)
    canvas.shade(face, shadow, "right", 1.05, 0.5)
    canvas.shade(oval(x + 122 * size, y + 4, 22, 36), shadow, "right", 1.0)


def features(canvas: Canvas, x: float, y: float, brow: str, mouth: str, smile: float, eyes: str = ink.INK) -> None:
    for side in (-1, 1):
        canvas.fill(oval(x + side * 50, y - 8, 9.5, 11.5), eyes)
        canvas.fill(oval(x + side * 50 + 3, y - 12, 3), ink.PAPER)
        arc = [(x + side * 22, y - 42), (x + side * 52, y - 54), (x + side * 84, y - 40)]
        canvas.fill(stroke(arc, [9, 13, 4]), brow)
        canvas.glow(x + side * 72, y + 50, 44, ink.BRICK, 0.45)
    canvas.line(
        smooth([(x + 4, y - 16), (x + 20, y + 38), (x + 16, y + 50), (x - 4, y + 52)], closed=False), ink.WINE, 5
    )
    lips = [(x - 38, y + 92), (x, y + 92 + smile), (x + 38, y + 90)]
    canvas.fill(stroke(lips, [4, 11, 4]), mouth)


def orlyk(canvas: Canvas) -> None:
    """A grey bob, round glasses, an amber shawl."""
    backdrop(canvas, ink.PINE, ink.INK, ink.TEAL, ink.PINE)
    for x, height in ((118, 330), (180, 270), (654, 300), (706, 360)):
        elements.poplar(canvas, x, 790, height * 1.3, ink.INK, ink.PINE)
    back = [(400, 166), (286, 190), (232, 300), (228, 440), (250, 530), (330, 540), (470, 540), (552, 528), (574, 440),
            (568, 300), (514, 190)]  # fmt: skip
    canvas.fill(smooth(back), ink.SLATE)
    shoulders(canvas, ink.WINE, ink.INK)
    head(canvas, 400, 370, ink.SAND, ink.ROSE)
    canvas.fill(rounded(322, 560, 478, 632, 26), ink.WINE)
    canvas.shade(rounded(322, 560, 478, 632, 26), ink.INK, "right", 0.9, 0.8)
    features(canvas, 400, 376, ink.SLATE, ink.BRICK, 12)
    fringe = [(262, 428), (250, 320), (280, 222), (352, 178), (440, 176), (520, 222), (550, 320), (540, 430), (518, 340),
              (486, 284), (430, 262), (352, 296), (300, 320), (284, 372)]  # fmt: skip
    canvas.fill(smooth(fringe), ink.MIST)
    canvas.shade(smooth(fringe), ink.SLATE, "right", 1.0, 0.7)
    for x in (350, 450):
        canvas.line(oval(x, 370, 43, 41), ink.INK, 6)
    canvas.line([(393, 364), (400, 360), (407, 364)], ink.INK, 6)
    for side in (-1, 1):
        canvas.line([(400 + side * 93, 362), (400 + side * 128, 356)], ink.INK, 6)
    shawl = [(96, 812), (120, 700), (210, 624), (312, 596), (400, 690), (488, 596), (590, 624), (680, 700), (704, 812)]
    wrap = smooth(shawl[:4], closed=False) + [(400, 716)] + smooth(shawl[5:], closed=False)
    canvas.fill(wrap, ink.AMBER)
    canvas.shade(wrap, ink.FLAME, "right", 0.9, 0.6)
    canvas.fill([(300, 600), (320, 592), (404, 716), (380, 812), (330, 812)], ink.SAND)
    canvas.fill(oval(400, 718, 19), ink.BRICK)
    canvas.fill(oval(400, 718, 8), ink.SAND)


def vodianyk(canvas: Canvas) -> None:
    """A knitted cap, a beard, a reflective jacket; chimneys far behind."""
    backdrop(canvas, ink.FLAME, ink.BRICK, ink.SAND, ink.AMBER)
    for x, top in ((150, 330), (226, 270)):
        canvas.fill([(x - 18, top), (x + 18, top), (x + 26, 800), (x - 26, 800)], ink.BRICK)
        for band in (14, 84):
            canvas.fill(box(x - 20, top + band, x + 20, top + band + 30), ink.PAPER)
    elements.smoke(canvas, [(226, 262), (250, 200), (190, 130), (120, 90)], [16, 44, 56, 4], ink.PAPER, ink.SAND)
    shoulders(canvas, ink.NIGHT, ink.INK)
    head(canvas, 400, 376, ink.SAND, ink.FLAME)
    collar = [(276, 640), (300, 556), (400, 624), (500, 556), (524, 640), (400, 730)]
    canvas.fill(collar, ink.DUSK)
    canvas.shade(collar, ink.INK, "right", 1.0, 0.8)
    beard = [(272, 360), (292, 420), (330, 432), (366, 422), (400, 430), (434, 422), (470, 432), (508, 420), (528, 360),
             (532, 450), (500, 540), (440, 586), (400, 594), (360, 586), (300, 540), (268, 450)]  # fmt: skip
    canvas.fill(smooth(beard), ink.PLUM)
    canvas.shade(smooth(beard), ink.INK, "right", 0.9, 0.7)
    features(canvas, 400, 376, ink.PLUM, ink.ROSE, 10)
    canvas.fill(stroke([(346, 448), (400, 438), (454, 448)], [6, 22, 6]), ink.PLUM)
    cap = [(266, 270), (264, 210), (304, 142), (400, 112), (496, 142), (536, 210), (534, 270)]
    canvas.fill(smooth(cap), ink.TEAL)
    canvas.shade(smooth(cap), ink.PINE, "right", 1.0, 0.8)
    brim = rounded(254, 234, 546, 300, 30)
    canvas.fill(brim, ink.PINE)
    for x in range(276, 540, 24):
        canvas.line([(x, 240), (x, 294)], ink.TEAL, 5)
    canvas.shade(brim, ink.INK, "right", 0.7, 0.6)
    for side in (-1, 1):
        canvas.fill(
            [(400 + side * 166, 616), (400 + side * 208, 632), (400 + side * 176, 812), (400 + side * 130, 812)],
            ink.AMBER,
        )
        canvas.fill(
            [(400 + side * 180, 621), (400 + side * 194, 627), (400 + side * 160, 812), (400 + side * 146, 812)],
            ink.PAPER,
        )
    canvas.line([(400, 726), (400, 812)], ink.INK, 5)


def merezhko(canvas: Canvas) -> None:
    """A cloud of red curls, long earrings, a mossy jumper."""
    backdrop(canvas, ink.PLUM, ink.INK, ink.ROSE, ink.BRICK)
    for x, y, size in (
        (84, 120, 5),
        (150, 60, 3),
        (690, 90, 5),
        (744, 210, 3),
        (60, 330, 3),
        (720, 380, 4),
        (640, 44, 3),
    ):
        canvas.fill(oval(x, y, size), ink.PAPER)
    curls: list[tuple[float, float, float]] = []
    for ring, count, far in ((0, 26, 172), (1, 22, 128), (2, 14, 80)):
        for index in range(count):
            turn = math.radians(135 + 270 * index / (count - 1))
            reach = far + canvas.random.uniform(-12, 12)
            curls.append((400 + reach * math.cos(turn) * 1.08, 350 + reach * math.sin(turn), 54 - ring * 4))
    for across, down, radius in curls:
        canvas.fill(oval(across, down, radius), ink.WINE)
    for across, down, radius in curls:
        canvas.shade(oval(across, down, radius * 0.86), ink.BRICK, "left", 1.1, 0.9)
    shoulders(canvas, ink.MOSS, ink.PINE)
    head(canvas, 400, 382, ink.SAND, ink.ROSE, 0.97)
    features(canvas, 400, 384, ink.WINE, ink.BRICK, 20)
    neck = rounded(318, 556, 482, 650, 30)
    canvas.fill(neck, ink.MOSS)
    canvas.shade(neck, ink.PINE, "right", 1.0, 0.8)
    for x in range(338, 480, 22):
        canvas.line([(x, 566), (x, 640)], ink.PINE, 3)
    for x, y, radius in ((276, 326, 40), (530, 318, 38), (296, 258, 46), (508, 254, 44), (356, 216, 48), (452, 214, 50),
                         (404, 246, 40), (330, 272, 30), (476, 272, 30)):  # fmt: skip
        canvas.fill(oval(x, y, radius), ink.WINE)
        canvas.shade(oval(x, y, radius * 0.88), ink.BRICK, "left", 1.15, 0.95)
    for side in (-1, 1):
        x = 400 + side * 130
        canvas.line([(x, 412), (x, 436)], ink.AMBER, 4)
        canvas.fill([(x, 436), (x + 17, 470), (x, 504), (x - 17, 470)], ink.AMBER)
        canvas.fill(oval(x, 470, 6), ink.BRICK)
    for x, y in ((352, 424), (340, 434), (364, 436), (450, 424), (462, 436), (438, 436)):
        canvas.fill(oval(x, y, 2.6), ink.BRICK)


def tarakly(canvas: Canvas) -> None:
    """Long dark hair over one shoulder, a teal jacket; the sea she writes of behind her."""
    backdrop(canvas, ink.DUSK, ink.NIGHT, ink.AMBER, ink.FLAME)
    for row, y in enumerate(range(560, 800, 34)):
        wave = [(-40 + step * 44 + row % 2 * 22, y + (10 if step % 2 else -10)) for step in range(22)]
        canvas.line(smooth(wave, closed=False), ink.SLATE if row % 2 else ink.TEAL, 8)
    hair = [(400, 158), (280, 186), (236, 300), (232, 450), (214, 580), (230, 720), (330, 740), (380, 640), (480, 640),
            (552, 640), (574, 440), (562, 290), (514, 186)]  # fmt: skip
    canvas.fill(smooth(hair), ink.INK)
    shoulders(canvas, ink.TEAL, ink.PINE)
    head(canvas, 400, 374, ink.ROSE, ink.BRICK, 0.96)
    blouse = [(334, 590), (400, 620), (466, 590), (500, 812), (300, 812)]
    canvas.fill(blouse, ink.PAPER)
    canvas.shade(blouse, ink.MIST, "right", 0.9, 0.8)
    canvas.fill([(345, 600), (455, 600), (400, 706)], ink.ROSE)
    canvas.shade(box(340, 600, 460, 640), ink.BRICK, "top", 0.12, 1.0)
    for side in (-1, 1):
        lapel = [(400 + side * 66, 580), (400 + side * 138, 612), (400 + side * 118, 700), (400 + side * 30, 812),
                 (400 + side * 8, 812)]  # fmt: skip
        canvas.fill(lapel, ink.PINE)
    features(canvas, 400, 378, ink.INK, ink.WINE, 15)
    front = [(266, 420), (252, 320), (276, 220), (340, 172), (440, 168), (520, 216), (550, 320), (540, 430), (522, 330),
             (470, 262), (392, 232), (330, 290), (290, 350)]  # fmt: skip
    canvas.fill(smooth(front), ink.INK)
    canvas.shade(smooth(front), ink.SLATE, "left", 0.8, 0.7)
    for strand in ([(262, 350), (244, 460), (252, 580), (306, 700)], [(536, 400), (554, 480), (546, 590), (500, 690)]):
        lock = stroke(strand, [4, 40, 46, 3])
        canvas.fill(lock, ink.INK)
        canvas.shade(lock, ink.SLATE, "left", 0.8, 0.6)
    for x in (298, 514):
        canvas.line(oval(x, 438, 17), ink.PAPER, 5)
