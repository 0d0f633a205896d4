"""``manage.py worker``: sends what the newsroom has to send and runs its jobs."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jobs.worker import Worker

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Command(BaseCommand):
    """The loop itself is ``jobs.worker``."""

    help = "Delivers the outbox, runs queued and periodic jobs, and recovers those whose worker died."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do all that is due, then end.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker()
        with stopped_by_signals(worker):
            if once:
                worker.run_once()
            else:
                worker.run()


@contextmanager
def stopped_by_signals(worker: Worker) -> Iterator[None]:
    """The first signal lets the present job end, the second one ends the process."""

    def stop(number: int, frame: FrameType | None) -> None:
        for name in SIGNALS:
            signal.signal(name, signal.SIG_DFL)
        worker.stop()

    before = {name: signal.signal(name, stop) for name in SIGNALS}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
