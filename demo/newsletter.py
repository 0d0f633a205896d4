"""The newsletter of the demo newspaper, and a few who get it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet.languages import codes
from outlet.models import OutletText
from support.models import Subscriber
from support.models.newsletter import State

if TYPE_CHECKING:
    from demo.loading import Loader

WORDS = {
    "en": "Every Saturday at eight: the week on both banks in five stories, and the water level at the ford. "
    "Five minutes to read.",
    "uk": "Щосуботи о восьмій: тиждень обох берегів у п’яти історіях і рівень води на броді. П’ять хвилин читання.",
}
# Who, in which language, and how many days ago they confirmed.
READERS = (
    ("olena.k", "uk", 310), ("taras.v", "uk", 281), ("hanna", "uk", 244), ("margaret", "en", 240), ("ostap", "uk", 198),
    ("iryna.b", "uk", 171), ("joel", "en", 140), ("stefa", "uk", 122), ("mykhailo", "uk", 97), ("dana", "uk", 74),
    ("petro.l", "uk", 66), ("anneke", "en", 51), ("yuliia", "uk", 38), ("bohdan", "uk", 30), ("lesia.p", "uk", 16),
    ("colm", "en", 12), ("vira", "uk", 9), ("nestor", "uk", 3),
)  # fmt: skip
# And of those who ended it: when they had confirmed, and when they left.
LEFT = (("uk", 265, 150), ("en", 230, 84), ("uk", 120, 22))
ASKED = ("orysia", "uk")


def load(loader: Loader) -> None:
    """In the languages that this installation has."""
    for language in codes():
        OutletText.objects.filter(language=language).update(newsletter=WORDS.get(language, ""))
    for name, language, days in READERS:
        _subscribe(loader, language, days, email=f"{name}@example.org")
    for language, days, left in LEFT:
        _subscribe(loader, language, days, state=State.ENDED, ended_at=loader.now - timedelta(days=left))
    name, language = ASKED
    if language in codes():
        asked = {"language": language, "asked_at": loader.now - timedelta(hours=5)}
        Subscriber.objects.create(email=f"{name}@example.org", **asked)


def _subscribe(loader: Loader, language: str, days: int, **fields: object) -> None:
    if language not in codes():
        return
    moment = loader.now - timedelta(days=days)
    fields = {"state": State.CONFIRMED, "asked_at": moment - timedelta(minutes=9), "confirmed_at": moment} | fields
    Subscriber.objects.create(language=language, **fields)
