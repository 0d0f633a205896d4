"""A limit of time on a piece of work, so that one that hangs does not hold up everything behind it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLong(Exception):
    """Raised inside work that has used up its time."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises ``TookTooLong`` in the block after ``seconds``; limits do not nest.

    The clock is a signal, and only the main thread can receive one: elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TookTooLong(f"not done after {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
