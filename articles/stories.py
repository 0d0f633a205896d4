"""The stories that public pages find: the one at an address, and lists of them.

Each row also has ``next_change``, the next moment at which anything public begins or ends by itself;
so a page that knows when caches must let go of it costs no further query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from articles import corrections
from articles.models import Edition, EditionAuthor, EditionTag, Notice, is_live
from articles.paging import Paged
from articles.prepared import Prepared

# What higher apps have brought along with the story at an address, by the name under which its row then has it: a
# function of the moment that gives an expression, such as a subquery. So what they add costs no query of its own.
ALONG: dict[str, Callable[[datetime], Any]] = {}
# Which values of a row are the next moment at which a page with it changes by itself; what is in ``ALONG`` may be one.
MOMENTS = ["next_change"]
# The same for the front and for sections: a function of moment, language and section, which is None on the front. Every
# row of the list has the one value.
ALONG_LISTS: dict[str, Callable[[datetime, str, int | None], Any]] = {}


@Prepared
def answering(at: datetime, path: str) -> QuerySet[Edition, Any]:
    """The edition that the article with this address answers with. One at most, so no order is needed.

    It also has ``told``, the public notes, and ``was_other``, whether readers had another story here before.
    """
    found = Edition.objects.answering(at).filter(article__addresses__path=path).order_by()
    others = Edition.objects.filter(article=OuterRef("article"), cancelled_at=None, live_from__lt=OuterRef("live_from"))
    # after a take-down nothing from before it is spoken of
    taken_down = Edition.objects.filter(article=OuterRef("article"), cancelled_at=None, notice=Notice.TAKEN_DOWN)
    others = others.filter(~Exists(taken_down.filter(live_from__gt=OuterRef("live_from")).order_by()))
    was_other = Exists(others.filter(notice=Notice.NONE).order_by())
    along = {name: brought(at) for name, brought in ALONG.items()}
    found = found.annotate(told=corrections.told(), was_other=was_other, **along)
    return _changing(found.select_related("body", "lead_image"), at)


@Paged
def of_language(at: datetime, language: str) -> QuerySet[Edition, Any]:
    """All of them."""
    live = Edition.objects.filter(is_live(at), language=language)
    return _changing(_along(live, at, language, None).select_related("lead_image"), at)


@Paged
def of_section(at: datetime, section: int, language: str) -> QuerySet[Edition, Any]:
    """Those of a section."""
    live = Edition.objects.filter(is_live(at), section=section, language=language)
    return _changing(_along(live, at, language, section).select_related("lead_image"), at)


@Paged
def of_author(at: datetime, author: int, language: str) -> QuerySet[EditionAuthor, Any]:
    """Those in whose byline an author stands, as rows of the index."""
    return _indexed(EditionAuthor.objects.filter(author=author, language=language), at)


@Paged
def of_tag(at: datetime, tag: int, language: str) -> QuerySet[EditionTag, Any]:
    """Those with a tag, as rows of the index."""
    return _indexed(EditionTag.objects.filter(tag=tag, language=language), at)


def next_change(rows: Iterable[Any]) -> datetime | None:
    """The next moment at which a page with these rows changes, where it is known."""
    row = next(iter(rows), None)
    return min(filter(None, (getattr(row, name, None) for name in MOMENTS)), default=None)


def brought_along(rows: Iterable[Any]) -> dict[str, Any]:
    """What higher apps have brought along with the rows of a list; nothing where it is empty."""
    return next(({name: getattr(row, name) for name in ALONG_LISTS} for row in rows), {})


def _along(rows: QuerySet[Edition, Any], at: datetime, language: str, section: int | None) -> QuerySet[Edition, Any]:
    return rows.annotate(**{name: brought(at, language, section) for name, brought in ALONG_LISTS.items()})


def _indexed(places: QuerySet[Any, Any], at: datetime) -> QuerySet[Any, Any]:
    """Rows of an index with the stories that they point at."""
    return _changing(places.filter(is_live(at, via="edition__")).select_related("edition__lead_image"), at)


def _changing(rows: QuerySet[Any, Any], at: datetime) -> QuerySet[Any, Any]:
    return rows.annotate(next_change=Subquery(Edition.objects.next_change(at)))
