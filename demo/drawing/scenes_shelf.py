"""A bookshop's shelves in the evening."""

from __future__ import annotations

from demo.drawing import palette as ink
from demo.drawing.canvas import Canvas
from demo.drawing.shapes import box, oval, rounded, smooth

SPINES = (ink.BRICK, ink.TEAL, ink.SAND, ink.WINE, ink.SLATE, ink.MOSS, ink.PAPER, ink.PLUM, ink.ROSE)


def third_shelf(canvas: Canvas) -> None:
    """Three shelves of books under a lamp; on the third one lies a cat."""
    canvas.fill(canvas.all, ink.NIGHT)
    canvas.glow(930, 150, 620, ink.AMBER, 0.75)
    for number, base in enumerate((140, 270, 400)):
        _books(canvas, base, (0, 610) if number == 2 else (0, 1200))
        board = box(0, base, 1200, base + 14)
        canvas.fill(board, ink.WINE)
        canvas.shade(board, ink.INK, "left", 0.9)
    _cat(canvas, 780, 400)
    _lamp(canvas, 1060, 400)
    canvas.shade(canvas.all, ink.INK, "left", 0.8, 0.6)


def _books(canvas: Canvas, base: float, span: tuple[float, float]) -> None:
    x, right = span
    while x < right - 44:
        wide, high = canvas.random.uniform(18, 42), canvas.random.uniform(74, 112)
        spine = box(x, base - high, x + wide, base)
        colour = canvas.random.choice(SPINES)
        canvas.fill(spine, colour)
        canvas.shade(spine, ink.INK, "left", 0.7)
        for line in (14, 20):
            canvas.fill(box(x + 5, base - high + line, x + wide - 5, base - high + line + 3), ink.AMBER)
        x += wide + 2


def _cat(canvas: Canvas, x: float, base: float) -> None:
    body = smooth([(x - 130, base), (x - 120, base - 52), (x - 20, base - 74), (x + 80, base - 50), (x + 96, base)])
    canvas.fill(body, ink.INK)
    canvas.shade(body, ink.FLAME, "right", 0.7, 0.5)
    canvas.fill(oval(x + 84, base - 50, 36, 32), ink.INK)
    for ear in (60, 92):
        canvas.fill([(x + ear, base - 70), (x + ear + 8, base - 102), (x + ear + 24, base - 70)], ink.INK)
    canvas.line(smooth([(x - 124, base - 14), (x - 176, base + 10), (x - 168, base + 46)], closed=False), ink.INK, 14)
    for eye in (76, 98):
        canvas.line([(x + eye - 7, base - 52), (x + eye, base - 47), (x + eye + 7, base - 52)], ink.AMBER, 3)


def _lamp(canvas: Canvas, x: float, base: float) -> None:
    canvas.fill(rounded(x - 34, base - 12, x + 34, base, 5), ink.TEAL)
    canvas.fill(box(x - 4, base - 74, x + 4, base - 10), ink.TEAL)
    shade = [(x - 30, base - 118), (x + 30, base - 118), (x + 62, base - 66), (x - 62, base - 66)]
    canvas.fill(shade, ink.AMBER)
    canvas.shade(shade, ink.FLAME, "bottom", 0.8)
