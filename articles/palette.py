"""Sixteen colours, one of which stands where a picture will be until it has come.

A page carries no inline style, so the colour is one of few and comes from ``static/css/tokens.css``.
"""

from __future__ import annotations

COLOURS: tuple[tuple[int, int, int], ...] = (
    (0x1B, 0x1D, 0x20), (0x44, 0x47, 0x4A), (0x7D, 0x7F, 0x80), (0xB9, 0xBA, 0xB8),  # greys
    (0xEC, 0xEA, 0xE6), (0x3A, 0x2F, 0x28), (0x6F, 0x5A, 0x48), (0xA9, 0x8D, 0x6F),  # paper, then earth
    (0xD8, 0xC4, 0xA3), (0x27, 0x36, 0x4A), (0x4F, 0x6D, 0x8C), (0x9D, 0xB7, 0xCC),  # sand, then water and sky
    (0x2F, 0x40, 0x30), (0x6B, 0x7F, 0x55), (0x8A, 0x3B, 0x32), (0xC9, 0x8F, 0x3F),  # leaves, brick, light
)  # fmt: skip


def nearest(red: int, green: int, blue: int) -> int:
    """The number of the colour that the eye takes for this one soonest ("redmean", close to it and cheap)."""

    def distance(number: int) -> float:
        other = COLOURS[number]
        mean = (red + other[0]) / 2
        return (
            (2 + mean / 256) * (red - other[0]) ** 2
            + 4 * (green - other[1]) ** 2
            + (2 + (255 - mean) / 256) * (blue - other[2]) ** 2
        )

    return min(range(len(COLOURS)), key=distance)
