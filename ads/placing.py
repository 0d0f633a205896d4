"""Which ad stands in a place, and until when. Every reader of a page finds the same one, so caches may keep it.

Ads come along with the rows of the page (``articles.stories``), those that are ahead too: then a page knows by itself
when it changes. Where several have one place they take turns by the hour, each as often as its weight says; which page
shows which one in an hour is drawn from the page's address.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Q, Subquery, TextField

from ads.models import OF_LISTS, OF_STORIES, Ad, NoticeText
from articles.gathering import Rows, moment
from articles.models import Image

NAME, NOTICE = "ads", "ads_notice"
HOUR = timedelta(hours=1)
OF_AD = (
    "pk", "place", "paragraph", "weight", "advertiser", "label", "alt_text",
    "provider", "script", "element", "element_class", "attributes", "frame", "height",
)  # fmt: skip
OF_IMAGE = (
    "pk", "sha256", "width", "height", "credit", "creator", "copyright_notice", "licence_url", "palette", "words_hash",
)  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """An ad of this page and language. ``is_due`` says that its time has come; of the others only their time counts."""

    ad: Ad
    is_due: bool
    changes: tuple[datetime, ...]


def of_stories(at: datetime) -> Subquery:
    """The ads of a story, as a value beside its edition."""
    return _rows(at, OuterRef("language"), OuterRef("section"), OF_STORIES)


def of_lists(at: datetime, language: str, section: int | None) -> Subquery:
    """Those of the front or of a section, as a value beside each of its rows."""
    return _rows(at, language, section, OF_LISTS)


def notice_of_stories(at: datetime) -> Subquery:
    """What readers with a blocker are told on a story, as a value beside its edition."""
    return _notice(OuterRef("language"))


def notice_of_lists(at: datetime, language: str, section: int | None) -> Subquery:
    """The same beside each row of a list."""
    return _notice(language)


def _rows(at: datetime, language: Any, section: Any, places: Iterable[str]) -> Subquery:
    anywhere = Q(sections=None) if section is None else Q(sections=None) | Q(sections=section)
    ads = Ad.objects.filter(Q(ends=None) | Q(ends__gt=at), anywhere, is_on=True, language=language, place__in=places)
    is_due = ExpressionWrapper(Q(begins__lte=at), output_field=BooleanField())
    columns = ("begins", "ends", *OF_AD, *(f"image__{name}" for name in OF_IMAGE))
    return Subquery(ads.order_by().values("language").annotate(rows=Rows(is_due, *columns)).values("rows"))


def _notice(language: Any) -> Subquery:
    return Subquery(NoticeText.objects.filter(language=language).values("words")[:1], output_field=TextField())


def read(rows: str | None) -> list[Placed]:
    """What came along, in the order in which the ads were made."""
    found = []
    for is_due, begins, ends, *columns in json.loads(rows or "[]"):
        ad = Ad(**dict(zip(OF_AD, columns, strict=False)))
        number, *others = columns[len(OF_AD) :]
        if number:
            ad.image = Image(pk=number, **dict(zip(OF_IMAGE[1:], others, strict=True)))
        changes = (moment(ends),) if ends else ()
        found.append(Placed(ad, bool(is_due), changes if is_due else (*changes, moment(begins))))
    return sorted(found, key=lambda placed: placed.ad.pk)


def choose(ads: list[Placed], page: str, at: datetime) -> tuple[Ad | None, datetime | None]:
    """The ad whose turn it is on a page, and when something else may stand there."""
    due = [placed.ad for placed in ads if placed.is_due]
    changes = [change for placed in ads for change in placed.changes]
    if len(due) > 1:
        changes.append(at.replace(minute=0, second=0, microsecond=0) + HOUR)
    return _drawn(due, page, at), min(changes, default=None)


def _drawn(ads: list[Ad], page: str, at: datetime) -> Ad | None:
    """One of them, by weight."""
    drawn = int.from_bytes(hashlib.sha256(f"{page} {at:%Y-%m-%dT%H}".encode()).digest()[:8]) if ads else 0
    left = drawn % (sum(ad.weight for ad in ads) or 1)
    for ad in ads:
        left -= ad.weight
        if left < 0:
            return ad
    return None
