"""Pictures: alternative text, credit, size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from articles.models import Image
from articles.preflight.registry import CHECKS, Found, check
from articles.preflight.subject import Picture, Subject
from articles.refusals import Level
from articles.slugs import fold

NARROWEST_LEAD = 1200
LONGEST_ALT = 250
FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|heic|tiff?)\b|\w_\w", re.IGNORECASE)
BEGINNING = re.compile(
    r"(?:an?|the)?\s*(?:image|picture|photo(?:graph)?|screenshot) (?:of|showing)\b"
    r"|(?:на )?(?:фото(?:графі\w*)?|зображенн\w*|світлин\w*|знім(?:ок|ку|ці)|картин\w*)\b",
    re.IGNORECASE,
)


def _where(picture: Picture) -> dict[str, int]:
    return {"number": picture.number}


def _there(subject: Subject) -> Iterator[tuple[Picture, Image]]:
    for picture in subject.pictures:
        if picture.image is not None:
            yield picture, picture.image


@check("image-gone", Level.BLOCK, _("The image %(number)s does not exist."), overridable=False)
def gone(subject: Subject) -> Iterator[Found]:
    for picture in subject.pictures:
        if picture.image is None:
            yield Found(picture.field, values=_where(picture))


@check(
    "alt-text-missing",
    Level.BLOCK,
    _("The image %(number)s needs an alternative text, or to be marked decorative."),
)
def without_alt(subject: Subject) -> Iterator[Found]:
    for picture, image in _there(subject):
        if not picture.alt and not image.is_decorative:
            yield Found(picture.field, values=_where(picture))


@check("credit-missing", Level.BLOCK, _("The image %(number)s needs a credit."))
def without_credit(subject: Subject) -> Iterator[Found]:
    for picture, image in _there(subject):
        if not image.credit.strip():
            yield Found(picture.field, values=_where(picture))


@check(
    "lead-decorative",
    Level.BLOCK,
    _("Describe the lead image %(number)s: what stands on top of a story is not decoration."),
)
def decorative_lead(subject: Subject) -> Iterator[Found]:
    for picture, image in _there(subject):
        if picture.field == "lead_image" and image.is_decorative and not picture.alt:
            yield Found(picture.field, values=_where(picture))


@check("lead-small", Level.WARN, _("Choose a larger lead image: %(width)s pixels are too few, 1200 are asked for."))
def small_lead(subject: Subject) -> Iterator[Found]:
    for picture, image in _there(subject):
        if picture.field == "lead_image" and image.width < NARROWEST_LEAD:
            yield Found(picture.field, values={"width": image.width})


@check(
    "alt-text-is-caption",
    Level.WARN,
    _("Say in the alternative text of the image %(number)s what one sees; it repeats the caption."),
)
def alt_is_caption(subject: Subject) -> Iterator[Found]:
    for picture, _image in _there(subject):
        if picture.alt and fold(picture.alt) == fold(strip_tags(picture.caption)):
            yield Found(picture.field, values=_where(picture))


@check(
    "alt-text-is-file-name", Level.WARN, _("Describe the image %(number)s; its alternative text is the name of a file.")
)
def alt_is_file_name(subject: Subject) -> Iterator[Found]:
    for picture, _image in _there(subject):
        if FILE_NAME.search(picture.alt):
            yield Found(picture.field, values=_where(picture))


@check(
    "alt-text-says-image",
    Level.WARN,
    _("Begin the alternative text of the image %(number)s with what is seen; that it is a picture is known."),
)
def alt_says_image(subject: Subject) -> Iterator[Found]:
    for picture, _image in _there(subject):
        if BEGINNING.match(picture.alt):
            yield Found(picture.field, values=_where(picture))


@check(
    "alt-text-long",
    Level.WARN,
    _("Shorten the alternative text of the image %(number)s: it has %(count)s characters, 250 are enough."),
)
def long_alt(subject: Subject) -> Iterator[Found]:
    for picture, _image in _there(subject):
        if len(picture.alt) > LONGEST_ALT:
            yield Found(picture.field, values=_where(picture) | {"count": len(picture.alt)})


def lacks(image: Image, own_alt_text: str, language: str) -> list[tuple[str, str]]:
    """What a picture still needs for a use with these words: code and message with ``%(number)s``."""
    text_here = image.text(language)
    described = own_alt_text.strip() or (text_here and text_here.language == language and text_here.alt_text.strip())
    missing = []
    if not described and not image.is_decorative:
        missing.append("alt-text-missing")
    if not image.credit.strip():
        missing.append("credit-missing")
    return [(code, str(CHECKS[code].message)) for code in missing]
