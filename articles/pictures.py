"""Taking in a picture: what may be uploaded, where the original goes, and what readers get of it.

The original is kept byte for byte where no address leads. Public renditions are drawn anew from its
pixels, so nothing of the file's metadata is in them: places and names in it can endanger people.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from articles.models import Image
from staff.models import User

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
LEAST_SIDE = 64
QUALITY = 82


@dataclass(frozen=True)
class Inspected:
    """What an upload turned out to be. Width and height are pixels as seen, orientation applied."""

    content: bytes
    ending: str
    sha256: str
    width: int
    height: int


def inspect(upload: IO[bytes]) -> Inspected:
    """Reads an upload to its end. Raises ``ValidationError`` for what is no picture that we take."""
    upload.seek(0)
    content = upload.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValidationError(
            _("This file is larger than %(most)s."), code="too-large", params={"most": filesizeformat(MOST_BYTES)}
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(content), formats=list(FORMATS)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise ValidationError(_("This picture has too many pixels."), code="too-many-pixels")
                ending = FORMATS[picture.format or ""]
                picture.load()
                seen = ImageOps.exif_transpose(picture)
                width, height = seen.size
    except ValidationError:
        raise
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as bomb:
        raise ValidationError(_("This picture has too many pixels."), code="too-many-pixels") from bomb
    except Exception as trouble:  # Pillow raises many kinds for broken files, and all mean the same
        raise ValidationError(
            _("This is not a JPEG, PNG or WebP picture, or it is broken."), code="no-picture"
        ) from trouble
    if min(width, height) < LEAST_SIDE:
        raise ValidationError(
            _("This picture is too small: each side needs %(least)s pixels."),
            code="too-small",
            params={"least": LEAST_SIDE},
        )
    return Inspected(content, ending, hashlib.sha256(content).hexdigest(), width, height)


@transaction.atomic
def store(image: Image, inspected: Inspected, *, by: User | None) -> Image:
    """Saves a new image with its original and its public renditions. ``image`` carries credit and rights."""
    image.sha256, image.width, image.height = inspected.sha256, inspected.width, inspected.height
    image.size, image.uploaded_by = len(inspected.content), by
    image.original.save(f"{inspected.sha256[:20]}{inspected.ending}", ContentFile(inspected.content), save=False)
    image.save()
    render(image, inspected.content)
    return image


def render(image: Image, content: bytes) -> None:
    """Writes the public renditions, from the widest to the narrowest; those that exist stay."""
    with Pillow.open(io.BytesIO(content)) as picture:
        picture.draft("RGB", (image.widths()[-1], image.rendition_height(image.widths()[-1])))
        seen = ImageOps.exif_transpose(picture)
        current = _on_white(seen)
    for width in reversed(image.widths()):
        size = (width, image.rendition_height(width))
        if current.size != size:
            current = current.resize(size, Pillow.Resampling.LANCZOS)
        name = image.rendition_name(width)
        if not default_storage.exists(name):
            file = io.BytesIO()
            current.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
            default_storage.save(name, ContentFile(file.getvalue()))


def _on_white(picture: Pillow.Image) -> Pillow.Image:
    """The pixels in RGB; what is transparent becomes white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Pillow.new("RGBA", layer.size, "white")
        return Pillow.alpha_composite(ground, layer).convert("RGB")
    plain = _in_srgb(picture)
    plain.info = {}
    return plain


def _in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """The pixels in sRGB, which is what a reader's screen takes them for; a broken profile is ignored."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            seen = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            seen = None
        if seen is not None:
            return seen
    return picture.convert("RGB")
