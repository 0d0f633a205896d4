"""A picture as a page shows it: which files in which shapes, which words, and what stands there until it comes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from django.conf import settings

from articles.geometry import WHOLE, WIDTHS
from articles.models import Image
from articles.renditions import ENDINGS, JPEG, WEBP, Shape

WIDE, STANDARD, SQUARE = "16x9", "4x3", "1x1"
PHONE = "(max-width: 30rem)"
PHONE_MOST = 720  # beyond two dots to the pixel nobody sees a difference, and a phone pays for each of them
LEAST_KEPT = 0.66  # a lead that would lose more than a third is shown whole
ORDINARY, LARGE = 640, 1200  # the width of the file for programs that know no srcset


@dataclass(frozen=True)
class Source:
    """A ``<source>`` of a picture; ``media`` is empty where it is for every screen."""

    kind: str
    srcset: str
    width: int
    height: int
    media: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture in one ratio, with the words of one use. Addresses are made when a template asks for them."""

    image: Image = field(repr=False)
    alt: str = ""
    caption: str = ""
    credit: str = ""
    ratio: str = WHOLE
    phone: str = ""  # the ratio on phones, where there are files for them
    least: int = ORDINARY

    @classmethod
    def of(cls, image: Image, *, alt: str = "", caption: str = "") -> Picture:
        """The whole picture, from an image and the words of one use."""
        return cls(image, alt, caption, image.credit)

    @property
    def wide(self) -> Picture:
        """In 16:9."""
        return replace(self, ratio=WIDE)

    @property
    def standard(self) -> Picture:
        """In 4:3."""
        return replace(self, ratio=STANDARD)

    @property
    def square(self) -> Picture:
        """In 1:1."""
        return replace(self, ratio=SQUARE)

    @property
    def wide_lead(self) -> Picture:
        """At the head of a list: 16:9."""
        return replace(self, ratio=WIDE, phone=WIDE)

    @property
    def as_lead(self) -> Picture:
        """Above a text: 16:9, on phones 4:3, and whole where that would cut away too much."""
        return replace(self, ratio=self._or_whole(WIDE), phone=self._or_whole(STANDARD), least=LARGE)

    @property
    def social(self) -> Picture:
        """For the cards of networks, all of which are wide."""
        return replace(self, ratio=WIDE, phone="", least=LARGE)

    def _or_whole(self, ratio: str) -> str:
        return ratio if Shape(self.image, ratio).kept >= LEAST_KEPT else WHOLE

    @cached_property
    def shape(self) -> Shape:
        return Shape(self.image, self.ratio)

    @property
    def src(self) -> str:
        """A JPEG of a middling width."""
        return settings.MEDIA_URL + self.shape.name(self.width)

    @property
    def srcset(self) -> str:
        """The JPEGs in all widths."""
        return _srcset(self.shape, JPEG)

    @cached_property
    def width(self) -> int:
        return self.shape.nearest(self.least)

    @property
    def height(self) -> int:
        return self.shape.box.height_at(self.width)

    @property
    def placeholder(self) -> str:
        """The class of its colour; none for a picture whose colour nobody has looked for yet."""
        return "" if self.image.palette is None else f"ph-{self.image.palette}"

    @property
    def sources(self) -> list[Source]:
        """What stands before the ``<img>``, the first that fits is taken."""
        found = [Source(ENDINGS[WEBP], _srcset(self.shape, WEBP), self.width, self.height)]
        if self.phone:
            shape = Shape(self.image, self.phone)
            width = shape.nearest(ORDINARY)
            size = width, shape.box.height_at(width)
            for ending in (JPEG, WEBP):
                found.insert(0, Source(ENDINGS[ending], _srcset(shape, ending, PHONE_MOST), *size, PHONE))
        return found


def _srcset(shape: Shape, ending: str, most: int = WIDTHS[-1]) -> str:
    media, widest = settings.MEDIA_URL, shape.nearest(most)
    return ", ".join(f"{media}{shape.name(width, ending)} {width}w" for width in shape.usual if width <= widest)
