"""The outlet's logo: whatever was uploaded is drawn anew, so that nothing but a picture reaches readers."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "WEBP", "JPEG")  # an SVG is a document that may hold programs
MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000
BOX = (800, 200)
FOLDER = "outlet"
PATTERN = r"logo-[0-9a-f]{16}\.png"


@dataclass(frozen=True)
class Logo:
    """A PNG as it will be served."""

    content: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        """Where it is stored: another picture, another address."""
        return f"{FOLDER}/logo-{hashlib.sha256(self.content).hexdigest()[:16]}.png"


def redraw(file: IO[bytes]) -> Logo:
    """The picture as a PNG of at most 800 × 200 pixels, without anything else that the file held."""
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise ValidationError(_("The file is larger than 5 megabytes."), code="too-large")
    try:
        with Image.open(io.BytesIO(raw), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise ValidationError(_("The picture has more than 25 million pixels."), code="too-large")
            drawn = ImageOps.exif_transpose(found).convert("RGBA")
    except ValidationError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise ValidationError(_("Upload a PNG, WebP or JPEG file."), code="no-picture") from error
    drawn.thumbnail(BOX, Image.Resampling.LANCZOS)
    plain = Image.new("RGBA", drawn.size)  # with no text, profile or time from the file
    plain.paste(drawn)
    written = io.BytesIO()
    plain.save(written, "PNG", optimize=True)
    return Logo(written.getvalue(), *plain.size)


def store(logo: Logo) -> str:
    """Writes the file where it is not there yet; its name. Older ones stay for pages that caches still have."""
    if not default_storage.exists(logo.name):
        default_storage.save(logo.name, ContentFile(logo.content))
    return logo.name
