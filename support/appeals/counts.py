"""How often appeals are seen and followed: a number a day, and what may be said of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from outlet.models import Outlet
from support.models import Appeal, AppealDay

logger = logging.getLogger(__name__)

SHOWN, PRESSED = "shown", "pressed"
Z = 1.96  # of 100 such intervals 95 hold the true rate
LEAST_SHOWN = 200  # below that nothing is said
WIDE = 100  # of the chart


def count(appeal: Appeal, what: str) -> None:
    """One more today, where the outlet is. A database that is too busy for it keeps no reader waiting."""
    day: dict[str, Any] = {"appeal": appeal, "date": timezone.localdate(timezone=Outlet.objects.current().zone)}
    one_more = {what: F(what) + 1}
    try:
        if not AppealDay.objects.filter(**day).update(**one_more):
            with transaction.atomic():
                AppealDay.objects.get_or_create(**day)
            AppealDay.objects.filter(**day).update(**one_more)
    except OperationalError:
        logger.exception("An appeal could not be counted")


@dataclass(frozen=True)
class Rate:
    """Of so many who saw an appeal so many followed it; ``low`` and ``high`` are between which the true rate lies."""

    appeal: Appeal
    shown: int
    pressed: int
    most: float = 0.0

    @property
    def share(self) -> float:
        """A fraction; who follows without being counted as one who saw does not make it more than all."""
        return min(1.0, self.pressed / self.shown) if self.shown else 0.0

    @property
    def low(self) -> float:
        return wilson(self.pressed, self.shown)[0]

    @property
    def high(self) -> float:
        return wilson(self.pressed, self.shown)[1]

    @property
    def is_early(self) -> bool:
        """Whether too few saw it to say anything."""
        return self.shown < LEAST_SHOWN

    # of a hundred who saw it

    @property
    def hundred(self) -> float:
        return 100 * self.share

    @property
    def low_hundred(self) -> float:
        return 100 * self.low

    @property
    def high_hundred(self) -> float:
        return 100 * self.high

    # places in the chart, of whose width the highest rate of all takes nearly all

    @property
    def left(self) -> float:
        return self._place(self.low)

    @property
    def middle(self) -> float:
        return self._place(self.share)

    @property
    def right(self) -> float:
        return self._place(self.high)

    @property
    def wide(self) -> float:
        return round(self.right - self.left, 2)

    def _place(self, share: float) -> float:
        return round(WIDE * share / self.most, 2) if self.most else 0.0


def wilson(pressed: int, shown: int) -> tuple[float, float]:
    """The interval of Wilson for a share, which is right for few and for rare things too."""
    if not shown:
        return 0.0, 1.0
    share = min(1.0, pressed / shown)
    spread = Z * sqrt(share * (1 - share) / shown + Z * Z / (4 * shown * shown))
    middle, whole = share + Z * Z / (2 * shown), 1 + Z * Z / shown
    low, high = (middle - spread) / whole, (middle + spread) / whole
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # a float may miss the share by a hair


def rates(*, days: int | None = None, today: date | None = None) -> list[Rate]:
    """Of all appeals that anybody saw, in so many days; those of one language together, the best first."""
    begin = (today or timezone.localdate()) - timedelta(days=days - 1) if days else None
    counted = Q(days__date__gte=begin) if begin else Q()
    found = Appeal.objects.order_by().annotate(
        seen=Sum("days__shown", filter=counted, default=0), followed=Sum("days__pressed", filter=counted, default=0)
    )
    rows = [Rate(appeal, appeal.seen, appeal.followed) for appeal in found if appeal.seen or appeal.followed]
    most = max((rate.high for rate in rows if not rate.is_early), default=0.0) or max(
        (rate.high for rate in rows), default=0.0
    )
    most = most * 1.05
    rows = [Rate(rate.appeal, rate.shown, rate.pressed, most) for rate in rows]
    return sorted(rows, key=lambda rate: (rate.appeal.language, -rate.share, rate.appeal.name))


def best(rows: Sequence[Rate]) -> Rate | None:
    """The one of which it can be said that readers follow it more than any other; None while it is too early to tell.

    It can be said where all have been seen often enough, and the interval of one lies above those of all others.
    """
    if len(rows) < 2 or any(rate.is_early for rate in rows):
        return None
    first, *others = sorted(rows, key=lambda rate: -rate.share)
    return first if all(rate.high < first.low for rate in others) else None


def by_language(rows: Iterable[Rate]) -> list[tuple[str, list[Rate]]]:
    """Appeals in one language stand beside one another on the same pages, so these are compared."""
    found: dict[str, list[Rate]] = {}
    for rate in rows:
        found.setdefault(rate.appeal.get_language_display(), []).append(rate)
    return list(found.items())
