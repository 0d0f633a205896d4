"""What `python -m bench` has run on each database: archives are made and pages measured."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()  # what follows has models

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from bench import measure, pages, plans, seed  # noqa: E402
from bench.visit import visit  # noqa: E402

# Of fewer rows a database rightly reads all, so that plans would say nothing.
MANY = 50_000
SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "1000,100000").split(",")]


@contextmanager
def archive(size: int) -> Iterator[None]:
    """A database of its own with so many stories, gone afterwards."""
    before = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
    try:
        seed.archive(size)
        yield
    finally:
        teardown_databases(before, verbosity=0)


def times(size: int) -> bool:
    """Prints what pages cost; gives whether all keep what is promised."""
    results = measure.measure_all()
    for result in results:
        print(
            f"{result.kind:10} {size:>9,} {result.queries:>8} {result.most_queries:>5}"
            f" {result.own:>8.2f} {result.reference:>10.2f} {result.ratio:>6.2f} {measure.MOST_RATIO:>5}"
            f"{'' if result.keeps else '  TOO MUCH'}",
            flush=True,
        )
    return all(result.keeps for result in results)


def explained(size: int) -> bool:
    """Prints how the database finds what is on a page; gives whether it does so without sort or full scan."""
    addresses = {f"article with {seed.MANY_EDITIONS} editions": pages.much_corrected()}
    for kind, address in pages.LISTS.items():
        addresses[f"{kind}, newest page"] = address
        if kind in pages.PAGED:
            number, older = pages.deep(kind)
            addresses[f"{kind}, page {number:,}"] = older
    print(f"\nEXPLAIN on {connection.display_name}, {size:,} stories")
    found = []
    for name, address in addresses.items():
        faults = plans.faults(partial(visit, address))
        print(f"{name:30} {'; '.join(faults) or 'no sort, no full scan'}", flush=True)
        found += faults
    return not found


def main() -> int:
    """0 where all that was promised is kept."""
    is_postgresql = connection.vendor == "postgresql"
    kept = []
    if is_postgresql:
        print(
            f"{'page':10} {'stories':>9} {'queries':>8} {'most':>5} {'CPU ms':>8} {'reference':>10} {'ratio':>6}  most"
        )
    for size in SIZES:
        if is_postgresql or size >= MANY:
            with archive(size):
                kept += [times(size)] if is_postgresql else []
                kept += [explained(size)] if size >= MANY else []
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
