"""What the links in letters carry: numbers of subscribers, signed. Nothing of it is stored, and no address stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core import signing

from support.models import Subscriber
from support.newsletter.offers import page

GOOD_FOR = timedelta(days=3)
CONFIRMING = signing.TimestampSigner(salt="support.newsletter.confirm", sep=".")
ENDING = signing.Signer(salt="support.newsletter.end", sep=".")


class Closed(Exception):
    """The link was cut, made up, or has run out."""


def to_confirm(subscribers: Iterable[Subscriber], language: str) -> str:
    """For the letter that asks whether it was they who asked; one link for all languages."""
    numbers = "-".join(str(subscriber.pk) for subscriber in subscribers)
    return f"{settings.SITE_URL}{page(language)}confirm/{CONFIRMING.sign(numbers)}/"


def to_end(subscriber: Subscriber) -> str:
    """For every letter that is sent to them. It is always the same, and good for ever."""
    return f"{settings.SITE_URL}{page(subscriber.language)}end/{ENDING.sign(str(subscriber.pk))}/"


def confirming(token: str) -> list[int]:
    """Whom the link is about."""
    try:
        return [int(number) for number in CONFIRMING.unsign(token, max_age=GOOD_FOR).split("-")]
    except signing.BadSignature as error:
        raise Closed from error


def ending(token: str) -> int:
    """Whom the link is about."""
    try:
        return int(ENDING.unsign(token))
    except signing.BadSignature as error:
        raise Closed from error
