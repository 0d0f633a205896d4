"""Pages of articles for the desk, last saved first, whatever they are narrowed to; nothing is ever counted.

What stands in another table narrows a list in one of two ways, and only looking tells which one is quick. If few
articles have it, their ids are read from its index, and those articles are put in order. If many have it, the list
is walked from where the page begins, and each article is asked. What many have, but hardly any article all of it, is
found by cutting one set of ids with the other. Walks grow, and end after so many articles; the next page goes on from
there. ``python -m bench.desk_list`` shows what each way costs with a million articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.db.models import BooleanField, Exists, Func, OuterRef, Q, QuerySet
from django.db.models.expressions import NegatedExpression

from articles.models import Article, ArticleWord, Byline, begins, numbers_written_by
from staff.models import User

FEW = 5_000
FEW_IN_COMMON = 1_000
# So many ids at once: PostgreSQL would rather read all articles than look for as many as are "few".
BATCH = 1_000
WALKS = (1_000, 5_000, 15_000)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Condition = Q | Exists | NegatedExpression


@dataclass(frozen=True)
class Narrowing:
    """``holds`` asks an article; ``ids`` finds all of whom it may hold by an index, None where that would be most.

    Where it holds of all that ``ids`` finds, ``is_exact`` saves asking them.
    """

    holds: Condition
    ids: QuerySet[Any, int] | None = None
    is_exact: bool = True

    def read(self) -> set[int]:
        """The ids as they are now: a narrowing may live as long as the program, and a query set keeps its rows."""
        return set() if self.ids is None else set(self.ids.all())


def word(prefix: str) -> Narrowing:
    """Articles in which a word begins so."""
    return pointing(ArticleWord.objects.filter(begins(prefix)))


def pointing(rows: QuerySet[Any, Any]) -> Narrowing:
    """Articles at which one of these rows of another table points."""
    return Narrowing(Exists(rows.filter(article=OuterRef("pk"))), rows.order_by().values_list("article_id", flat=True))


def written_by(user: User) -> Narrowing:
    """Articles that this user began or in whose byline they stand."""
    bylined = Byline.objects.filter(author__user=user, article=OuterRef("pk"))
    return Narrowing(Q(created_by=user) | Q(Exists(bylined)), numbers_written_by(user))


def within(user: User) -> tuple[QuerySet[Article], list[Narrowing]]:
    """What the user may open (``visible_to``), told so that few articles among very many are found by their ids."""
    visible = Article.objects.visible_to(user)
    if user.has_perm("articles.view_any_article") or user.has_perm("articles.change_any_article"):
        return visible, []
    may_see = user.has_perm("articles.view_article")
    return (Article.objects.all(), [written_by(user)]) if may_see else (visible, [])


@dataclass(frozen=True)
class Cursor:
    """A place in the list: when an article was saved, and its id."""

    saved_at: datetime
    pk: int

    @classmethod
    def parse(cls, text: str) -> Cursor | None:
        """From ``microseconds-id``; None for anything else."""
        try:
            moment, pk = (int(part) for part in text.split("-"))
            return cls(EPOCH + timedelta(microseconds=moment), pk)
        except (ValueError, OverflowError):
            return None

    def __str__(self) -> str:
        return f"{(self.saved_at - EPOCH) // timedelta(microseconds=1)}-{self.pk}"


@dataclass(frozen=True)
class Page:
    """Articles, last saved first. ``older`` and ``newer`` are the ends where more may follow.

    ``stopped`` is where the search ended before the page was full or the list at its end.
    """

    rows: list[Article]
    older: Cursor | None
    newer: Cursor | None
    stopped: Cursor | None


def page(
    articles: QuerySet[Article],
    narrowings: Sequence[Narrowing] = (),
    *,
    shown: QuerySet[Article],
    size: int,
    before: Cursor | None = None,
    after: Cursor | None = None,
) -> Page:
    """The last saved of these articles, or those that follow ``before``, or those that lead up to ``after``.

    ``shown`` gives their rows, with all that a page needs of them.
    """
    way = _Way(after or before, is_backwards=after is not None)
    found, stopped = _found(articles.order_by(), narrowings, way, size + 1)
    places = found[:size]
    onward = places[-1] if len(found) > size else stopped
    back = places[0] if places and way.place else None
    older, newer = (back, onward) if way.is_backwards else (onward, back)
    rows = {row.pk: row for row in shown.filter(pk__in=[place.pk for place in places])}
    in_order = places[::-1] if way.is_backwards else places
    return Page([rows[place.pk] for place in in_order if place.pk in rows], older, newer, stopped)


@dataclass(frozen=True)
class _Way:
    """From where a list is read, and whether towards what was saved later."""

    place: Cursor | None
    is_backwards: bool

    def ahead(self, articles: QuerySet[Article], until: Cursor | None = None) -> QuerySet[Article, Any]:
        """What lies ahead, as values of cursors; with ``until`` no farther than that."""
        signs = (">", "<=") if self.is_backwards else ("<", ">=")
        for sign, place in zip(signs, (self.place, until), strict=True):
            articles = articles.filter(_compared(sign, place)) if place else articles
        return self.in_order(articles.values_list("saved_at", "pk"))

    def in_order(self, rows: QuerySet[Article, Any]) -> QuerySet[Article, Any]:
        return rows.order_by("saved_at", "pk") if self.is_backwards else rows.order_by("-saved_at", "-pk")


def _found(
    articles: QuerySet[Article], narrowings: Sequence[Narrowing], way: _Way, most: int
) -> tuple[list[Cursor], Cursor | None]:
    """The next articles on the way, and where the search stopped, if it did."""
    few: list[Narrowing] = []
    many: list[Narrowing] = []
    for narrowing in narrowings:
        (few if _finds_few(narrowing) else many).append(narrowing)
    if few:
        ids = set.intersection(*(narrowing.read() for narrowing in few))
        left = [*many, *(narrowing for narrowing in few if not narrowing.is_exact)]
        return _put_in_order(articles.filter(*(narrowing.holds for narrowing in left)), ids, way, most), None
    return _walked(articles, many, way, most)


def _finds_few(narrowing: Narrowing) -> bool:
    return narrowing.ids is not None and not narrowing.ids[FEW : FEW + 1]


def _put_in_order(articles: QuerySet[Article], ids: set[int], way: _Way, most: int) -> list[Cursor]:
    """The next of a few. Python orders them: a database that is asked for the order may walk all articles."""
    ahead = way.ahead(articles).order_by()
    places = [values for batch in _batches(ids) for values in ahead.filter(pk__in=batch)]
    return [Cursor(*values) for values in sorted(places, reverse=not way.is_backwards)[:most]]


def _batches(ids: set[int]) -> Iterator[list[int]]:
    rest = iter(sorted(ids))
    while batch := list(islice(rest, BATCH)):
        yield batch


def _walked(
    articles: QuerySet[Article], narrowings: Sequence[Narrowing], way: _Way, most: int
) -> tuple[list[Cursor], Cursor | None]:
    """The next that hold, asked one by one; after a first walk in vain the ids may be few that all have in common."""
    if not narrowings:
        return [Cursor(*values) for values in way.ahead(articles)[:most]], None
    found: list[Cursor] = []
    walk = way
    for turn, length in enumerate(WALKS):
        values = walk.ahead(articles)[length : length + 1].first()
        end = Cursor(*values) if values else None
        held = articles.filter(*(narrowing.holds for narrowing in narrowings))
        found += [Cursor(*values) for values in walk.ahead(held, until=end)[: most - len(found)]]
        if len(found) == most or end is None:
            return found, None
        if turn == 0 and (common := _common(narrowings)) is not None:
            return _put_in_order(held, common, way, most), None
        walk = _Way(end, way.is_backwards)
    return found, walk.place


def _common(narrowings: Sequence[Narrowing]) -> set[int] | None:
    """The ids that all narrowings have in common, if there are several and those are few."""
    sets = [narrowing.ids for narrowing in narrowings if narrowing.ids is not None]
    if len(sets) < 2:
        return None
    ids = set(sets[0].intersection(*sets[1:])[: FEW_IN_COMMON + 1])
    return ids if len(ids) <= FEW_IN_COMMON else None


def _compared(sign: str, place: Cursor) -> Func:
    """Whether a row stands so to a place, its two columns compared as one: the index begins right there."""
    pairs = ("saved_at", "pk"), (place.saved_at, place.pk)
    sides = [Func(*pair, template="(%(expressions)s)") for pair in pairs]
    return Func(*sides, template="%(expressions)s", arg_joiner=f" {sign} ", output_field=BooleanField())
