"""Deletes daily what readers told us of themselves and what limits need no more (docs/operators/privacy.md)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from jobs.periodic import every
from jobs.tasks import job
from readers.models import Day, Report, Sending

DAY = 24 * 60 * 60
PERSONAL_KEPT = timedelta(days=90)
SENDINGS_KEPT = timedelta(days=1)


@every(DAY)
@job()
def clean() -> int:
    """Of how many reports name, e-mail and comment were deleted."""
    now = timezone.now()
    Sending.objects.filter(at__lt=now - SENDINGS_KEPT).delete()
    Day.objects.filter(date__lt=(now - SENDINGS_KEPT).date()).delete()
    old = Report.objects.filter(at__lt=now - PERSONAL_KEPT, is_cleaned=False)
    return old.update(name="", email="", comment="", is_cleaned=True)
