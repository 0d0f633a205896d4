"""How fast the desk's list of articles is: ``python -m bench.desk_list``, a million articles on both databases.

Prints for each way to narrow the list the milliseconds of the whole page, of them those in the database, and the
number of queries: the best of five, as this machine may have other things to do. Ends with an error where a page
takes longer than promised; what makes a list slow shows itself only at this size.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
django.setup()  # what follows has models

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.finding import Cursor  # noqa: E402
from articles.models import Article, ArticleWord  # noqa: E402
from bench import desk_seed  # noqa: E402
from staff.models import User  # noqa: E402

SIZE = int(os.environ.get("BENCH_ARTICLES", "1000000"))
ROUNDS = 5
PER_PAGE = 50
PROMISED_MS = 200


def cases(size: int) -> dict[str, dict[str, Any]]:
    """What is asked of the list, by what it shows."""
    last = Article.objects.order_by("saved_at", "pk").values_list("saved_at", "pk")[PER_PAGE]
    rare = ArticleWord.objects.filter(article=size // 3).order_by("-word").values_list("word", flat=True)[0]
    both = f"{desk_seed.EVEN} {desk_seed.ODD}"
    return {
        "first page": {},
        f"page {size // PER_PAGE:,}": {"before": str(Cursor(*last))},
        "one rare word": {"q": rare},
        "a prefix of one letter": {"q": "b"},
        "three prefixes of one letter": {"q": "b d k"},
        "two frequent words, hardly ever both": {"q": both},
        "a frequent word and a stage": {"q": desk_seed.EVEN, "stage": "draft"},
        "a frequent word and a section": {"q": desk_seed.EVEN, "section": "8"},
        "a letter, a section and a kind": {"q": "b", "section": "11", "kind": "opinion"},
        "a section and a kind that never meet": {"section": "2", "kind": "opinion"},
        "a stage": {"stage": "submitted"},
        "a section and a rare kind": {"section": "2", "kind": "review"},
        "an author": {"author": "author 250"},
        "an author and a letter": {"author": "author 250", "q": "z"},
        "live": {"public": "live"},
        "never published": {"public": "never"},
        "live, with unpublished changes": {"public": "changed"},
        "unpublished": {"public": "unpublished"},
        "legal check required": {"flag": "legal"},
        "one's own": {"whose": "mine"},
        "a month ten years ago": {"since": "2014-03-01", "until": "2014-03-31"},
        "a letter in that month": {"q": "b", "since": "2014-03-01", "until": "2014-03-31"},
    }


def measure(person: User, size: int) -> list[str]:
    """Prints a line for each case; gives those that take too long."""
    slow: list[str] = []
    client = Client()
    client.force_login(person)
    address = reverse("admin:articles_article_changelist")
    print(f"\n{connection.display_name}, {size:,} articles, {ArticleWord.objects.count():,} words", flush=True)
    print(f"{'':40} {'rows':>5} {'queries':>8} {'database ms':>12} {'page ms':>9}")
    for name, query in cases(size).items():
        spent: list[float] = []

        def listen(execute: Any, *arguments: Any, spent: list[float] = spent) -> Any:
            began = time.perf_counter()
            try:
                return execute(*arguments)
            finally:
                spent.append(time.perf_counter() - began)

        best = (float("inf"), 0.0, 0, 0)
        for _round in range(ROUNDS):
            spent.clear()
            began = time.perf_counter()
            with connection.execute_wrapper(listen):
                page = client.get(address, query)
            whole = time.perf_counter() - began
            rows = page.content.count(b"field-where")
            best = min(best, (whole, sum(spent), len(spent), rows))
        print(f"{name:40} {best[3]:>5} {best[2]:>8} {best[1] * 1000:>12.1f} {best[0] * 1000:>9.1f}", flush=True)
        slow += [name] if best[0] * 1000 > PROMISED_MS else []
    return slow


def here() -> int:
    """On the database that is configured."""
    before = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
    try:
        slow = measure(desk_seed.archive(SIZE), SIZE)
    finally:
        teardown_databases(before, verbosity=0)
    if slow:
        print(f"Slower than {PROMISED_MS} ms: {'; '.join(slow)}.")
    return 1 if slow else 0


def main() -> int:
    """On PostgreSQL, then on SQLite."""
    if "here" in sys.argv:
        return here()
    run = [sys.executable, "-m", "bench.desk_list", "here"]
    without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    on_postgresql = subprocess.run([sys.executable, "-m", "tools.with_postgres", "--", *run])
    return max(on_postgresql.returncode, subprocess.run(run, env=without).returncode)


if __name__ == "__main__":
    sys.exit(main())
