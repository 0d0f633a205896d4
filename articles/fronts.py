"""The front page, composed from the newest stories until an editor arranges one by hand.

Pure: cards in the order of time go in, parts of the page come out. No story stands twice, and each is
shown in the first part that wants it. What is paid for stands in its section alone, below what is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.cards import Card, Named
from articles.models import PAID, Kind

NEWEST = 80  # how many stories a front is composed from
SECONDARY, BRIEFS, OPINIONS, OF_A_SECTION = 4, 6, 4, 4


@dataclass
class SectionPart:
    """The newest of one section: the first with its picture, the others as headlines."""

    section: Named
    cards: list[Card]


@dataclass
class Front:
    """What stands on the front page, from the top."""

    lead: Card | None = None
    secondary: list[Card] = field(default_factory=list)
    briefs: list[Card] = field(default_factory=list)
    opinions: list[Card] = field(default_factory=list)
    sections: list[SectionPart] = field(default_factory=list)

    @property
    def cards(self) -> list[Card]:
        """Everything that is shown."""
        parts = [card for part in self.sections for card in part.cards]
        return [*([self.lead] if self.lead else []), *self.secondary, *self.briefs, *self.opinions, *parts]


def compose(cards: Iterable[Card], sections: Iterable[Named]) -> Front:
    """``cards`` newest first; ``sections`` in the order of the menu."""
    left = list(cards)

    def take(most: int, wanted: object = None, *, kinds: set[str] | None = None, pictured: bool = False) -> list[Card]:
        found = [
            card
            for card in left
            if (kinds is None or card.kind_code in kinds)
            and (wanted is None or card.section == wanted)
            and (card.picture is not None or not pictured)
        ][:most]
        for card in found:
            left.remove(card)
        return found

    editorial = set(Kind.values) - PAID
    news = editorial - {Kind.BRIEF, Kind.OPINION}
    lead = take(1, kinds=news, pictured=True) or take(1, kinds=editorial)
    front = Front(lead=lead[0] if lead else None)
    front.secondary = take(SECONDARY, kinds=news, pictured=True)
    front.briefs = take(BRIEFS, kinds={Kind.BRIEF})
    front.opinions = take(OPINIONS, kinds={Kind.OPINION})
    for section in sections:
        if found := take(OF_A_SECTION, section):
            found.sort(key=lambda card: (card.is_paid, card.picture is None))  # stable: the first with a picture leads
            front.sections.append(SectionPart(section, found))
    return front
