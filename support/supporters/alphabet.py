"""Names in the order of a language's alphabet, which no database knows by itself."""

from __future__ import annotations

import unicodedata

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
PLACES = {letter: place for place, letter in enumerate(UKRAINIAN)}

Place = tuple[int, int, str]


def key(name: str, language: str) -> tuple[list[Place], str]:
    """By letters, the page's own alphabet first; hyphens and apostrophes count only between names that read alike."""
    is_cyrillic_first = language == "uk"
    return [_place(letter, is_cyrillic_first) for letter in name.casefold() if letter.isalnum() or letter == " "], name


def _place(letter: str, is_cyrillic_first: bool) -> Place:
    if letter == " ":
        return (0, 0, "")
    if letter in PLACES:
        return (1 if is_cyrillic_first else 2, PLACES[letter], "")
    plain = unicodedata.normalize("NFD", letter)[0]  # é stands where e does
    if plain.isascii():
        return (2 if is_cyrillic_first else 1, ord(plain), "")
    return (3, 0, plain)
