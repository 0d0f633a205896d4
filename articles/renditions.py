"""The public files of a picture: their names, which of them there are, and how they are made.

A name is made of the picture's number, the ratio, the width and a fingerprint of all that decides what
is in the file: the original, the part that is shown, and the words that travel inside. So a file never
changes under its name and may be kept for ever; nobody who lacks the original can guess a name; and a
name that fits no row is nothing that anybody can have made.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import os
import re
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from articles import geometry, packet, palette, pixels
from articles.models import Image, ImageText
from outlet.languages import codes

PIPELINE = 2  # counted up when the same rows and pixels shall give other files
FOLDER = "images"
JPEG, WEBP = "jpg", "webp"
ENDINGS = {JPEG: "image/jpeg", WEBP: "image/webp"}
PATTERN = rf"[0-9]+/[0-9]+-(?:{'|'.join(geometry.NAMES)})-[0-9]+-[0-9a-f]{{16}}\.(?:{'|'.join(ENDINGS)})"
_PARTS = re.compile(
    rf"{FOLDER}/[0-9]+/(?P<pk>[0-9]{{1,18}})-(?P<ratio>[0-9a-z]+)-(?P<width>[0-9]{{1,5}})-[0-9a-f]+\.(?P<ending>\w+)"
)
# Files as wide as for a phone or wider are for screens of fine dots, on which nobody sees the difference
# (and everybody waits).
QUALITY = {JPEG: (78, 70), WEBP: (78, 66)}
FINE = 720
USUAL = {"4x3": 720, "1x1": 640}
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Shape:
    """A picture in one ratio: which part of it is shown, and in which widths."""

    image: Image
    ratio: str = geometry.WHOLE

    @cached_property
    def box(self) -> geometry.Box:
        return geometry.box(self.image.width, self.image.height, self.ratio, self.image.focal_x, self.image.focal_y)

    @cached_property
    def widths(self) -> list[int]:
        return geometry.widths(self.box)

    @property
    def usual(self) -> list[int]:
        """The widths that our pages name: in 4:3 and 1:1 pictures stand on phones and in small places only."""
        most = USUAL.get(self.ratio, self.widths[-1])
        return [width for width in self.widths if width <= most] or self.widths[:1]

    @cached_property
    def kept(self) -> float:
        """Which share of the picture is shown."""
        return geometry.kept(self.box, self.image.width, self.image.height)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with everything that changes the files, and needs nothing but the picture's row."""
        image, box = self.image, self.box
        decisive = [
            PIPELINE, image.sha256, box.left, box.top, box.width, box.height,
            image.credit, image.creator, image.copyright_notice, image.licence_url, image.words_hash,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(decisive).encode()).hexdigest()[:16]

    @cached_property
    def stem(self) -> str:
        """What all names begin with. A folder holds the files of a thousand pictures."""
        pk = self.image.pk
        return f"{FOLDER}/{pk // 1000}/{pk}-{self.ratio}-"

    def name(self, width: int, ending: str = JPEG) -> str:
        """Where the storage keeps the file of this width."""
        return f"{self.stem}{width}-{self.fingerprint}.{ending}"

    def nearest(self, width: int) -> int:
        """The narrowest width that is at least this, else the widest that there is."""
        return next((found for found in self.widths if found >= width), self.widths[-1])


@dataclass(frozen=True)
class Rendition:
    """One public file."""

    shape: Shape
    width: int
    ending: str = JPEG

    @property
    def name(self) -> str:
        return self.shape.name(self.width, self.ending)

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.shape.box.height_at(self.width)


def every(image: Image) -> list[Rendition]:
    """All public files that there can be of a picture."""
    shapes = [Shape(image, ratio) for ratio in geometry.NAMES]
    return [Rendition(shape, width, ending) for shape in shapes for width in shape.widths for ending in ENDINGS]


def usual(image: Image) -> list[Rendition]:
    """Those that our pages name."""
    return [found for found in every(image) if found.width in found.shape.usual]


def first(image: Image) -> list[Rendition]:
    """What the desk shows as soon as a picture has come; all others can wait for a worker or a reader."""
    shape = Shape(image)
    return [Rendition(shape, width) for width in {shape.widths[0], shape.nearest(640)}]


def find(name: str) -> Rendition | None:
    """The rendition that has this name now; None if no picture has one of this name."""
    parts = _PARTS.fullmatch(name)
    image = Image.objects.filter(pk=int(parts["pk"])).first() if parts else None
    if not parts or image is None or parts["ratio"] not in geometry.NAMES or parts["ending"] not in ENDINGS:
        return None
    found = Rendition(Shape(image, parts["ratio"]), int(parts["width"]), parts["ending"])
    return found if found.width in found.shape.widths and found.name == name else None


def make_on_demand(name: str) -> bool:
    """Makes the file of this name if a picture has one; false if none has.

    One at a time in a process: of many readers who ask at once the first has it made and the others find it.
    """
    rendition = find(name)
    if rendition is None:
        return False
    with _one_at_a_time:
        try:
            make(rendition.shape.image, [rendition])
        except FileNotFoundError:  # the original is gone
            return False
    return True


def make(image: Image, wanted: Iterable[Rendition], content: bytes | None = None) -> int:
    """Makes what is missing of these; how many. ``content`` is the original, where it is at hand."""
    missing = [rendition for rendition in wanted if not default_storage.exists(rendition.name)]
    if not missing:
        return 0
    if content is None:
        with image.original.open("rb") as file:
            content = file.read()
    scale = max(rendition.width / rendition.shape.box.width for rendition in missing)
    seen = pixels.read(content, (math.ceil(image.width * scale), math.ceil(image.height * scale)))
    words = packet.build(image, texts_of(image)) if image.pk else b""
    for shape in {rendition.shape.ratio: rendition.shape for rendition in missing}.values():
        part: Pillow.Image | None = None
        mine = [rendition for rendition in missing if rendition.shape == shape]
        for rendition in sorted(mine, key=lambda rendition: rendition.width, reverse=True):
            part = _smaller(part, rendition.size) if part else _cut(seen, image, rendition)
            _write(rendition.name, _encoded(part, rendition.ending, words))
    return len(missing)


def texts_of(image: Image) -> list[ImageText]:
    """The words of a picture in the order of the paper's languages."""
    order = {code: place for place, code in enumerate(codes())}
    return sorted(image.texts.all(), key=lambda text: order.get(text.language, len(order)))


def words_hash(image: Image, texts: Iterable[ImageText]) -> str:
    """A fingerprint of the words that stand in rows of their own, so that names need no query for them."""
    said = [image.is_decorative, *sorted([text.language, text.alt_text, text.caption] for text in texts)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


def colour(image: Image, content: bytes | None = None) -> int:
    """The number of the colour that stands for a picture until it has come."""
    if content is None:
        with image.original.open("rb") as file:
            content = file.read()
    red, green, blue = pixels.read(content, (64, 64)).resize((1, 1), Pillow.Resampling.BOX).tobytes()
    return palette.nearest(red, green, blue)


def _cut(seen: Pillow.Image, image: Image, rendition: Rendition) -> Pillow.Image:
    """The part that is shown, in the size wanted, in one step. ``seen`` may be smaller than the original."""
    across, down = seen.width / image.width, seen.height / image.height
    box = rendition.shape.box
    part = (box.left * across, box.top * down, (box.left + box.width) * across, (box.top + box.height) * down)
    return seen.resize(rendition.size, Pillow.Resampling.LANCZOS, box=part, reducing_gap=3.0)


def _smaller(part: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    return part if part.size == size else part.resize(size, Pillow.Resampling.LANCZOS)


def _encoded(part: Pillow.Image, ending: str, words: bytes) -> bytes:
    """The file, with our packet and nothing else but pixels."""
    plain, fine = QUALITY[ending]
    quality = fine if part.width >= FINE else plain
    file = io.BytesIO()
    if ending == WEBP:
        part.save(file, "WEBP", quality=quality, method=4, xmp=words)
    else:
        part.save(file, "JPEG", quality=quality, optimize=True, progressive=True, xmp=words)
    return file.getvalue()


def _write(name: str, data: bytes) -> None:
    """Puts a file in its place whole, so that nobody ever reads the half of one."""
    try:
        place = Path(default_storage.path(name))
    except NotImplementedError:  # a storage elsewhere, where a file is there when it has come
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(data))
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, place)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
