"""Grain: a gradient becomes dots of one ink, as in a risograph print."""

from __future__ import annotations

import random
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter, ImageOps

TILE = 1024
SEED = 1931


@lru_cache(maxsize=1)
def noise() -> Image.Image:
    """A tile of soft noise, spread so evenly that a grey of n % darkens n % of the dots."""
    raw = Image.frombytes("L", (TILE, TILE), random.Random(SEED).randbytes(TILE * TILE))
    return ImageOps.equalize(raw.filter(ImageFilter.GaussianBlur(0.9)))


@lru_cache(maxsize=2)
def field(width: int, height: int) -> Image.Image:
    """The noise, tiled; every second tile is turned, so that no pattern is seen."""
    sheet = Image.new("L", (width, height))
    for column, left in enumerate(range(0, width, TILE)):
        for row, top in enumerate(range(0, height, TILE)):
            tile = noise()
            sheet.paste(ImageOps.mirror(tile) if (column + row) % 2 else tile, (left, top))
    return sheet


_HARD = [0] + [255] * 255


def dots(light: Image.Image, ground: Image.Image) -> Image.Image:
    """How much ink each place takes: mostly dots, where the light beats the noise, over a thin even wash.

    Dots alone look like sand at large sizes; the wash holds them together.
    """
    return Image.blend(light, ImageChops.subtract(light, ground).point(_HARD), 0.55)


def ramp(size: tuple[int, int], side: str, strength: float, reach: float) -> Image.Image:
    """A grey that is strongest at one side and gone after ``reach`` of the way to the other."""
    fall = [max(0, round(255 * strength * (1 - step / 255 / reach))) for step in range(256)]
    strip = Image.frombytes("L", (1, 256), bytes(min(255, value) for value in fall))
    turned = {"top": 0, "left": 90, "bottom": 180, "right": 270}[side]
    return strip.rotate(turned, expand=True).resize(size, Image.Resampling.BILINEAR)


@lru_cache(maxsize=1)
def halo() -> Image.Image:
    """A round light: white in the middle, falling fast at first, black from the rim outwards."""
    rim = 255 * 0.5**0.5  # Pillow's own gradient reaches its full value only in the corners
    return Image.radial_gradient("L").point([round(255 * max(0.0, 1 - value / rim) ** 1.6) for value in range(256)])
