"""What mailing services hear of who comes and goes: signed JSON through the outbox (docs/operators/newsletter.md)."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from django.utils import timezone

from jobs import outbox, web
from jobs.models import Message
from support.models import MailingService, Subscriber
from support.newsletter import links

TOPIC = "mailing-service"
CONFIRMED, ENDED, TEST = "newsletter.confirmed", "newsletter.ended", "test"
FRESH = timedelta(minutes=5)


class NotTaken(Exception):
    """The service answered, but did not take it."""


def tell(event: str, subscriber: Subscriber, *, at: datetime, but: int = 0) -> None:
    """Posts one message for each service that is switched on, ``but`` the one from which we have it."""
    about = {
        "email": subscriber.email,
        "language": subscriber.language,
        "confirmed_at": _stamp(subscriber.confirmed_at) if subscriber.confirmed_at else None,
        "unsubscribe": links.to_end(subscriber),
    }
    for service in MailingService.objects.filter(is_on=True).exclude(pk=but):
        _post(service, event, at, subscriber=about)


def test(service: MailingService) -> Message:
    """Posts a message about nobody, so that the way can be tried."""
    return _post(service, TEST, timezone.now())


def _post(service: MailingService, event: str, at: datetime, **about: Any) -> Message:
    content = {"id": uuid4().hex, "event": event, "at": _stamp(at), **about}
    return outbox.post(TOPIC, {"service": service.pk, "content": content})


def messages(service: MailingService) -> QuerySet[Message]:
    """What was sent to it, and what waits, newest first."""
    return Message.objects.filter(topic=TOPIC, payload__service=service.pk).order_by("-pk")


@outbox.handler(TOPIC)
def deliver(payload: dict[str, Any]) -> None:
    """Sends one message; what a service does not take is tried again. Nothing goes to one that was switched off."""
    service = MailingService.objects.filter(pk=payload["service"], is_on=True).first()
    if service is None:
        return
    body = written(payload["content"])
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": payload["content"]["id"],
        "Newsroom-Signature": signature(body, service.secret, at=timezone.now()),
    }
    status = web.send(service.address, body, headers)
    if not 200 <= status < 300:
        raise NotTaken(f"The service answered {status}.")


def written(content: dict[str, Any]) -> bytes:
    """The bytes that are sent, and signed."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def signature(body: bytes, secret: str, *, at: datetime) -> str:
    """Over the time and the body, so that nobody can send an old message again."""
    seconds = int(at.timestamp())
    signed = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={signed}"


def is_signed(body: bytes, header: str, secret: str, *, at: datetime) -> bool:
    """Whether one who has the secret sent this within the last minutes; our own clock may be behind theirs."""
    seconds = header.partition(",")[0].removeprefix("t=")
    if not seconds.isdecimal() or len(seconds) > 12:
        return False
    sent = datetime.fromtimestamp(int(seconds), UTC)
    return abs(at - sent) <= FRESH and hmac.compare_digest(signature(body, secret, at=sent).encode(), header.encode())


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
