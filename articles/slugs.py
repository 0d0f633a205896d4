"""Words for addresses and for finding: Ukrainian in Latin letters by Cabinet resolution 55 of 27 January 2010."""

import re
import unicodedata

from django.utils.text import slugify

SPELLED = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia y e - e"
LETTERS = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё", SPELLED.replace("-", "").split(" "), strict=True))
AT_WORD_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
APOSTROPHES = "'’ʼ`´‘"
WORD = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*")
LETTERS_OF_A_WORD = re.compile(r"[^\W_]+")
LONGEST = 80
LONGEST_WORD = 40


def transliterate(text: str) -> str:
    """Ukrainian letters become Latin ones, apostrophes inside words go; everything else stays."""

    def spell(match: re.Match[str]) -> str:
        word = match[0]
        for mark in APOSTROPHES:
            word = word.replace(mark, "")
        low = word.lower().replace("зг", "zgh")
        start = AT_WORD_START.get(low[0], LETTERS.get(low[0], low[0]))
        latin = start + "".join(LETTERS.get(letter, letter) for letter in low[1:])
        return latin.capitalize() if word[0].isupper() else latin

    return WORD.sub(spell, unicodedata.normalize("NFC", text))


def slug_of(text: str) -> str:
    """An ASCII slug of at most 80 characters, cut between words; empty where nothing can be spelled."""
    slug = slugify(transliterate(text))
    if len(slug) <= LONGEST:
        return slug
    return slug[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST]


def fold(text: str) -> str:
    """What two spellings of one name have in common: no case, one apostrophe, single spaces (for comparing only).

    Done in Python because SQLite knows the case of ASCII letters only.
    """
    text = unicodedata.normalize("NFC", text)
    for mark in APOSTROPHES:
        text = text.replace(mark, "ʼ")
    return " ".join(text.casefold().split())


def folded_words(text: str) -> list[str]:
    """The words of a text without case, accents and apostrophes, each once: “м’яч”, “м'яч” and “МЯЧ” are one."""
    for mark in APOSTROPHES:
        text = text.replace(mark, "")
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in LETTERS_OF_A_WORD.findall(letters)))
