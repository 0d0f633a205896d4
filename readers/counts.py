"""How many reports come, how soon they are answered and how many were right: by month and by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Case as Case_
from django.db.models import F, Q, TextField, Value, When
from django.utils import timezone

from articles.models import Section
from readers.models import Case, State
from staff.models import User

MONTHS = 12
HIGH = 100  # of the chart
WORDS = {"passage": "exact", "headline": "article__headline", "language": "article__language"}


@dataclass
class Tally:
    """Cases of a month or a section, spam left out."""

    reports: int = 0
    decided: int = 0
    accepted: int = 0
    accepted_reports: int = 0
    waits: list[float] = field(default_factory=list)

    def add(self, count: int, state: str, wait: timedelta | None) -> None:
        self.reports += count
        if wait is not None:
            self.decided += 1
            self.waits.append(wait.total_seconds())
        if state == State.ACCEPTED:
            self.accepted += 1
            self.accepted_reports += count

    @property
    def share(self) -> int | None:
        """Of those that were decided, how many in a hundred were accepted."""
        return round(100 * self.accepted / self.decided) if self.decided else None

    @property
    def hours(self) -> int | None:
        """From the first report to the decision; half took longer."""
        return round(median(self.waits) / 3600) if self.waits else None


@dataclass(frozen=True)
class Bar:
    """A month in a chart; all places are units of its drawing."""

    month: date
    tally: Tally
    left: int
    top: int
    height: int
    accepted_top: int
    accepted_height: int

    @property
    def middle(self) -> int:
        return self.left + 7

    @property
    def number_top(self) -> int:
        return self.top - 3


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    total: Tally
    bars: list[Bar]


def for_the_board(user: User) -> tuple[list[Any], Row]:
    """What waits, most reported first, and all cases together; of what this person may see, in one query."""
    now = timezone.now()
    found = list(_seen(user, now))
    waiting = [case for case in found if case.state == State.NEW]
    waiting.sort(key=lambda case: (-case.count, case.last_at, case.pk))
    return waiting, _together(found, now)[0]


def rows(user: User, *, at: datetime | None = None) -> list[Row]:
    """All together, then each section, most reported first; of what this person may see."""
    at = at or timezone.now()
    everything, by_section = _together(_seen(user, at), at)
    names = _names(by_section)
    sections = [Row(names.get(pk, ""), tally, bars) for pk, (tally, bars) in by_section.items()]
    return [everything, *sorted(sections, key=lambda row: -row.total.reports)]


def _seen(user: User, at: datetime) -> Iterable[Any]:
    """The cases of the last months and all that wait, spam left out; of what waits the words too."""
    waits = {
        name: Case_(When(state=State.NEW, then=F(path)), default=Value(""), output_field=TextField())
        for name, path in WORDS.items()
    }
    return (
        Case.objects.visible_to(user)
        .filter(Q(first_at__gte=_begin(at)) | Q(state=State.NEW))
        .exclude(state=State.SPAM)
        .annotate(section=F("article__section"), **waits)
        .values_list("pk", "section", "first_at", "last_at", "decided_at", "count", "state", *waits, named=True)
        .order_by()
    )


def _begin(at: datetime) -> datetime:
    """Of the first month that counts, where the outlet is, as on every screen of the desk."""
    now = timezone.localtime(at)
    return datetime.combine(_months(now.date())[0], datetime.min.time(), now.tzinfo)


def _together(seen: Iterable[Any], at: datetime) -> tuple[Row, dict[int | None, tuple[Tally, list[Bar]]]]:
    """The cases of the last months added up: all of them, and by section."""
    now, begins = timezone.localtime(at), _begin(at)
    months = _months(now.date())
    by_section: dict[int | None, dict[date, Tally]] = defaultdict(lambda: defaultdict(Tally))
    totals: dict[int | None, Tally] = defaultdict(Tally)
    everything, all_cases = defaultdict[date, Tally](Tally), Tally()
    for case in seen:
        if case.first_at < begins:
            continue
        month = timezone.localtime(case.first_at, now.tzinfo).date().replace(day=1)
        wait = case.decided_at - case.first_at if case.decided_at else None
        for tally in (by_section[case.section][month], totals[case.section], everything[month], all_cases):
            tally.add(case.count, case.state, wait)
    return Row("", all_cases, _bars(months, everything)), {
        pk: (tally, _bars(months, by_section[pk])) for pk, tally in totals.items()
    }


def _months(today: date) -> list[date]:
    """The first days of the last months, this one included."""
    first = today.year * 12 + today.month - MONTHS
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, first + MONTHS)]


def _bars(months: list[date], tallies: dict[date, Tally]) -> list[Bar]:
    most = max([tally.reports for tally in tallies.values()], default=0) or 1
    bars = []
    for place, month in enumerate(months):
        tally = tallies.get(month) or Tally()
        height = -(-tally.reports * HIGH // most)
        accepted = -(-tally.accepted_reports * HIGH // most)
        bars.append(Bar(month, tally, place * 20, HIGH - height, height, HIGH - accepted, accepted))
    return bars


def _names(sections: Iterable[int | None]) -> dict[int | None, str]:
    known = Section.objects.filter(pk__in=[pk for pk in sections if pk])
    return {section.pk: str(section) for section in known.prefetch_related("texts")}
