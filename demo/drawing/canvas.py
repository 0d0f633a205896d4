"""The sheet: shapes are drawn at twice the size and the finished sheet is halved, so edges come out clean."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw

from demo.drawing import grain
from demo.drawing.shapes import Point, Shape, box

SCALE = 2


class Canvas:
    """One picture being drawn. All measures are those of the finished picture."""

    def __init__(self, width: int, height: int, ground: str, seed: int) -> None:
        self.width = width
        self.height = height
        self.random = random.Random(seed)
        self._sheet = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._pen = ImageDraw.Draw(self._sheet)

    @property
    def all(self) -> Shape:
        """The whole sheet as a shape."""
        return box(0, 0, self.width, self.height)

    def fill(self, shape: Sequence[Point], colour: str) -> None:
        """Flat ink."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in shape], fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line of even width with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._pen.line(scaled, fill=colour, width=max(1, round(width * SCALE)), joint="curve")

    def wash(self, shape: Sequence[Point], colour: str, opacity: float) -> None:
        """Thinned ink: what lies below shines through."""
        area, mask = self._mask(shape)
        if area:
            self._sheet.paste(colour, area, mask.point([round(value * opacity) for value in range(256)]))

    def shade(
        self, shape: Sequence[Point], colour: str, side: str = "bottom", strength: float = 0.9, reach: float = 1.0
    ) -> None:
        """Grain inside a shape, thickest at one side."""
        area, mask = self._mask(shape)
        if area:
            size = (area[2] - area[0], area[3] - area[1])
            self._stipple(area, mask, grain.ramp(size, side, strength, reach), colour)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.9, flat: float = 1.0) -> None:
        """A round light in grain; ``flat`` below one presses it into an ellipse."""
        area = self._inside(x - radius, y - radius * flat, x + radius, y + radius * flat)
        if not area:
            return
        whole = (round(radius * 2 * SCALE), round(radius * 2 * flat * SCALE))
        left, top = round((x - radius) * SCALE), round((y - radius * flat) * SCALE)
        light = grain.halo().resize(whole, Image.Resampling.BILINEAR)
        light = light.crop((area[0] - left, area[1] - top, area[2] - left, area[3] - top))
        light = light.point([min(255, round(value * strength)) for value in range(256)])
        self._stipple(area, None, light, colour)

    def finished(self) -> Image.Image:
        """The picture at its size, with the tooth of the paper."""
        picture = self._sheet.reduce(SCALE)
        tooth = grain.field(*self._sheet.size).crop((0, 0, *picture.size))
        lights = tooth.point([232 + value * 23 // 255 for value in range(256)])
        return ImageChops.multiply(picture, Image.merge("RGB", (lights, lights, lights)))

    def _inside(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int] | None:
        area = (
            max(0, int(left * SCALE)),
            max(0, int(top * SCALE)),
            min(self._sheet.width, int(right * SCALE) + 1),
            min(self._sheet.height, int(bottom * SCALE) + 1),
        )
        return area if area[0] < area[2] and area[1] < area[3] else None

    def _mask(self, shape: Sequence[Point]) -> tuple[tuple[int, int, int, int] | None, Image.Image]:
        across, down = [x for x, _ in shape], [y for _, y in shape]
        area = self._inside(min(across), min(down), max(across), max(down))
        if not area:
            return None, Image.new("L", (1, 1))
        mask = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        outline = [(x * SCALE - area[0], y * SCALE - area[1]) for x, y in shape]
        ImageDraw.Draw(mask).polygon(outline, fill=255)
        return area, mask

    def _stipple(
        self, area: tuple[int, int, int, int], mask: Image.Image | None, light: Image.Image, colour: str
    ) -> None:
        marks = grain.dots(light, grain.field(*self._sheet.size).crop(area))
        if mask is not None:
            marks = ImageChops.darker(marks, mask)
        self._sheet.paste(ImageColor.getrgb(colour), area, marks)
