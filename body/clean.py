"""From whatever an editor, a clipboard or a hand wrote to the stored subset.

nh3 decides what is safe and speaks last; the shaping between its two turns (``body/shape.py``)
decides about structure only. Cleaning what is clean changes nothing.
"""

import re
import unicodedata
from functools import cache

import nh3

from body import embeds, shape, subset

# Nothing that a reader could see, some of it refused by databases: control characters, halves of pairs, no-characters.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# A "<" that no ">" follows before the next one is meant as a character: a parser would swallow the words after it.
_LONE_BRACKET = re.compile(r"<(?!!--)(?=[^<>]*(?:<|\Z))")
_SPACE = re.compile(r"[ \t\n\f\r]+")
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
# The parser behind the shaping gives up silently at 256; no text of a newspaper comes near.
_DEEPEST = 100


def clean(html: str) -> str:
    """The text as it is stored: one block a line, so that it can be compared and hashed."""
    return _cleaner(embeds.kinds()).clean(shape.body(_let_in(html)))


def clean_inline(html: str) -> str:
    """The same for one line of words, such as a caption."""
    return _cleaner(embeds.kinds(), subset.CAPTION).clean(shape.line(_let_in(html)))


def _let_in(html: str) -> str:
    html = _UNSEEN.sub("", html).replace("\r\n", "\n").replace("\r", "\n")
    html = _cleaner(embeds.kinds(), subset.TAGS.union(subset.RENAMED)).clean(_LONE_BRACKET.sub("&lt;", html))
    if _depth(html) > _DEEPEST:
        html = nh3.clean(html.replace("<", " <"), tags={"p"}, attributes={"*": set()})
    # Once more, for those that were written as character references. A form feed is a space (WHATWG
    # Infra, "ASCII whitespace"), which no tree of lxml takes.
    return _UNSEEN.sub("", html).replace("\f", " ")


@cache
def _cleaner(kinds: tuple[embeds.EmbedKind, ...], tags: frozenset[str] = subset.TAGS) -> nh3.Cleaner:
    """``kinds`` is asked for so that a cleaner made before a kind was registered is not used after it."""
    allowed = subset.attributes()

    def judge(tag: str, name: str, value: str) -> str | None:
        # nh3 asks about every attribute, also of tags that it will drop.
        pattern = allowed.get(subset.RENAMED.get(tag, tag), {}).get(name)
        if pattern is None:
            return None
        value = _SPACE.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", value))).strip(" ")
        if name == "class":
            return next((word for word in value.split() if pattern.fullmatch(word)), None)
        return value if pattern.fullmatch(value) else None

    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(subset.DROPPED_WHOLE),
        # Without the first entry nh3 would allow title and lang everywhere.
        attributes={"*": set()} | {tag: set(allowed.get(subset.RENAMED.get(tag, tag), ())) for tag in tags},
        attribute_filter=judge,
        url_schemes=set(subset.SCHEMES),
        # Links get their rel where they are shown; written into the text it would only disturb comparisons.
        link_rel=None,
    )


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, tag in _TAG.findall(html):
        if tag not in ("br", "hr"):
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest
