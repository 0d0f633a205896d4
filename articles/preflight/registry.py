"""The register of checks: what each is called, how much it weighs, what it says, and whom it asks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.preflight.subject import Subject
from articles.refusals import Level, Problem, Words

# The form from top to bottom; what is found is told in this order.
ORDER = (
    "headline", "kicker", "standfirst", "lead_image", "lead_caption", "lead_alt_text", "dateline", "body",
    "how_we_reported", "related", "author", "section", "kind", "sponsor",
    "sponsor_url", "disclosure", "tags", "slug", "seo_title", "seo_description",
    "social_title", "social_description", "",
)  # fmt: skip
LEVELS = Level.values


@dataclass(frozen=True)
class Found:
    """One finding: in which field, at which words, and what the message is filled in with."""

    field: str
    place: str = ""
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    level: Level | None = None


@dataclass(frozen=True)
class Check:
    """``message`` says what to do. ``overridable``: may be published all the same, with a reason."""

    id: str
    level: Level
    message: Words
    overridable: bool
    look: Callable[[Subject], Iterable[Found]]

    def problem(self, found: Found) -> Problem:
        """The finding as the desk and the verbs know it."""
        message = str(self.message) % found.values if found.values else self.message
        return Problem(
            self.id, found.field, message, found.level or self.level, place=found.place, overridable=self.overridable
        )


CHECKS: dict[str, Check] = {}
Look = Callable[[Subject], Iterable[Found]]


def check(name: str, level: Level, message: Words, *, overridable: bool = True) -> Callable[[Look], Look]:
    """Stands above a function that yields what it finds in an article."""

    def register(look: Look) -> Look:
        if name in CHECKS:
            raise ValueError(f"There are two checks {name!r}.")
        CHECKS[name] = Check(name, level, message, overridable, look)
        return look

    return register


def find(subject: Subject) -> list[tuple[Check, Found]]:
    """What all checks find, the heaviest first, then in the order of the form; the same once."""
    all_found: dict[tuple[str, str, str, str], tuple[Check, Found]] = {}
    for each in CHECKS.values():
        for found in each.look(subject):
            key = (each.id, found.field, found.place, str(sorted(found.values.items())))
            all_found.setdefault(key, (each, found))
    return sorted(all_found.values(), key=_weight)


def _weight(pair: tuple[Check, Found]) -> tuple[int, int]:
    each, found = pair
    place = ORDER.index(found.field) if found.field in ORDER else len(ORDER)
    return LEVELS.index(found.level or each.level), place
