"""Finds jobs whose worker died in the middle, and gives them back to the queue."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus

from jobs.models import Run
from jobs.tasks import policy_of

# A live worker stops a job at its time limit by itself; this is for the clocks of two machines.
GRACE = timedelta(seconds=30)


class WorkerDied(Exception):
    """What a job failed of whose worker never came back."""


def reap(now: datetime | None = None) -> int:
    """Lets those runs fail, and so come back, that are past their own time limit; how many."""
    return sum(_give_up(run) for run in Run.queue.running() if _is_dead(run, now or timezone.now()))


def _is_dead(run: Run, now: datetime) -> bool:
    limit = timedelta(seconds=policy_of(run.task_path).timeout)
    return run.started_at is not None and run.started_at + limit + GRACE <= now


def _give_up(run: Run) -> bool:
    """False if the worker, or another reaper, was quicker."""
    run.set_failed(WorkerDied(f"the worker {run.worker_ids[-1]} did not come back"))
    return run.status != TaskResultStatus.RUNNING
