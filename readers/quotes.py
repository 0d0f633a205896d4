"""Text quotes: words of a text with a little of what stands around them, by which they are found again.

The selector of the W3C Web Annotation Data Model (``exact``, ``prefix``, ``suffix``) with the place where it
stood. Nothing here knows what the text is of. A text is lines of words with single spaces between them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LEAST, MOST = 3, 500  # characters of a quote
SIDE = 64  # characters that are kept on each side
NEAR = 20  # so many of them must be as they were, where the words alone do not tell
FEWEST = 16  # fewer say too little
LONG = 30  # a quote that nobody writes a second time by chance
LONGEST_WORD = 64

# Several ways to type one mark; each is one character, so that places stay the same.
_SAME = str.maketrans(dict.fromkeys("’‘ʼ‛`´", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
_IN_WORDS = "'’ʼ"
_SOFT_HYPHEN = "\u00ad"


class NotThere(Exception):
    """The words are not in the text."""


class SeveralTimes(Exception):
    """The words are there more than once, and nothing tells which are meant."""


@dataclass(frozen=True)
class Quote:
    """``start`` is the place of ``exact`` in the text that it was taken from."""

    exact: str
    prefix: str
    suffix: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.exact)

    def overlaps(self, other: Quote) -> bool:
        """Whether both hold some of the same words; for quotes of one text."""
        return self.start < other.end and other.start < self.end


def plain(words: str) -> str:
    """One line with single spaces, as a text holds it."""
    return " ".join(unicodedata.normalize("NFC", words).replace(_SOFT_HYPHEN, "").split())


def text_of(lines: Iterable[str]) -> str:
    """A text of lines; empty ones are left out."""
    return "\n".join(filter(None, map(plain, lines)))


def quote(text: str, start: int, end: int) -> Quote:
    """The words at a place, with what stands around them."""
    flat = _flat(text)
    return Quote(flat[start:end], flat[max(0, start - SIDE) : start], flat[end : end + SIDE], start)


def anchor(text: str, exact: str, prefix: str = "", suffix: str = "") -> Quote:
    """The quote of ``text`` that somebody means, from word border to word border.

    Marks may be typed in another way. What stands around the words decides where they are there more than once.
    """
    flat = _flat(text)
    wanted, before, after = (plain(words).translate(_SAME) for words in (exact, prefix, suffix))
    folded = flat.translate(_SAME)
    starts = _everywhere(wanted, folded)
    whole = [start for start in starts if _is_whole(flat, start, start + len(wanted))]
    if not (before or after):
        starts = whole or starts
    if not starts:
        raise NotThere
    agreeing = {start: _agreement(folded, start, start + len(wanted), before, after) for start in starts}
    best = [start for start in starts if agreeing[start] == max(agreeing.values())]
    if len(best) > 1:
        raise SeveralTimes
    return quote(text, *_widened(flat, best[0], best[0] + len(wanted)))


def locate(found: Quote, then: str, now: str) -> int | None:
    """Where the words of a quote of ``then`` stand in ``now``; None where that cannot be said for sure."""
    then, now = _flat(then), _flat(now)
    if then == now:
        return found.start
    length = len(found.exact)
    before = [start for start in _everywhere(found.exact, then) if _is_whole(then, start, start + length)]
    after = [start for start in _everywhere(found.exact, now) if _is_whole(now, start, start + length)]
    if length >= LONG and len(before) == len(after) == 1:
        return after[0]
    others = [start for start in before if start != found.start]
    candidates = {
        start
        for sides in (("left",), ("right",), ("left", "right"))
        for start in after
        if _tells(found.start, sides, then, length, others)
        and _around(now, start, length, sides) == _around(then, found.start, length, sides)
    }
    return candidates.pop() if len(candidates) == 1 else None


def _flat(text: str) -> str:
    """Lines that were joined or parted read the same."""
    return text.replace("\n", " ")


def _everywhere(words: str, text: str) -> list[int]:
    """All places of the words, those that overlap too."""
    starts, start = [], text.find(words) if words else -1
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _is_in_word(text: str, place: int) -> bool:
    """Whether a word goes on across the border before this place."""
    if not 0 < place < len(text):
        return False
    return all(_is_letter(text[each]) for each in (place - 1, place))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in _IN_WORDS or unicodedata.combining(character) > 0


def _is_whole(text: str, start: int, end: int) -> bool:
    return not _is_in_word(text, start) and not _is_in_word(text, end)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The place, with the words that it cuts taken in whole."""
    first, last = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while start > first and _is_in_word(text, start):
        start -= 1
    while end < last and _is_in_word(text, end):
        end += 1
    return start, end


def _agreement(text: str, start: int, end: int, before: str, after: str) -> int:
    """How many characters around the place are as somebody says. Spaces beside the words do not count."""
    left, right = text[:start].rstrip()[-SIDE:], text[end : end + SIDE].lstrip()
    return _common(reversed(left), reversed(before)) + _common(right, after)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    number = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        number += 1
    return number


def _around(text: str, start: int, length: int, sides: tuple[str, ...]) -> tuple[str, ...]:
    """What stands on these sides. Where the text begins or ends is a part of it."""
    end = start + length
    padded = {
        "left": text[max(0, start - NEAR) : start].rjust(NEAR, "\n"),
        "right": text[end : end + NEAR].ljust(NEAR, "\n"),
    }
    return tuple(padded[side] for side in sides)


def _tells(start: int, sides: tuple[str, ...], text: str, length: int, others: list[int]) -> bool:
    """Whether these sides say enough, and say it of no other place with the same words."""
    own = _around(text, start, length, sides)
    says = sum(len(side.replace("\n", "")) for side in own)
    return says >= FEWEST and all(_around(text, other, length, sides) != own for other in others)
