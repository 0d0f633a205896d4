"""How much may be sent: by one sender, and by all together.

``count`` is called within the transaction of what is sent, under a lock on the day's row, so that no two senders
pass a limit at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from outlet import senders
from support.models.sending import Day, Sending

HOUR = timedelta(hours=1)
KEPT = timedelta(days=1)  # no limit looks back further

# So many in so long.
Limit = tuple[int, timedelta]


class TooMany(Exception):
    """One sender has sent as much as one may; ``wait`` is how long until the next is taken."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait

    @property
    def minutes(self) -> int:
        """The wait, for people."""
        return -(-int(self.wait.total_seconds()) // 60) or 1

    @property
    def seconds(self) -> int:
        """The wait, for ``Retry-After``."""
        return self.minutes * 60


class Full(TooMany):
    """All senders together have sent as much as we can take."""


def count(kind: str, who: str, *, limits: Iterable[Limit], at: datetime, of_all: int = 0) -> None:
    """Counts one more of this kind by ``who``, a network or e-mail address, or raises where that is one too many.

    ``of_all`` is how many of the kind are taken in an hour from everybody, 0 for any number.
    """
    Day.objects.get_or_create(date=at.date())
    day = Day.objects.select_for_update().get(date=at.date())
    sender = senders.digest(who, day.salt)
    for most, period in limits:
        own = Sending.objects.filter(kind=kind, sender=sender, at__gt=at - period)
        oldest = own.order_by("-at").values_list("at", flat=True)[most - 1 : most].first()
        if oldest is not None:
            raise TooMany(oldest + period - at)
    if of_all and Sending.objects.filter(kind=kind, at__gt=at - HOUR).count() >= of_all:
        raise Full(HOUR)
    Sending.objects.create(kind=kind, sender=sender, at=at)
