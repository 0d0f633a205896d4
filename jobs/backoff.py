"""How long to wait before trying again: twice as long each time, a little scattered."""

import random
from collections.abc import Callable
from datetime import timedelta

Jitter = Callable[[float, float], float]

# Doubling stops mattering long before this; the bound keeps the power a small number for ever.
MOST_DOUBLINGS = 30


def delay(attempt: int, *, base: float, cap: float, jitter: Jitter = random.uniform) -> timedelta:
    """The wait after the ``attempt``-th failure (from 1), at most ``cap`` seconds and a fifth.

    ``jitter(low, high)`` scatters the waits, so that what failed together does not come back together.
    """
    seconds = min(cap, base * 2 ** min(attempt - 1, MOST_DOUBLINGS))
    return timedelta(seconds=seconds * jitter(0.8, 1.2))
