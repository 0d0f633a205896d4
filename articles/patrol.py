"""The nightly round: every live story goes through the preflight, and links to other sites are asked whether they live.

What readers have is looked at, not what the desk has written since. Findings are rows (``LiveProblem``): a new one
is added, one that is found no more is marked as gone.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from articles import links
from articles.models import Edition, LiveProblem, OutsideLink
from articles.models.outside_link import SILENCES
from articles.preflight import Check
from articles.preflight.registry import Found, find
from articles.preflight.subject import Subject, of_edition
from jobs import web
from jobs.periodic import every
from jobs.tasks import job

DAY = 24 * 60 * 60
BEHIND_ALL_ELSE = -10
SLICE = 100
ASKED_AT_ONCE, LONGEST_TURN = 100, 300  # addresses, seconds
KEPT = timedelta(days=30)


@every(DAY)
@job(priority=BEHIND_ALL_ELSE)
def begin() -> None:
    """Begins the round, and forgets what is long gone."""
    forget()
    look.enqueue(0)


@job(priority=BEHIND_ALL_ELSE)
def look(after: int) -> None:
    """Looks at the next hundred stories, in the order of their articles, and queues the next hundred."""
    editions = live_after(after)
    for edition in editions:
        inspect(edition)
    if editions:
        look.enqueue(editions[-1].article_id)
    else:
        ask.enqueue()


@job(priority=BEHIND_ALL_ELSE)
def ask() -> int:
    """Asks addresses whose answer is older than a week; how many. Goes on later where there are more."""
    asked, end = 0, time.monotonic() + LONGEST_TURN
    for link in OutsideLink.objects.due().order_by("asked_at", "pk")[:ASKED_AT_ONCE]:
        if time.monotonic() > end:
            break
        asked += ask_one(link)
    if asked and OutsideLink.objects.due().exists():
        ask.enqueue()
    return asked


def live_after(article: int) -> list[Edition]:
    """Some live stories, with what is needed to look at them."""
    editions = Edition.objects.live().filter(article__gt=article).select_related("article", "revision")
    return list(editions.order_by("article_id")[:SLICE])


def live() -> Iterator[Edition]:
    """All live stories, a slice at a time."""
    after = 0
    while editions := live_after(after):
        yield from editions
        after = editions[-1].article_id


def inspect(edition: Edition) -> list[tuple[Check, Found]]:
    """What the checks find in a live story, written down with the links that it has."""
    subject = of_edition(edition)
    found = find(subject)
    with transaction.atomic():
        _store(edition.article_id, found)
        _remember(subject)
    return found


def forget() -> None:
    """Closes the findings in stories that are not public any more; removes what is gone for a month."""
    now = timezone.now()
    public = Edition.objects.live(now).values("article")
    LiveProblem.objects.filter(gone__isnull=True).exclude(article__in=public).update(gone=now)
    LiveProblem.objects.filter(gone__lt=now - KEPT).delete()
    OutsideLink.objects.filter(seen_at__lt=now - KEPT).delete()


def ask_one(link: OutsideLink) -> bool:
    """Asks one address and writes down the answer; false if another worker was quicker."""
    unchanged = OutsideLink.objects.filter(pk=link.pk, asked_at=link.asked_at)
    now = timezone.now()
    if not unchanged.update(asked_at=now):
        return False
    answer: dict[str, Any]
    try:
        answer = {"status": links.status_of(link.url), "silences": 0}
    except web.NotOutside:
        answer = {"status": None, "silences": SILENCES}  # it will not come out by itself
    except (OSError, http.client.HTTPException, ValueError):
        answer = {"status": None, "silences": min(link.silences + 1, SILENCES)}
    OutsideLink.objects.filter(pk=link.pk).update(**answer)
    return True


def _store(article: int, found: Iterable[tuple[Check, Found]]) -> None:
    """Adds what is new and marks as gone what is found no more."""
    known = {_key(row.code, row.field, row.place, row.values): row for row in LiveProblem.objects.filter(
        article=article, gone__isnull=True
    )}  # fmt: skip
    now, added = timezone.now(), []
    for check, one in found:
        values = dict(one.values)
        if known.pop(_key(check.id, one.field, one.place, values), None) is None:
            with translation.override(None):
                words = str(check.message)
            added.append(
                LiveProblem(
                    article_id=article, code=check.id, level=one.level or check.level, field=one.field,
                    place=one.place, words=words, values=values, found_at=now,
                )
            )  # fmt: skip
    LiveProblem.objects.bulk_create(added)
    LiveProblem.objects.filter(pk__in=[row.pk for row in known.values()]).update(gone=now)


def _key(code: str, field: str, place: str, values: dict[str, Any]) -> tuple[str, str, str, str]:
    return code, field, place, json.dumps(values, sort_keys=True)


def _remember(subject: Subject) -> None:
    """The addresses of other sites in a live story are asked by the worker from now on."""
    by_digest = {OutsideLink.digest_of(url): url for _field, url, _words in subject.outside}
    if not by_digest:
        return
    now = timezone.now()
    rows = [OutsideLink(url=url, digest=digest, seen_at=now) for digest, url in by_digest.items()]
    OutsideLink.objects.bulk_create(rows, update_conflicts=True, unique_fields=["digest"], update_fields=["seen_at"])
