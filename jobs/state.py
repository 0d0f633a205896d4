"""How the background work is doing, for whoever watches."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, F, Max, Min, When
from django_tasks_db.models import get_date_max

from jobs import outbox
from jobs.models import Heartbeat, Run


@dataclass(frozen=True)
class Workers:
    """All workers as one: alive if any of them is."""

    alive: bool
    last_seen: timedelta | None


@dataclass(frozen=True)
class Backlog:
    """What should be done by now and is not, and how long the oldest of it has waited."""

    tasks: int
    messages: int
    oldest: timedelta


def workers(now: datetime) -> Workers:
    """A worker is alive until the time by which it promised its next sign of life."""
    signs = Heartbeat.objects.aggregate(seen=Max("seen_at"), expected=Max("expected_at"))
    return Workers(
        alive=signs["expected"] is not None and signs["expected"] > now,
        last_seen=now - signs["seen"] if signs["seen"] else None,
    )


def backlog(now: datetime) -> Backlog:
    """Work whose time has come; what is being done at this moment is not counted among the tasks."""
    due_at = Case(When(run_after=get_date_max(), then=F("enqueued_at")), default=F("run_after"))
    tasks = Run.queue.ready(now).aggregate(count=Count("pk"), oldest=Min(due_at))
    messages = outbox.overdue(now).aggregate(count=Count("pk"), oldest=Min("due_at"))
    oldest = [moment for moment in (tasks["oldest"], messages["oldest"]) if moment]
    return Backlog(tasks["count"], messages["count"], now - min(oldest, default=now))
