"""What somebody did at the desk lately, and when they came; from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from activity import verbs
from activity.models import Entry
from staff.models import User

SIGNS = ("sign-in", "sign-in-fail", "sign-out")
DEEDS_SHOWN, SIGNS_SHOWN = 20, 10


@dataclass(frozen=True)
class Deed:
    """An entry of the log in words; ``address`` is where its thing stands at the desk, if it has a screen."""

    entry: Entry
    words: str
    address: str


def deeds(person: User) -> list[Deed]:
    """The last things that the person did, the newest first; that they came and went is told by ``signs``."""
    return _in_words(Entry.objects.filter(by=person).exclude(verb__in=SIGNS)[:DEEDS_SHOWN])


def signs(person: User) -> list[Deed]:
    """The last times that somebody came, failed to, or went under the person's name."""
    return _in_words(Entry.objects.about(person).filter(verb__in=SIGNS)[:SIGNS_SHOWN])


def _in_words(entries: Iterable[Entry]) -> list[Deed]:
    return [Deed(entry, verbs.title(entry.verb), screen_of(entry)) for entry in entries]


def screen_of(entry: Entry) -> str:
    """Where the entry's thing is looked after; empty for things without a screen of their own."""
    try:
        return reverse(f"admin:{entry.subject_type.replace('.', '_')}_change", args=[entry.subject_id])
    except NoReverseMatch:
        return ""
