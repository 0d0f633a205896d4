"""What somebody outside the paper pays for: how readers are told, in words and not by looks alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.models import PAID, Edition, Kind
from body.blocks import Block
from body.links import with_rel

# What search engines are told of a link that came with money (developers.google.com, "Qualify your outbound links").
REL = "sponsored nofollow"
LABELS: dict[str, Promise] = {
    Kind.SPONSORED: _("Sponsored · by %(sponsor)s"),
    Kind.PARTNER: _("Partner content with %(sponsor)s"),
}
DISCLOSURES: dict[str, Promise] = {
    Kind.SPONSORED: _("%(sponsor)s paid for this text and had it written. Our newsroom took no part in it."),
    Kind.PARTNER: _("%(sponsor)s paid for this text. Our newsroom made it together with them."),
}


@dataclass(frozen=True)
class Paid:
    """What readers of a story are told of who pays: the words above the headline, and those before the text."""

    label: str
    sponsor: str
    url: str
    disclosure: str


def told(edition: Edition, document: dict[str, Any]) -> Paid | None:
    """Of this edition; None for nearly every one."""
    words = label(edition.kind, edition.sponsor)
    return Paid(words, edition.sponsor, **document["paid"]) if words else None


def label(kind: str, sponsor: str) -> str:
    """The words on every card and above the headline; "" for what nobody pays for. A draft may lack its sponsor."""
    if kind not in PAID:
        return ""
    return str(LABELS[kind]) % {"sponsor": sponsor} if sponsor else str(Kind(kind).label)


def disclosure(kind: str, sponsor: str, language: str) -> str:
    """Who paid and who wrote, where the article does not say it in words of its own."""
    with override(language):
        return str(DISCLOSURES[kind]) % {"sponsor": sponsor or "…"}


def marked(block: Block) -> Block:
    """A block of such a text, its links to other sites marked as paid for. What is stored stays clean."""
    parts = {part: with_rel(block[part], REL) for part in ("html", "cite", "caption") if block.get(part)}
    return block | parts | ({"rel": REL} if block["type"] == "post" else {})
