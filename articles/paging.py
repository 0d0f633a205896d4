"""Pages of a list whose addresses stay: each begins after a story, not at a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import BooleanField, Func, QuerySet
from django.http import Http404

from articles.prepared import Prepared

PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Columns = tuple[str, str]
STORIES: Columns = ("first_published_at", "article_id")

Row = TypeVar("Row")


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


class Paged(Generic[Row]):
    """Makes a function that builds a queryset give its rows page by page, or the ``newest`` of them.

    The rows have ``columns``, a moment and a number. What ``Prepared`` asks of the function holds here too.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], columns: Columns = STORIES) -> None:
        def newest(**values: Any) -> QuerySet[Any, Row]:
            return build(**values).order_by(*(f"-{name}" for name in columns))

        def older(published: datetime, article: int, **values: Any) -> QuerySet[Any, Row]:
            return newest(**values).filter(_is_before(columns, published, article))

        self._columns = columns
        self.newest, self._older = Prepared(newest), Prepared(older)

    def __call__(self, before: str | None, **values: Any) -> tuple[list[Row], str]:
        """The page that begins after ``before``, and the cursor of the next one, or ""."""
        if before:
            cursor = Cursor.parse(before)
            found: list[Any] = self._older(most=PAGE + 1, published=cursor.published, article=cursor.article, **values)
        else:
            found = self.newest(most=PAGE + 1, **values)
        if len(found) <= PAGE:
            return found, ""
        last = found[PAGE - 1]
        moment, number = (getattr(last, name) for name in self._columns)
        return found[:PAGE], str(Cursor(moment, number))


def _is_before(columns: Columns, published: datetime, article: int) -> Func:
    """Whether a row comes after this one in a list, its two columns compared as one: ``(a, b) < (c, d)``.

    Said so, both databases begin at the right place of the index; said with OR, PostgreSQL sorts the last pages.
    """
    pairs = columns, (published, article)
    sides = [Func(*pair, template="(%(expressions)s)") for pair in pairs]
    return Func(*sides, template="%(expressions)s", arg_joiner=" < ", output_field=BooleanField())
