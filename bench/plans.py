"""How the database answers the queries of a page, and what is wrong with that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from ads.models import Ad
from articles.models import Author, AuthorLink, AuthorText, Section, SectionText, Tag, TagText
from support.models import Appeal

# These have a row for each section, author or tag, not for each story, and what the outlet app has is shown
# around every page; appeals, ads and topics are few as well. To read few rows whole or to put them in order is what a
# database does best; everything else grows with the archive.
FEW: list[type[Model]] = [Author, AuthorLink, AuthorText, Section, SectionText, Tag, TagText]
AROUND = [model for app in ("outlet", "ads", "support") for model in apps.get_app_config(app).get_models()]
BETWEEN = [Ad.sections.through, Appeal.sections.through, Appeal.tags.through]
SMALL = {model._meta.db_table for model in [*FEW, *AROUND, *BETWEEN]}


@dataclass(frozen=True)
class Step:
    """One step of a plan. ``index`` is "" where none is used, and where one is read from end to end."""

    does: str
    table: str = ""
    index: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.does, self.table, self.index and f"by {self.index}"]))


@dataclass(frozen=True)
class Plan:
    """All steps of one query."""

    steps: list[Step]

    @property
    def faults(self) -> list[str]:
        """Full scans of what grows with the archive, and sorts of what was found there."""
        grown = [step for step in self.steps if step.table and step.table not in SMALL]
        scans = [step for step in grown if not step.index]
        sorts = [step for step in self.steps if step.does == "Sort"] if grown else []
        return [str(step) for step in [*scans, *sorts]]

    @property
    def indexes(self) -> set[str]:
        """The indexes that help to find rows."""
        return {step.index for step in self.steps if step.index}


def faults(visit: Callable[[], Any]) -> list[str]:
    """What is wrong with the plans of a visit's queries."""
    return [fault for plan in plans(visit) for fault in plan.faults]


def plans(visit: Callable[[], Any]) -> list[Plan]:
    """The plans of all queries that a visit asks."""
    steps = _postgresql if connection.vendor == "postgresql" else _sqlite
    return [Plan(list(steps(sql, params))) for sql, params in asked(visit)]


def asked(visit: Callable[[], Any]) -> list[tuple[str, Any]]:
    """The queries of a visit with their values."""
    found: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        visit()
    return found


def _postgresql(sql: str, params: Any) -> Iterator[Step]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        (answer,) = cursor.fetchone()
    waiting = [(answer if isinstance(answer, list) else json.loads(answer))[0]["Plan"]]
    while waiting:
        node = waiting.pop()
        waiting += node.get("Plans", [])
        does = "Sort" if node["Node Type"] in {"Sort", "Incremental Sort"} else node["Node Type"]
        # A bitmap is read from its index one step below, and that step names no table.
        bitmap = does == "Bitmap Heap Scan"
        table = "" if bitmap else node.get("Relation Name", "")
        yield Step(does, table, node.get("Index Name", "") if "Index Cond" in node else "")


def _sqlite(sql: str, params: Any) -> Iterator[Step]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        lines = [row[3] for row in cursor.fetchall()]
    aliases = {alias: table for table, alias in re.findall(r'(?:FROM|JOIN) "(\w+)" (\w+)', sql)}
    for line in lines:
        if line.startswith("USE TEMP B-TREE"):
            yield Step("Sort")
        elif found := re.match(r"(SCAN|SEARCH) (\w+)(?: USING (?:COVERING )?(?:INDEX )?(\w+))?", line):
            does, name, index = found.groups(default="")
            # A scan by an index reads all of it, and an automatic one is made by reading all of the table.
            finds = does == "SEARCH" and index != "AUTOMATIC"
            yield Step(does.capitalize(), aliases.get(name, name), index if finds else "")
