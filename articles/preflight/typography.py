"""Marks and letters: what a careful typesetter would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.preflight.words import Passage, near
from articles.refusals import Level

OPENS = {"“": "”", "«": "»", "„": "“", "(": ")", "[": "]"}
CLOSES = {"”": "“„", "»": "«", ")": "(", "]": "["}
QUOTES = "“”«»„"
# “1)” and “а)” count, and an inch is written with a straight quote.
COUNTED = re.compile(r"^\s*\w{1,3}\)")
STRAIGHT = re.compile(r"(?<!\d)\"|\"(?=\w)")
DOUBLE_SPACE = re.compile(r"\S[ \u00a0]{2,}\S")
SPACE_BEFORE = re.compile(r"[^\W\d_][ \u00a0](?:[,;:!?](?![-\w)(])|\.(?![.\w]))")
HYPHEN = re.compile(r"[^\W\d][,»”)]? -{1,2} (?=\w|[«“\"(])")
WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
ENGLISH_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})*,\d{1,2}(?![\d,])|(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+,\d+"
)
UKRAINIAN_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.,])")


def unbalanced(words: str, *, goes_on: bool = False) -> int | None:
    """The place of the first mark that has no partner; ``goes_on``: the quotation continues in the next paragraph."""
    counted = COUNTED.match(words)
    skipped = counted.end() - 1 if counted else -1
    opened: list[tuple[str, int]] = []
    for place, mark in enumerate(words):
        if place == skipped:
            continue
        if opened and (mark == OPENS[opened[-1][0]] or opened[-1][0] in CLOSES.get(mark, "")):
            opened.pop()
        elif mark in OPENS:
            opened.append((mark, place))
        elif mark in CLOSES:
            return place
    if goes_on and len(opened) == 1 and opened[0] == (words.lstrip()[:1], len(words) - len(words.lstrip())):
        return None
    if opened:
        return opened[0][1]
    straight = [found.start() for found in STRAIGHT.finditer(words)]
    return straight[-1] if len(straight) % 2 else None


@check("marks-unbalanced", Level.WARN, _("Close or open the quotation marks or brackets: “%(words)s”."))
def balance(subject: Subject) -> Iterator[Found]:
    # each paragraph of a long quotation opens it again, and only the last one closes it
    following: list[Passage | None] = [*subject.passages[1:], None]
    for passage, after in zip(subject.passages, following, strict=True):
        start = passage.text.lstrip()[:1]
        goes_on = after is not None and start in {"“", "«"} and after.text.startswith(start)
        place = unbalanced(passage.text, goes_on=goes_on)
        if place is not None:
            around = near(passage.text, place, place + 1)
            yield Found(passage.field, place=around, values={"words": around})


@check("quotes-mixed", Level.WARN, _("Use one kind of quotation marks; a straight one stands here: “%(words)s”."))
def mixed_quotes(subject: Subject) -> Iterator[Found]:
    written = [passage for passage in subject.passages if passage.field == "body"]
    if not any(mark in passage.text for passage in written for mark in QUOTES):
        return
    for passage in written:
        found = STRAIGHT.search(passage.text)
        if found:
            around = near(passage.text, *found.span())
            yield Found(passage.field, place=around, values={"words": around})


def _each(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Found]:
    for passage in subject.passages:
        for found in pattern.finditer(passage.text):
            around = near(passage.text, *found.span())
            yield Found(passage.field, place=around, values={"words": around})


@check("space-double", Level.WARN, _("Take away one of the two spaces: “%(words)s”."))
def double_space(subject: Subject) -> Iterator[Found]:
    yield from _each(subject, DOUBLE_SPACE)


@check("space-before-mark", Level.WARN, _("Take away the space before the mark: “%(words)s”."))
def space_before(subject: Subject) -> Iterator[Found]:
    yield from _each(subject, SPACE_BEFORE)


@check("hyphen-for-dash", Level.WARN, _("Write a dash in place of the hyphen: “%(words)s”."))
def hyphen(subject: Subject) -> Iterator[Found]:
    yield from _each(subject, HYPHEN)


@check(
    "letters-mixed", Level.WARN, _("Write “%(word)s” anew: Latin and Cyrillic letters are mixed in it (%(letters)s).")
)
def mixed_letters(subject: Subject) -> Iterator[Found]:
    for passage in subject.passages:
        for found in WORD.finditer(passage.text):
            latin, cyrillic = LATIN.findall(found[0]), CYRILLIC.findall(found[0])
            if latin and cyrillic:
                foreign = latin if len(latin) <= len(cyrillic) else cyrillic
                yield Found(passage.field, place=found[0], values={"word": found[0], "letters": ", ".join(foreign)})


@check("number-style", Level.INFO, _("Look at the number %(number)s: 1,000.5 in English is 1 000,5 in Ukrainian."))
def numbers(subject: Subject) -> Iterator[Found]:
    patterns = {"en": ENGLISH_NUMBER, "uk": UKRAINIAN_NUMBER}
    for passage in subject.passages:
        pattern = patterns.get(passage.language)
        for found in pattern.finditer(passage.text) if pattern else ():
            yield Found(passage.field, place=found[0], values={"number": found[0]})
