"""The words of an article, in pieces small enough to be judged and found again."""

from __future__ import annotations

from typing import Any, NamedTuple

from articles.models import Article
from body import text
from body.blocks import Block
from body.shape import parse

LINES = (
    "headline", "kicker", "standfirst", "lead_caption", "lead_alt_text", "dateline", "how_we_reported",
    "sponsor", "disclosure",
    "seo_title", "seo_description", "social_title", "social_description",
)  # fmt: skip
NEAR = 40


class Passage(NamedTuple):
    """One line or paragraph. ``kind`` is that of its block; a field of one line is a ``line``."""

    field: str
    text: str
    language: str
    kind: str = "line"


class Link(NamedTuple):
    href: str
    words: str


def passages_of(article: Article, blocks: list[Block], related: list[dict[str, Any]]) -> list[Passage]:
    """Everything that is written, in the order of the form."""
    found = [
        Passage(name, line, article.language)
        for name in LINES
        for line in str(getattr(article, name)).splitlines()
        if line.strip()
    ]
    for block in blocks:
        language = block.get("lang") or article.language
        for part, kind in (("html", block["type"]), ("cite", "cite"), ("caption", "caption")):
            found += [Passage("body", line, language, kind) for line in lines(block.get(part) or "")]
    for row in related:
        found += [Passage("related", row[name], article.language) for name in ("kicker", "headline") if row[name]]
    return found


def lines(html: str) -> list[str]:
    """The paragraphs, items and rows of a block's HTML as plain text."""
    plain = text.plain([{"type": "paragraph", "html": html}]) if html else ""
    return [line for line in plain.split("\n") if line.strip()]


def links_of(blocks: list[Block]) -> list[Link]:
    """Every link with its words, in their order."""
    return [
        Link(link.get("href") or "", " ".join(link.text_content().split()))
        for block in blocks
        for part in ("html", "cite", "caption")
        if "<a " in (block.get(part) or "")
        for link in parse(block[part]).iter("a")
    ]


def near(words: str, start: int, end: int) -> str:
    """The words at a place with a little before and after: enough to find them again, and to know them by."""
    left, right = max(0, start - NEAR // 2), min(len(words), end + NEAR // 2)
    if left and " " in words[left:start]:
        left = words.index(" ", left, start) + 1
    if right < len(words) and " " in words[end:right]:
        right = words.rindex(" ", end, right)
    return words[left:right].strip(" ")
