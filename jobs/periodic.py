"""Periodic jobs: each is queued once in every slot of time, however many workers there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task

from jobs.models import PeriodicRun

T = TypeVar("T")

# Marks outlive their slot by much more than the clocks of two machines can differ.
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Periodic:
    """A job and its interval. Slots are counted from 1970, so all workers agree on them."""

    job: Task[[], Any]
    seconds: int

    def slot(self, now: datetime) -> datetime:
        """The beginning of the slot in which ``now`` lies."""
        return datetime.fromtimestamp(now.timestamp() // self.seconds * self.seconds, UTC)


PERIODIC: dict[str, Periodic] = {}


def every(seconds: int) -> Callable[[Task[[], T]], Task[[], T]]:
    """Stands above ``@job``. The job takes no arguments; slots that passed without a worker are not made up for."""

    def register(job: Task[[], T]) -> Task[[], T]:
        PERIODIC[job.module_path] = Periodic(job, seconds)
        return job

    return register


def tick(now: datetime | None = None) -> int:
    """Queues what has not been queued yet in its present slot; how many."""
    slots = {name: periodic.slot(now or timezone.now()) for name, periodic in PERIODIC.items()}
    marked = set(PeriodicRun.objects.filter(slot__in=set(slots.values())).values_list("name", "slot"))
    return sum(_queue(name, slot) for name, slot in slots.items() if (name, slot) not in marked)


def _queue(name: str, slot: datetime) -> bool:
    """One transaction, so that there is never a mark without its job."""
    periodic = PERIODIC[name]
    with transaction.atomic():
        _mark, is_first = PeriodicRun.objects.get_or_create(name=name, slot=slot)
        if is_first:
            periodic.job.enqueue()
            PeriodicRun.objects.filter(name=name, slot__lt=slot - timedelta(seconds=periodic.seconds) - KEPT).delete()
    return is_first
