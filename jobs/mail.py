"""The topic "mail": plain-text e-mails that the worker hands to the mail server until it takes them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage

from jobs import outbox
from jobs.models import Message


def post(to: str, subject: str, body: str) -> Message | None:
    """Posts an e-mail inside the caller's transaction; nothing is posted where there is no address."""
    if not to:
        return None
    return outbox.post("mail", {"to": to, "subject": subject, "body": body, "id": uuid4().hex})


@outbox.handler("mail")
def deliver(payload: dict[str, Any]) -> None:
    """Sends what ``post`` wrote down."""
    send(payload["to"], payload["subject"], payload["body"], key=payload["id"])


def send(to: str, subject: str, body: str, *, key: str) -> None:
    """Sends at once; for handlers. The same ``key`` makes the same Message-ID, by which mailboxes know a copy."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    # A subject is one line; a name with a line break in it would otherwise be refused for ever.
    message = EmailMessage(" ".join(subject.split()), body, to=[to], headers={"Message-ID": f"<{key}@{host}>"})
    message.send()
