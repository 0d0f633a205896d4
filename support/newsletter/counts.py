"""How many came and went in each of the last months, and how many get the newsletter now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from outlet import languages
from support.models import Subscriber
from support.newsletter import offers

MONTHS = 12
HIGH = 100  # of the chart


@dataclass(frozen=True)
class Month:
    """A line of the table and two bars of the chart; all places are units of its drawing."""

    month: date
    came: int
    went: int
    left: int
    came_height: int
    went_height: int

    @property
    def came_top(self) -> int:
        return HIGH - self.came_height

    @property
    def went_top(self) -> int:
        return HIGH - self.went_height

    @property
    def went_left(self) -> int:
        return self.left + 7

    @property
    def middle(self) -> int:
        return self.left + 7


@dataclass(frozen=True)
class Tally:
    """``now`` are those who get it, by the name of the language."""

    now: list[tuple[str, int]]
    months: list[Month]

    @property
    def total(self) -> int:
        return sum(number for _name, number in self.now)


def tally(*, at: datetime | None = None) -> Tally:
    """Three queries, however many subscribers there are."""
    months = _months(timezone.localtime(at or timezone.now()).date())
    came, went = _by_month("confirmed_at"), _by_month("ended_at")
    most = max(*(came[month] for month in months), *(went[month] for month in months), 1)
    lines = [
        Month(month, came[month], went[month], place * 20, _high(came[month], most), _high(went[month], most))
        for place, month in enumerate(months)
    ]
    counted = Subscriber.objects.confirmed().order_by().values_list("language").annotate(number=Count("pk"))
    numbers = dict(counted)
    now = [(offers.own_name(code), numbers[code]) for code in languages.codes() if code in numbers]
    return Tally(now, lines)


def _by_month(moment: str) -> Counter[date]:
    """How many rows have this moment in each month, by its first day. What has ended was confirmed before."""
    rows = Subscriber.objects.filter(**{f"{moment}__isnull": False}).order_by()
    found = rows.annotate(month=TruncMonth(moment)).values_list("month").annotate(number=Count("pk"))
    return Counter({month.date(): number for month, number in found})


def _high(number: int, most: int) -> int:
    return -(-number * HIGH // most)


def _months(today: date) -> list[date]:
    """The first days of the last months, this one included."""
    first = today.year * 12 + today.month - MONTHS
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, first + MONTHS)]
