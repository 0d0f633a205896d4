"""Queries whose SQL is written once.

Django writes the SQL of a query anew each time that it is asked. On a public page, which asks few and
small questions, that took most of the time (docs/developers/performance.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


class Hole(Expression):
    """Where a value will stand in a query that is being written."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]


class Prepared(Generic[Row]):
    """Makes a function that builds a queryset give its rows, without building it again::

        @Prepared
        def stories(at: datetime, articles: Iterable[int]) -> QuerySet[Edition]:
            return Edition.objects.live(at).filter(article__in=articles)

        stories(at=timezone.now(), articles=[3, 4])

    The function runs at the first call and with a hole in place of each value, so it may hand them to
    lookups (several values to ``__in``) and do nothing else with them. Nothing that it reads is kept.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._queryset: QuerySet[Any, Row] | None = None
        self._written: dict[tuple[str, int | None], _Written[Row]] = {}

    def __call__(self, *, most: int | None = None, **values: Any) -> list[Row]:
        """The rows for these values, ``most`` of them."""
        if self._queryset is None:
            self._queryset = self._build(**{name: Hole(name) for name in values})
        which = self._queryset.db, most
        if which not in self._written:
            self._written[which] = _Written(self._queryset[:most], which[0])
        return self._written[which].rows(values)


class _Written(Generic[Row]):
    """A queryset with what Django wrote for one database, in pieces between which values go."""

    def __init__(self, queryset: QuerySet[Any, Row], using: str) -> None:
        self.queryset, self.using = queryset, using
        self.compiler: SQLCompiler = queryset.query.get_compiler(using)
        sql, params = self.compiler.as_sql()
        self.pieces, self.params = sql.split("%s"), params

    def rows(self, values: dict[str, Any]) -> list[Row]:
        """Asks the database. The connection is that of this thread, and so is the copy of the compiler."""
        compiler = copy(self.compiler)
        compiler.connection = connections[self.using]
        filled = self._filled(values, compiler.connection)
        compiler.as_sql = lambda *args, **kwargs: filled  # type: ignore[method-assign]
        query: Any = SimpleNamespace(get_compiler=lambda using: compiler)
        queryset: QuerySet[Any, Row] = QuerySet(model=self.queryset.model, query=query, using=self.using)
        queryset._iterable_class = self.queryset._iterable_class  # type: ignore[attr-defined]
        return list(queryset)

    def _filled(self, values: dict[str, Any], connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """The SQL with a place for each value, and the values."""
        sql, params = [self.pieces[0]], []
        for param, piece in zip(self.params, self.pieces[1:], strict=True):
            own = list(_of(param, values, connection))
            sql += [", ".join(["%s"] * len(own)) or "NULL", piece]
            params += own
        return "".join(sql), tuple(params)


def _of(param: Any, values: dict[str, Any], connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """What stands at one place: a constant of the query, or that which was given for its hole."""
    if not isinstance(param, Hole):
        yield param
        return
    value = values[param.name]
    for one in value if isinstance(value, list | tuple | set | dict) else [value]:
        yield _adapted(one, connection)


def _adapted(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """The value as this database takes it; a field would do this where there is no hole."""
    match value:
        case datetime():
            return connection.ops.adapt_datetimefield_value(value)
        case UUID() if not connection.features.has_native_uuid_field:
            return value.hex
        case _:
            return value
