"""Taking in a picture: what may be uploaded, where the original goes, and what readers get of it.

The original is kept byte for byte where no address leads. Public files are drawn anew from its pixels
(``articles.renditions``), so nothing of the file's metadata is in them: places and names in it can
endanger people.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import CharField
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps

from articles import renditions
from articles.embedded import Embedded
from articles.models import Image, ImageText
from articles.upkeep import make_renditions
from jobs import outbox
from outlet.languages import codes, first_language
from staff.models import User

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
LEAST_SIDE = 64


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
def store(image: Image, inspected: Inspected, *, by: User | None, texts: Iterable[ImageText] = ()) -> Image:
    """Saves a new image with its original and its words. ``image`` carries credit and rights.

    What the desk shows at once is made here; the other public files come from the worker, or from the
    first reader who asks for one.
    """
    texts = list(texts)
    image.sha256, image.width, image.height = inspected.sha256, inspected.width, inspected.height
    image.size, image.uploaded_by = len(inspected.content), by
    image.palette = renditions.colour(image, inspected.content)
    image.words_hash = renditions.words_hash(image, texts)
    image.original.save(f"{inspected.sha256[:20]}{inspected.ending}", ContentFile(inspected.content), save=False)
    image.save()
    for text in texts:
        text.image = image
        text.save()
    renditions.make(image, renditions.first(image), inspected.content)
    make_renditions.enqueue(image.pk)
    return image


def settle(image: Image) -> None:
    """After a change of a picture's words, rights or focal point: pages name other files, the worker makes them."""
    words = renditions.words_hash(image, image.texts.all())
    if words != image.words_hash:
        image.words_hash = words
        Image.objects.filter(pk=image.pk).update(words_hash=words)
        outbox.post("purge", {"keys": [f"image-{image.pk}"]})
    make_renditions.enqueue(image.pk)


def give_words(image: Image, found: Embedded) -> dict[str, str]:
    """Fills captions and alternative texts that are empty from what stood in the file; which, by label.

    Words of no language are those of the paper's first one.
    """
    taken: dict[str, str] = {}
    texts = {text.language: text for text in image.texts.all()}
    said = {"caption": found.captions, "alt_text": {} if image.is_decorative else found.alt_texts}
    for language in codes():
        text = texts.get(language) or ImageText(image=image, language=language)
        for name, words in said.items():
            field: CharField[str, str] = ImageText._meta.get_field(name)  # type: ignore[assignment]
            own = words.get(language) or (words.get("x-default", "") if language == first_language() else "")
            if own and not getattr(text, name):
                setattr(text, name, own[: field.max_length])
                text.save()
                taken[f"{field.verbose_name} ({language})"] = own
    return taken
