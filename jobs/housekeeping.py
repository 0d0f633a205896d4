"""Throws away daily what is done and nobody will ask for any more."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from jobs.models import Heartbeat, Message
from jobs.periodic import every
from jobs.tasks import job

DAY = 24 * 60 * 60
SENT_MESSAGES_KEPT = timedelta(days=30)
SUCCESSES_KEPT_DAYS, FAILURES_KEPT_DAYS = 7, 30
HEARTBEATS_KEPT = timedelta(days=1)


@every(DAY)
@job()
def tidy() -> None:
    """Removes sent messages, ended runs, the heartbeats of workers that died and sessions that ran out."""
    now = timezone.now()
    Message.objects.filter(sent_at__lt=now - SENT_MESSAGES_KEPT).delete()
    Heartbeat.objects.filter(expected_at__lt=now - HEARTBEATS_KEPT).delete()
    call_command("clearsessions")
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=SUCCESSES_KEPT_DAYS,
        failed_min_age_days=FAILURES_KEPT_DAYS,
        verbosity=0,
    )
