"""What is still to be done: the outbox, the queue's runs, the slots of periodic jobs, and who works on them."""

import logging
from datetime import datetime
from traceback import format_exception
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskResultStatus
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult, get_date_max

from jobs.tasks import policy_of

log = logging.getLogger(__name__)


class Message(models.Model):
    """A row of the outbox, written in the transaction whose outcome it announces (``jobs.outbox``)."""

    topic = models.CharField(_("topic"), max_length=40)
    payload = models.JSONField(_("payload"), default=dict)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    retry_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("outgoing message")
        verbose_name_plural = _("outbox")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=models.Q(sent_at=None), name="jobs_message_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} #{self.pk}"


class RunQuerySet(models.QuerySet["Run"]):
    """The queue by the state of its runs."""

    def ready(self, now: datetime) -> Self:
        """Waiting, and due; a run without a time carries the greatest there is."""
        is_due = models.Q(run_after__lte=now) | models.Q(run_after=get_date_max())
        return self.filter(is_due, status=TaskResultStatus.READY)

    def running(self) -> Self:
        """In the hands of a worker, dead or alive."""
        return self.filter(status=TaskResultStatus.RUNNING)


class Run(DBTaskResult[..., Any]):
    """A job in the queue. What fails goes back into the queue until its policy is used up.

    Every change is an update that asks for the row as it was read. So of two workers one gets a run,
    and a worker that was given up for dead cannot overwrite what came after it.
    """

    queue = RunQuerySet.as_manager()

    class Meta:
        proxy = True
        default_permissions = ()

    @property
    def attempts(self) -> int:
        """How often a worker took it, this time included."""
        return len(self.worker_ids)

    def take(self, worker: str) -> bool:
        """Makes the run this worker's own; false if another was quicker."""
        return self._change(
            status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=[*self.worker_ids, worker]
        )

    def set_successful(self, return_value: Any) -> None:
        self._finish(
            status=TaskResultStatus.SUCCESSFUL,
            finished_at=timezone.now(),
            return_value=normalize_json(return_value),
            exception_class_path="",
            traceback="",
        )

    def set_failed(self, exc: BaseException) -> None:
        policy = policy_of(self.task_path)
        failure = {
            "exception_class_path": f"{type(exc).__module__}.{type(exc).__qualname__}",
            "traceback": "".join(format_exception(exc)),
        }
        if self.attempts < policy.max_attempts:
            again_at = timezone.now() + policy.delay(self.attempts)
            log.warning("%s: attempt %d failed, again at %s: %r", self.task_path, self.attempts, again_at, exc)
            self._finish(status=TaskResultStatus.READY, run_after=again_at, **failure)
        else:
            self._finish(status=TaskResultStatus.FAILED, finished_at=timezone.now(), **failure)

    def _finish(self, **values: Any) -> None:
        if not self._change(**values):
            log.warning("%s (%s) is in other hands by now; its end was not written.", self.task_path, self.pk)

    def _change(self, **values: Any) -> bool:
        if not Run.queue.filter(pk=self.pk, status=self.status, started_at=self.started_at).update(**values):
            return False
        for name, value in values.items():
            setattr(self, name, value)
        return True


class PeriodicRun(models.Model):
    """The mark that a periodic job was queued for this slot of time; that it is unique is the lock."""

    name = models.CharField(max_length=200)
    slot = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["name", "slot"], name="jobs_periodic_run_once_a_slot")]

    def __str__(self) -> str:
        return f"{self.name} {self.slot:%Y-%m-%d %H:%M:%S}"


class Heartbeat(models.Model):
    """A worker's sign of life. It says by when the next one comes, because a long job makes it silent."""

    name = models.CharField(max_length=100, unique=True)
    seen_at = models.DateTimeField()
    expected_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
