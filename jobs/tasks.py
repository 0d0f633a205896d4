"""Declares jobs: functions that the worker runs, and how often and how long it tries."""

import functools
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import ParamSpec, TypeVar

from django.utils.module_loading import import_string
from django_tasks import task
from django_tasks.base import Task

from jobs import backoff
from jobs.limits import time_limit

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Policy:
    """What happens when a job fails, or when its worker dies: attempts in all, waits and time in seconds."""

    max_attempts: int = 6
    base: float = 5
    cap: float = 3600
    timeout: float = 600
    jitter: backoff.Jitter = random.uniform

    def delay(self, attempt: int) -> timedelta:
        """The wait after the ``attempt``-th failure."""
        return backoff.delay(attempt, base=self.base, cap=self.cap, jitter=self.jitter)


# A plain task of another package never promised that running it twice does no harm.
UNDECLARED = Policy(max_attempts=1)
POLICIES: dict[str, Policy] = {}


def job(
    *,
    max_attempts: int = Policy.max_attempts,
    base: float = Policy.base,
    cap: float = Policy.cap,
    timeout: float = Policy.timeout,
    jitter: backoff.Jitter = random.uniform,
    priority: int = 0,
) -> Callable[[Callable[P, T]], Task[P, T]]:
    """Makes a function of a module a job: ``send_letter.enqueue(letter_id)``.

    By this the author promises that running it twice does no harm: a job whose worker dies runs again.
    It must end within ``timeout`` seconds, else it is stopped and counts as failed. Arguments are plain JSON.
    """

    def declare(function: Callable[P, T]) -> Task[P, T]:
        @functools.wraps(function)
        def limited(*args: P.args, **kwargs: P.kwargs) -> T:
            with time_limit(timeout):
                return function(*args, **kwargs)

        declared = task(priority=priority)(limited)
        POLICIES[declared.module_path] = Policy(max_attempts, base, cap, timeout, jitter)
        return declared

    return declare


def policy_of(task_path: str) -> Policy:
    """The policy that was declared for the function at this dotted path."""
    with suppress(ImportError):
        import_string(task_path)  # the declaration is made when its module is imported
    return POLICIES.get(task_path, UNDECLARED)
