"""Whom the paper thanks: those who carry it and agreed to be named, by tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from outlet import languages
from support.models import Supporter, Tier, TierText
from support.supporters.alphabet import key


@dataclass(frozen=True)
class Thanked:
    """A tier with its names. ``lang`` is set where the words are in another language than the page."""

    name: str
    thanks: str
    names: list[str]
    lang: str = ""


def thanked(language: str, day: date) -> list[Thanked]:
    """Tiers with somebody to name, in their order; three queries, whatever their number."""
    named = Supporter.objects.active(day).filter(is_named=True).exclude(name="")
    names: dict[int, list[str]] = {}
    for tier, name in named.order_by().values_list("tier", "name"):
        names.setdefault(tier, []).append(name)
    tiers = Tier.objects.filter(pk__in=names).prefetch_related("texts")
    return [_of(tier, sorted(names[tier.pk], key=lambda name: key(name, language)), language) for tier in tiers]


def _of(tier: Tier, names: list[str], language: str) -> Thanked:
    text = languages.pick(tier.texts.all(), language) or TierText(tier=tier, language=language, name=tier.key)
    return Thanked(text.name, text.thanks, names, "" if text.language == language else text.language)
