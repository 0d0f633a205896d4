"""Queries and CPU time of a page, beside those of its reference."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from statistics import median
from time import process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench import pages, reference
from bench.visit import visit

ROUNDS = 40
STORIES = 10
MOST_RATIO = 2.5
MOST_QUERIES = {"article": 8}
MOST_QUERIES_OF_A_LIST = 6


@dataclass(frozen=True)
class Result:
    """What one kind of page costs. Times are CPU milliseconds a request."""

    kind: str
    queries: int
    own: float
    reference: float

    @property
    def ratio(self) -> float:
        """How much dearer than the reference."""
        return self.own / self.reference

    @property
    def most_queries(self) -> int:
        """How many queries are promised at most."""
        return MOST_QUERIES.get(self.kind, MOST_QUERIES_OF_A_LIST)

    @property
    def keeps(self) -> bool:
        """Whether the page keeps what is promised."""
        return self.ratio <= MOST_RATIO and self.queries <= self.most_queries


def measure_all() -> list[Result]:
    """Every kind of page."""
    kinds = {"article": pages.stories(STORIES)} | {kind: [path] * STORIES for kind, path in pages.LISTS.items()}
    return [measure(kind, addresses) for kind, addresses in kinds.items()]


def measure(kind: str, addresses: list[str]) -> Result:
    """Pages of one kind and their references in turn, so that what slows the machine slows both."""
    references = [reference.learn(address) for address in addresses]
    queries = max(count(address) for address in addresses)
    own, other = [], []
    gc.collect()
    for _ in range(ROUNDS):
        own.append(cpu(addresses))
        other.append(cpu(references))
    return Result(kind, queries, median(own), median(other))


def cpu(addresses: list[str]) -> float:
    """CPU milliseconds of this process for one request, from visiting all of these addresses once."""
    begin = process_time()
    for address in addresses:
        visit(address)
    return (process_time() - begin) * 1000 / len(addresses)


def count(address: str) -> int:
    """The number of queries of one visit."""
    with CaptureQueriesContext(connection) as captured:
        visit(address)
    return len(captured)
