"""The worker: does all that is due, round after round, until it is told to stop."""

import logging
import os
import socket
import time
from contextlib import suppress
from datetime import timedelta
from queue import Empty, SimpleQueue

from django.db import close_old_connections, connections
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from jobs import outbox, periodic, recovery
from jobs.models import Heartbeat, Run
from jobs.tasks import policy_of

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0  # between two rounds that found nothing
ROUND_SECONDS = 1.0  # before a busy round looks at the clock of periodic jobs again
REAP_SECONDS = 10.0
SIGN_EVERY = timedelta(seconds=10)
SILENCE = timedelta(minutes=2)  # longer than any message takes
LONGEST_PAUSE = 30.0  # while the database is away


class Worker:
    """One process that works. Any number may run at once; they share the work and need not know one another."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"{socket.gethostname()}:{os.getpid()}"[:100]
        self.is_stopping = False
        # A queue, not an Event: only its put() may be called while the same thread waits on it (signal handlers).
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._heartbeat: Heartbeat | None = None
        self._reap_at = 0.0
        self._executor = db_worker.Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.name,
            excluded_queue_names=[],
        )

    def stop(self) -> None:
        """Lets the worker end after what it is doing. May be called by a signal handler."""
        self.is_stopping = True
        self._bell.put(None)

    def run(self) -> None:
        """Works until ``stop``. Whatever goes wrong, a database that is away too, it tries again."""
        log.info("Worker %s begins.", self.name)
        failures = 0
        while not self.is_stopping:
            try:
                close_old_connections()
                self.sign(SILENCE)
                was_busy = self.round()
                failures = 0
            except Exception:
                failures += 1
                log.exception("Worker %s could not go on (%d times running).", self.name, failures)
                connections.close_all()
                self._pause(min(LONGEST_PAUSE, 2.0**failures))
            else:
                if not was_busy:
                    self._pause(IDLE_SECONDS)
        self._sign_off()
        log.info("Worker %s ends.", self.name)

    def run_once(self) -> None:
        """Does all that is due now. It gives no sign of life: nobody is to wait for its next one."""
        while not self.is_stopping and self.round():
            pass

    def round(self) -> bool:
        """Queues periodic jobs, recovers dead runs, then messages and jobs in turn; false if nothing is left."""
        periodic.tick()
        if time.monotonic() >= self._reap_at:
            recovery.reap()
            self._reap_at = time.monotonic() + REAP_SECONDS
        end = time.monotonic() + ROUND_SECONDS
        while not self.is_stopping and time.monotonic() < end:
            has_sent = outbox.drain(limit=1)
            has_run = not self.is_stopping and self._run_next()
            if not has_sent and not has_run:
                return False
        return True

    def _run_next(self) -> bool:
        run = take(self.name)
        if run is None:
            return False
        if self._heartbeat:
            self.sign(timedelta(seconds=policy_of(run.task_path).timeout) + SILENCE)
        self._executor.run_task(run)
        return True

    def sign(self, silence: timedelta) -> None:
        """Writes a sign of life, if the last one is old or promised the next one too early."""
        now = timezone.now()
        last = self._heartbeat
        if last and now < last.seen_at + SIGN_EVERY and now + silence < last.expected_at + SIGN_EVERY:
            return
        self._heartbeat, _new = Heartbeat.objects.update_or_create(
            name=self.name, defaults={"seen_at": now, "expected_at": now + silence}
        )

    def _sign_off(self) -> None:
        try:
            Heartbeat.objects.filter(name=self.name).delete()
        except Exception:
            log.exception("Worker %s could not sign off.", self.name)

    def _pause(self, seconds: float) -> None:
        with suppress(Empty):
            self._bell.get(timeout=seconds)


def take(worker: str) -> Run | None:
    """The next run that is due, made this worker's own."""
    while run := Run.queue.ready(timezone.now()).first():
        if run.take(worker):
            return run
    return None
