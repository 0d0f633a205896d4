"""How much may be sent: by one sender, by all together, and how soon after the form was opened.

Within the transaction of a report, under a lock on the day's row, so that no two senders pass a limit at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing

from outlet import senders
from readers.models import Day, Sending

# A sender's: so many in so long.
OF_A_SENDER = ((5, timedelta(minutes=5)), (15, timedelta(minutes=30)), (30, timedelta(days=1)))
HOUR = timedelta(hours=1)
SHORTEST, LONGEST = 3, 24 * 60 * 60  # seconds from the form to the report
SIGNER = signing.TimestampSigner(salt="readers.report")


class TooMany(Exception):
    """One sender has sent as much as one may; ``wait`` is how long until the next is taken."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait


class Full(Exception):
    """All readers together have sent as much as the newsroom can take."""


class TooSoon(Exception):
    """Nobody writes so fast."""


class TooLate(Exception):
    """The form is not one of ours, or was open for longer than a day."""


def token(edition: int) -> str:
    """Goes out with a form; it says for which edition and when, and needs neither cookie nor session."""
    return SIGNER.sign(str(edition))


def check_token(value: str, edition: int) -> None:
    """Raises unless the form was ours, was for this edition, and was open for as long as it takes to write."""
    try:
        if SIGNER.unsign(value, max_age=LONGEST) != str(edition):
            raise TooLate
    except signing.BadSignature as error:
        raise TooLate from error
    try:
        SIGNER.unsign(value, max_age=SHORTEST)
    except signing.SignatureExpired:
        return
    raise TooSoon


def count(address: str, *, at: datetime) -> None:
    """Counts one more sending, or raises where that would be one too many."""
    Day.objects.get_or_create(date=at.date())
    day = Day.objects.select_for_update().get(date=at.date())
    sender = senders.digest(address, day.salt)
    own = Sending.objects.filter(sender=sender)
    for most, period in OF_A_SENDER:
        times = list(own.since(at - period).order_by("-at").values_list("at", flat=True)[:most])
        if len(times) == most:
            raise TooMany(times[-1] + period - at)
    if Sending.objects.since(at - HOUR).count() >= settings.REPORTS_PER_HOUR:
        raise Full
    Sending.objects.create(sender=sender, at=at)
