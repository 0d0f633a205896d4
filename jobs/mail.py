"""The topic "mail": plain-text e-mails that the worker hands to the mail server until it takes them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage

from jobs import outbox
from jobs.models import Message


def post(to: str, subject: str, body: str, *, unsubscribe: str = "") -> Message | None:
    """Posts an e-mail inside the caller's transaction; nothing is posted where there is no address.

    ``unsubscribe`` is the address at which a POST ends such letters (RFC 8058); mailboxes make a button of it.
    """
    if not to:
        return None
    letter = {"to": to, "subject": subject, "body": body, "id": uuid4().hex, "unsubscribe": unsubscribe}
    return outbox.post("mail", letter)


@outbox.handler("mail")
def deliver(payload: dict[str, Any]) -> None:
    """Sends what ``post`` wrote down."""
    end = payload.get("unsubscribe", "")
    send(payload["to"], payload["subject"], payload["body"], key=payload["id"], unsubscribe=end)


def send(to: str, subject: str, body: str, *, key: str, unsubscribe: str = "") -> None:
    """Sends at once; for handlers. The same ``key`` makes the same Message-ID, by which mailboxes know a copy."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    # A subject is one line; a name with a line break in it would otherwise be refused for ever.
    headers = {"Message-ID": f"<{key}@{host}>"}
    if unsubscribe:
        headers |= {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = EmailMessage(" ".join(subject.split()), body, to=[to], headers=headers)
    message.send()
