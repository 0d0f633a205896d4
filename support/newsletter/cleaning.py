"""Forgets daily who asked for the newsletter and never confirmed it (docs/operators/privacy.md)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from jobs.models import Message
from jobs.periodic import every
from jobs.tasks import job
from support.models import Subscriber
from support.models.newsletter import State
from support.newsletter.actions import TOPIC

DAY = 24 * 60 * 60
UNCONFIRMED_KEPT = timedelta(days=7)


@every(DAY)
@job()
def forget_unconfirmed() -> int:
    """How many addresses were deleted, and with them what was asked of the worker."""
    before = timezone.now() - UNCONFIRMED_KEPT
    Message.objects.filter(topic=TOPIC, sent_at__lt=before).delete()
    count, _by_model = Subscriber.objects.filter(state=State.ASKED, asked_at__lt=before).delete()
    return count
