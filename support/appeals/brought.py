"""The appeals that fit a story, brought along with the story's own row: a page with them asks no query more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, When

from articles.figures import Picture
from articles.gathering import Rows
from articles.models import Edition, EditionTag, Image, ImageText
from support.models import Appeal, QuietArticle

OWN = ("pk", "title", "text", "button", "address", "place", "after", "weight")
# Of a picture, what names of its files are made of and what stands beside it.
OF_PICTURE = (
    "pk", "sha256", "width", "height", "focal_x", "focal_y", "palette", "words_hash", "is_decorative", "credit",
    "creator", "copyright_notice", "licence_url",
)  # fmt: skip
COLUMNS = (*OWN, *(f"picture__{name}" for name in OF_PICTURE), "alt")


@dataclass(frozen=True)
class Asked:
    """An appeal as a page shows it."""

    pk: int
    title: str
    text: str
    button: str
    address: str
    place: str
    after: int
    weight: int
    picture: Picture | None

    @property
    def go(self) -> str:
        """Where its button leads first: there it is counted."""
        return f"/appeals/{self.pk}/go/"

    @property
    def seen(self) -> str:
        """Where it is told that it came into view."""
        return f"/appeals/{self.pk}/shown/"


def fitting(at: datetime) -> Subquery:
    """Those that run and fit the edition of the row, as one value of it."""
    return _gathered(Appeal.objects.running(at).filter(_fits(), language=OuterRef("language")))


def next_moment(at: datetime) -> Subquery:
    """When the next appeal in the language of the row's edition begins or ends."""
    ahead = Appeal.objects.filter(Q(begins_at__gt=at) | Q(ends_at__gt=at), is_on=True, language=OuterRef("language"))
    moment = Case(When(begins_at__gt=at, then=F("begins_at")), default=F("ends_at"))
    return Subquery(ahead.order_by().values("language").annotate(moment=Min(moment)).values("moment"))


def alone(appeal: Appeal) -> str:
    """The same value with this one in it, whether it runs or not."""
    rows = _rows(Appeal.objects.filter(pk=appeal.pk)).values_list("rows", flat=True)
    return str(rows[0])


def of(edition: Edition) -> list[Asked]:
    """The appeals that were brought along; none where nobody asked for them."""
    rows = json.loads(getattr(edition, "appeals", None) or "[]")
    return sorted((_asked(row) for row in rows), key=lambda appeal: appeal.pk)


def _gathered(appeals: QuerySet[Appeal]) -> Subquery:
    return Subquery(_rows(appeals).values("rows"))


def _rows(appeals: QuerySet[Appeal]) -> QuerySet[Any, Any]:
    words = ImageText.objects.filter(image=OuterRef("picture"), language=OuterRef("language")).order_by()
    shown: QuerySet[Any, Any] = appeals.annotate(alt=Subquery(words.values("alt_text")))
    return shown.order_by().values("language").annotate(rows=Rows(*COLUMNS))


def _fits() -> Q:
    """A condition on appeals: the edition of the row outside stands in one of their sections or has one of their tags,
    and its article is not one without appeals."""
    of_sections = Appeal.sections.through.objects.filter(appeal=OuterRef("pk")).order_by()
    of_tags = Appeal.tags.through.objects.filter(appeal=OuterRef("pk")).order_by()
    tagged = EditionTag.objects.filter(edition=OuterRef(OuterRef(OuterRef("pk"))), tag=OuterRef("tag")).order_by()
    is_quiet = QuietArticle.objects.filter(article=OuterRef(OuterRef("article")))
    return ~Q(Exists(is_quiet)) & (
        (~Q(Exists(of_sections)) & ~Q(Exists(of_tags)))
        | Q(Exists(of_sections.filter(section=OuterRef(OuterRef("section")))))
        | Q(Exists(of_tags.filter(Exists(tagged))))
    )


def _asked(row: list[Any]) -> Asked:
    own = dict(zip(OWN, row, strict=False))
    columns = dict(zip(OF_PICTURE, row[len(OWN) : -1], strict=True))
    return Asked(**own, picture=_picture(columns, row[-1]) if columns["pk"] else None)


def _picture(columns: dict[str, Any], alt: str | None) -> Picture:
    image = Image(**columns)
    return Picture.of(image, alt="" if image.is_decorative else alt or "").standard
