"""Where a mailing service tells us that somebody ended the newsletter there (docs/operators/newsletter.md)."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from support.models import MailingService, Subscriber
from support.newsletter import actions, service

MOST_BYTES = 8 * 1024
# Signed with this where there is no such service, so that nobody learns by the time it takes which there are.
NOBODYS = "nobody's secret"


@csrf_exempt
@require_POST
def hear(request: HttpRequest, number: str) -> HttpResponse:
    """The signature is the sign-in. The answer never tells whether an address is known."""
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return _answer(413)
    body, sent = request.body, request.headers.get("Newsroom-Signature", "")
    sender = MailingService.objects.filter(pk=number, is_on=True).first()
    if not service.is_signed(body, sent, sender.secret if sender else NOBODYS, at=timezone.now()) or sender is None:
        return _answer(403)
    said = _read(body)
    if said is None:
        return _answer(400)
    found = Subscriber.objects.of(said["email"])
    if said["language"]:
        found = found.filter(language=said["language"])
    for subscriber in found:
        actions.end(subscriber, heard_from=sender.pk)
    return _answer(204)


def _read(body: bytes) -> dict[str, str] | None:
    """What the message says, or None where it is none that we know."""
    try:
        content: Any = json.loads(body)
    except ValueError:
        return None
    if not isinstance(content, dict) or content.get("event") != service.ENDED:
        return None
    said = {"email": content.get("email"), "language": content.get("language") or ""}
    is_read = all(isinstance(value, str) and "\x00" not in value for value in said.values())
    return {name: str(value) for name, value in said.items()} if is_read and said["email"] else None


def _answer(status: int) -> HttpResponse:
    response = HttpResponse(status=status)
    response["Cache-Control"] = "private, no-store"
    return response
