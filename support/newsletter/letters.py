"""What is written to subscribers, in the language of the page or of the newsletter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from jobs import mail
from outlet.models import Outlet
from support.models import Subscriber
from support.newsletter import links, offers


def ask_back(subscribers: Sequence[Subscriber], *, language: str, key: str) -> None:
    """Was it you? Nothing else is sent before they say so. For handlers."""
    subject, body = _written(
        "confirm", language, link=links.to_confirm(subscribers, language), names=_names(subscribers)
    )
    mail.send(subscribers[0].email, subject, body, key=key)


def say_it_is_so(subscribers: Sequence[Subscriber], *, language: str, key: str) -> None:
    """To one who gets it already. For handlers."""
    ends = [(offers.own_name(each.language), links.to_end(each)) for each in subscribers]
    subject, body = _written("known", language, ends=ends)
    mail.send(subscribers[0].email, subject, body, key=key)


def welcome(subscriber: Subscriber) -> None:
    """The first letter of the newsletter, and how to end it."""
    end = links.to_end(subscriber)
    subject, body = _written("welcome", subscriber.language, end=end)
    mail.post(subscriber.email, subject, body, unsubscribe=end)


def _names(subscribers: Sequence[Subscriber]) -> str:
    return ", ".join(offers.own_name(subscriber.language) for subscriber in subscribers)


def _written(letter: str, language: str, **context: Any) -> tuple[str, str]:
    """Subject and text."""
    outlet = Outlet.objects.current()
    context |= {"outlet": outlet.text(language).name, "words": offers.words(outlet, language)}
    with translation.override(language):
        subjects = {
            "confirm": _("Please confirm: the newsletter of %(outlet)s"),
            "known": _("You get the newsletter of %(outlet)s already"),
            "welcome": _("Welcome to the newsletter of %(outlet)s"),
        }
        return subjects[letter] % context, render_to_string(f"support/newsletter/{letter}.txt", context)
