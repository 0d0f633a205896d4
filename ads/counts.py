"""How often own ads are seen and pressed: a number a day, and nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from ads.models import Ad, AdDay
from outlet.models import Outlet

DAYS = 30
HIGH = 100  # of the chart
SHOWN, PRESSED = "shown", "pressed"


def count(ad: Ad, what: str) -> None:
    """Counts one more on the day it is where the outlet is."""
    today = timezone.localdate(timezone=Outlet.objects.current().zone)
    one_more = {what: F(what) + 1}
    if not ad.days.filter(date=today).update(**one_more):
        AdDay.objects.get_or_create(ad=ad, date=today)
        ad.days.filter(date=today).update(**one_more)


def rate(shown: int, pressed: int) -> float | None:
    """Of a hundred times that it was seen, how often it was pressed."""
    return 100 * pressed / shown if shown else None


@dataclass(frozen=True)
class Bar:
    """A day in the chart; places are units of its drawing."""

    date: date
    shown: int
    pressed: int
    left: int
    shown_height: int
    pressed_height: int

    @property
    def shown_top(self) -> int:
        return HIGH - self.shown_height

    @property
    def pressed_top(self) -> int:
        return HIGH - self.pressed_height

    @property
    def rate(self) -> float | None:
        return rate(self.shown, self.pressed)


@dataclass(frozen=True)
class Sums:
    """All of an ad's days together, and the last of them one by one."""

    shown: int
    pressed: int
    bars: list[Bar]

    @property
    def rate(self) -> float | None:
        return rate(self.shown, self.pressed)


def of(ad: Ad, today: date) -> Sums:
    """One query."""
    days = {day: (shown, pressed) for day, shown, pressed in ad.days.values_list("date", SHOWN, PRESSED)}
    last = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    most = max((max(days.get(day, (0, 0))) for day in last), default=0) or 1
    bars = []
    for place, day in enumerate(last):
        shown, pressed = days.get(day, (0, 0))
        bars.append(Bar(day, shown, pressed, place * 8, -(-shown * HIGH // most), -(-pressed * HIGH // most)))
    return Sums(sum(shown for shown, _ in days.values()), sum(pressed for _, pressed in days.values()), bars)
