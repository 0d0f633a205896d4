"""Pages of a list whose addresses stay: each begins after a story, not at a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Cursor:
    """The last story of a page: its first publication and its article's id, in the order of every list."""

    published: datetime
    article: int

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """From ``microseconds-id``; raises ``Http404`` for anything else."""
        try:
            moment, article = (int(part) for part in text.split("-"))
            return cls(EPOCH + timedelta(microseconds=moment), article)
        except (ValueError, OverflowError) as trouble:
            raise Http404 from trouble

    def __str__(self) -> str:
        return f"{(self.published - EPOCH) // timedelta(microseconds=1)}-{self.article}"


def page(rows: QuerySet[Any], before: str | None) -> tuple[list[Any], str]:
    """One page of rows that have ``first_published_at`` and ``article_id``, and the cursor of the next, or "".

    The bare ``lte`` looks superfluous; it is what lets both databases begin at the right place of the index.
    """
    if before:
        cursor = Cursor.parse(before)
        rows = rows.filter(
            Q(first_published_at__lt=cursor.published) | Q(article_id__lt=cursor.article),
            first_published_at__lte=cursor.published,
        )
    found = list(rows.order_by("-first_published_at", "-article_id")[: PAGE + 1])
    if len(found) <= PAGE:
        return found, ""
    last = found[PAGE - 1]
    return found[:PAGE], str(Cursor(last.first_published_at, last.article_id))
