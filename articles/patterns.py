"""House-style patterns: words or regular expressions that editors write.

They are matched by RE2, whose time grows with the length of the text alone: no pattern can hang the server.
RE2 knows neither look-around nor back references, and its ``\\b`` and ``\\w`` know Latin letters only; so a
match must begin and end at the border of a word here, and ``\\p{L}`` is a letter of any alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import re2

LONGEST = 300
MEMORY = 4 * 1024 * 1024


class PatternError(ValueError):
    """The pattern cannot be used; the message says why, in the words of the library."""


class Match(NamedTuple):
    start: int
    end: int
    words: str


@lru_cache(maxsize=2000)
def compiled(pattern: str, *, is_regex: bool) -> Any:
    """Ready to be matched. Raises ``PatternError``."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MEMORY
    try:
        found = re2.compile(pattern if is_regex else _of_words(pattern), options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        raise PatternError(reason.decode() if isinstance(reason, bytes) else str(reason)) from error
    if found.search("") is not None:
        raise PatternError("it matches an empty text")
    return found


def matches(pattern: str, text: str, *, is_regex: bool) -> Iterator[Match]:
    """Where the pattern stands in the text, as whole words."""
    for found in compiled(pattern, is_regex=is_regex).finditer(text):
        start, end = found.span()
        if start < end and not _cuts_a_word(text, start) and not _cuts_a_word(text, end):
            yield Match(start, end, text[start:end])


def _of_words(words: str) -> str:
    """Words as they are; a small first letter also stands for the capital one that begins a sentence."""
    words = " ".join(words.split())
    if not words:
        return ""
    first, rest = words[0], words[1:]
    beginning = f"[{first}{first.upper()}]" if first.islower() and len(first.upper()) == 1 else re2.escape(first)
    return beginning + r"[\s\x{a0}]+".join(re2.escape(word) for word in rest.split(" "))


def _cuts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
