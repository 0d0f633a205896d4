"""Where pictures are cut and how wide their files are, in whole numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import geometry
from articles.geometry import Box, box, kept, widths

sides = st.integers(1, 20_000)
parts = st.floats(0, 1)
ratios = st.sampled_from(geometry.NAMES)


@pytest.mark.parametrize(
    ("size", "ratio", "focal", "expected"),
    [
        ((1600, 1000), "16x9", (0.5, 0.5), Box(0, 50, 1600, 900)),
        ((1600, 1000), "16x9", (0.5, 0.0), Box(0, 0, 1600, 900)),
        ((1600, 1000), "16x9", (0.5, 1.0), Box(0, 100, 1600, 900)),
        ((1600, 1000), "1x1", (0.25, 0.5), Box(0, 0, 1000, 1000)),
        ((1600, 1000), "1x1", (0.5, 0.5), Box(300, 0, 1000, 1000)),
        ((1600, 1000), "4x3", (1.0, 1.0), Box(268, 1, 1332, 999)),
        ((1600, 1000), "whole", (0.1, 0.1), Box(0, 0, 1600, 1000)),
        ((3, 3), "16x9", (0.5, 0.5), Box(0, 0, 3, 3)),
    ],
)
def test_a_picture_is_cut_around_its_focal_point(size, ratio, focal, expected):
    assert box(*size, ratio, *focal) == expected


@given(sides, sides, ratios, parts, parts)
def test_a_part_lies_inside_and_holds_the_focal_point(width, height, ratio, x, y):
    part = box(width, height, ratio, x, y)
    assert part.width >= 1 and part.height >= 1
    assert part.left >= 0 and part.left + part.width <= width
    assert part.top >= 0 and part.top + part.height <= height
    assert part.left - 1 <= x * width <= part.left + part.width + 1
    assert part.top - 1 <= y * height <= part.top + part.height + 1
    assert 0 < kept(part, width, height) <= 1


@given(st.integers(64, 20_000), st.integers(64, 20_000), st.sampled_from(list(geometry.RATIOS)), parts, parts)
def test_a_part_has_exactly_its_ratio_and_is_as_large_as_can_be(width, height, ratio, x, y):
    across, down = geometry.RATIOS[ratio]
    part = box(width, height, ratio, x, y)
    assert part.width * down == part.height * across
    assert width - part.width < across or height - part.height < down
    for narrower in widths(part):
        assert abs(part.height_at(narrower) - narrower * down / across) <= 0.5


@given(sides, sides, ratios)
def test_no_file_is_wider_than_what_it_shows(width, height, ratio):
    part = box(width, height, ratio)
    found = widths(part)
    assert found and found == sorted(set(found))
    assert found[-1] <= part.width
    assert all(part.height_at(narrower) <= part.height for narrower in found)
    assert set(found) <= {*geometry.WIDTHS, part.width}


def test_the_widths_of_a_part():
    assert widths(Box(0, 0, 700, 500)) == [320, 480, 640, 700]
    assert widths(Box(0, 0, 6000, 500)) == list(geometry.WIDTHS)
    assert widths(Box(0, 0, 320, 500)) == [320]
    assert widths(Box(0, 0, 64, 64)) == [64]
