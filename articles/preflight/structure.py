"""How the text is built: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.preflight.words import NEAR, lines
from articles.refusals import Level
from body import text

LONGEST_PARAGRAPH = 120
FIRST_WORDS = 8


def _beginning(html: str) -> str:
    first = next(iter(lines(html)), "")
    words = " ".join(first.split(" ")[:FIRST_WORDS])
    return words[: 3 * NEAR]


@check("heading-skipped", Level.WARN, _("Make “%(words)s” a heading of the upper level: there is none above it."))
def skipped(subject: Subject) -> Iterator[Found]:
    level = 1
    for block in subject.blocks:
        if block["type"] == "heading":
            if block["level"] > level + 1:
                words = _beginning(block["html"])
                yield Found("body", place=words, values={"words": words})
            level = block["level"]


@check("paragraph-long", Level.WARN, _("Divide the paragraph “%(words)s…”: it has %(count)s words, 120 are enough."))
def long_paragraph(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        count = text.word_count([block]) if block["type"] == "paragraph" else 0
        if count > LONGEST_PARAGRAPH:
            words = _beginning(block["html"])
            yield Found("body", place=words, values={"words": words, "count": count})


@check("list-of-one", Level.WARN, _("Make the list “%(words)s…” a paragraph: it has one item."))
def list_of_one(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        if block["type"] == "list" and block["html"].count("<li") == 1:
            words = _beginning(block["html"])
            yield Found("body", place=words, values={"words": words})


@check("table-without-heads", Level.WARN, _("Mark the head of the table “%(words)s…”, for those who have it read out."))
def table(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        if block["type"] == "table" and "<th" not in block["html"]:
            words = _beginning(block["html"].partition("</td>")[0])
            yield Found("body", place=words, values={"words": words})
