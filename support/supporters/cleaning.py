"""Deletes daily what nobody needs any more (docs/operators/privacy.md)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from jobs.periodic import every
from jobs.tasks import job
from support import limits
from support.models import Day, Delivery, Kind, LastEvent, Sending, SignInLink

DAY = 24 * 60 * 60
LINKS_KEPT = timedelta(days=1)
DELIVERIES_KEPT = timedelta(days=30)
EVENTS_KEPT = timedelta(days=30)


@every(DAY)
@job()
def clean() -> int:
    """How many deliveries were forgotten.

    Patreon signs no time, so what it sent could be sent again by a stranger for ever: of its deliveries the digest
    stays, and no word else.
    """
    now = timezone.now()
    Sending.objects.filter(at__lt=now - limits.KEPT).delete()
    Day.objects.filter(date__lt=(now - limits.KEPT).date()).delete()
    SignInLink.objects.filter(until__lt=now - LINKS_KEPT).delete()
    LastEvent.objects.filter(at__lt=now - EVENTS_KEPT, is_active=False).delete()
    old = Delivery.objects.filter(at__lt=now - DELIVERIES_KEPT, is_cleaned=False)
    kept = old.filter(service__kind=Kind.PATREON).update(is_cleaned=True, supporter=None, event="", because="")
    return kept + old.exclude(service__kind=Kind.PATREON).delete()[0]
