"""The outbox: post inside a transaction, and the worker tells the world until it succeeds."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from jobs import backoff
from jobs.limits import time_limit
from jobs.models import Message

log = logging.getLogger(__name__)

Handler = Callable[[dict[str, Any]], None]
HANDLERS: dict[str, Handler] = {}

# A handler may take a minute. A message is its worker's own for longer, so that two never deliver at once.
HANDLER_SECONDS = 60
LEASE = timedelta(minutes=5)
BASE_SECONDS, CAP_SECONDS = 5, 900
ERROR_LENGTH = 4000

_reported_topics: set[str] = set()


def post(topic: str, payload: dict[str, Any], *, due_at: datetime | None = None) -> Message:
    """Writes a message that is handed to the topic's handler after commit, not before ``due_at``."""
    return Message.objects.create(topic=topic, payload=payload, due_at=due_at or timezone.now())


def handler(topic: str) -> Callable[[Handler], Handler]:
    """Registers the function that delivers a topic. It may be called twice for one message: be idempotent."""

    def register(function: Handler) -> Handler:
        HANDLERS[topic] = function
        return function

    return register


def overdue(now: datetime) -> QuerySet[Message]:
    """All that should have been sent by now, whoever is busy with it."""
    return Message.objects.filter(sent_at=None, due_at__lte=now)


def drain(now: datetime | None = None, limit: int = 100) -> int:
    """Hands messages that are due to their handlers, the longest due first; how many, failures included."""
    handed = 0
    while handed < limit and (message := take(now or timezone.now())):
        deliver(message, now)
        handed += 1
    if handed < limit:
        _report_topics_without_handler(now or timezone.now())
    return handed


def take(now: datetime) -> Message | None:
    """The next message, made this worker's own until the lease ends."""
    waiting = overdue(now).filter(Q(retry_at=None) | Q(retry_at__lte=now), topic__in=HANDLERS)
    while message := waiting.order_by("due_at", "id").first():
        if lease(message, now):
            return message
    return None


def lease(message: Message, now: datetime) -> bool:
    """Counts an attempt and holds the message back; false if another worker was quicker."""
    unchanged = Message.objects.filter(pk=message.pk, sent_at=None, attempts=message.attempts)
    if not unchanged.update(attempts=message.attempts + 1, retry_at=now + LEASE):
        return False
    message.attempts += 1
    return True


def deliver(message: Message, now: datetime | None = None) -> None:
    """Calls the handler and writes down how it went; a failure is tried again, for ever."""
    mine = Message.objects.filter(pk=message.pk, sent_at=None)
    try:
        with time_limit(HANDLER_SECONDS):
            HANDLERS[message.topic](message.payload)
    except Exception as error:
        wait = backoff.delay(message.attempts, base=BASE_SECONDS, cap=CAP_SECONDS)
        log.warning("%s: attempt %d failed, again in %d s", message, message.attempts, wait.seconds, exc_info=True)
        # The number of attempts: a lease that has ended may be another worker's by now.
        mine.filter(attempts=message.attempts).update(
            retry_at=(now or timezone.now()) + wait, last_error="".join(format_exception(error))[-ERROR_LENGTH:]
        )
    else:
        mine.update(sent_at=now or timezone.now(), retry_at=None, last_error="")


def _report_topics_without_handler(now: datetime) -> None:
    """Their messages wait until a handler comes; the log says so once a process."""
    unknown = overdue(now).exclude(topic__in=[*HANDLERS, *_reported_topics])
    for topic in unknown.order_by().values_list("topic", flat=True).distinct():
        _reported_topics.add(topic)
        log.error("No handler for the topic %r; its messages wait.", topic)
