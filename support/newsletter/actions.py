"""The verbs of the newsletter: ask, confirm, end, and what the desk does on request. Each is one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed
from jobs import outbox
from staff.models import User
from support import limits
from support.models import Subscriber
from support.models.newsletter import State
from support.newsletter import letters, service

# Of one sender, and of all together in an hour.
OF_A_SENDER = ((5, timedelta(minutes=10)), (20, timedelta(days=1)))
OF_ALL = 1000
# So that nobody can have a stranger's mailbox filled.
OF_AN_ADDRESS = ((3, timedelta(days=1)),)
TOPIC = "newsletter-ask"


@transaction.atomic
def ask(email: str, languages: Iterable[str], *, page: str, sender: str, at: datetime | None = None) -> None:
    """Takes a wish in, from a page in the language ``page``. The worker looks up what is known of the address.

    So whoever asks learns nothing about an address, neither from the answer nor from how long it takes. Raises
    ``limits.TooMany``, and then nothing was taken in; of an address that was written to often enough nothing is said.
    """
    at = at or timezone.now()
    limits.count("newsletter", sender, limits=OF_A_SENDER, at=at, of_all=OF_ALL)
    try:
        limits.count("newsletter-address", email.lower(), limits=OF_AN_ADDRESS, at=at)
    except limits.TooMany:
        return
    wish = {"email": email, "languages": list(languages), "page": page, "at": at.isoformat(), "id": uuid4().hex}
    outbox.post(TOPIC, wish)


@outbox.handler(TOPIC)
def answer(payload: dict[str, Any]) -> None:
    """Writes to the address: with a link to confirm, or that there is nothing to do. The letter is sent at once."""
    at = datetime.fromisoformat(payload["at"])
    with transaction.atomic():
        found = [_wanted(payload["email"], language, at) for language in payload["languages"]]
    waiting = [subscriber for subscriber in found if subscriber.state == State.ASKED]
    write = letters.ask_back if waiting else letters.say_it_is_so
    write(waiting or found, language=payload["page"], key=payload["id"])


def _wanted(email: str, language: str, at: datetime) -> Subscriber:
    """The row of an address and language, a new one where there is none."""
    known = Subscriber.objects.of(email).filter(language=language).first()
    if known is None:
        return Subscriber.objects.create(email=email, language=language, asked_at=at)
    if known.state == State.ASKED:
        Subscriber.objects.filter(pk=known.pk, state=State.ASKED).update(asked_at=at)
    return known


@transaction.atomic
def confirm(numbers: Iterable[int], *, at: datetime | None = None) -> list[Subscriber]:
    """From now on they get the newsletter. Gives those who do, none where all has ended or was forgotten."""
    at = at or timezone.now()
    found = list(Subscriber.objects.known().filter(pk__in=list(numbers)).order_by("pk"))
    for subscriber in found:
        waiting = Subscriber.objects.filter(pk=subscriber.pk, state=State.ASKED)
        if waiting.update(state=State.CONFIRMED, confirmed_at=at):
            subscriber.state, subscriber.confirmed_at = State.CONFIRMED, at
            letters.welcome(subscriber)
            service.tell(service.CONFIRMED, subscriber, at=at)
    return found


@transaction.atomic
def end(subscriber: Subscriber, *, at: datetime | None = None, heard_from: int = 0) -> None:
    """They get nothing more, and their address is gone; of what was never confirmed nothing is left. Twice is fine.

    ``heard_from`` is the mailing service that told us, and so need not be told.
    """
    at = at or timezone.now()
    row = Subscriber.objects.filter(pk=subscriber.pk)
    if row.confirmed().update(state=State.ENDED, email="", ended_at=at):
        service.tell(service.ENDED, subscriber, at=at, but=heard_from)
    else:
        row.filter(state=State.ASKED).delete()


@transaction.atomic
def forget(subscriber: Subscriber, *, by: User) -> None:
    """The same by the hand of the desk, for one who asked."""
    if not by.has_perm("support.delete_subscriber"):
        raise NotAllowed(_("You lack the right to do this."))
    record(subscriber, "newsletter-forget", by=by)
    end(subscriber)
