"""What a story said at each time: its public editions, and what differs between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import paid
from articles.models import Correction, Edition, Notice
from body import text

SAME, GONE, NEW = "same", "gone", "new"
# A word with the space after it, so that the pieces put together are the text again.
WORD = re.compile(r"\S+\s*|\s+")
# Paragraphs less alike than this are one that went and one that came.
ALIKE = 0.3


@dataclass(frozen=True)
class Piece:
    """Some words, and whether both versions have them."""

    how: str
    words: str


@dataclass(frozen=True)
class Version:
    """A story as it was public; ``position`` is counted over what readers had."""

    position: int
    edition: Edition
    notes: list[Correction] = field(default_factory=list)

    @property
    def since(self) -> datetime:
        """When readers got it."""
        return self.edition.live_from


@dataclass(frozen=True)
class Change:
    """What differs in one part of the page. Each passage is a list of pieces."""

    label: str | Promise
    passages: list[list[Piece]]


def versions(article: int, at: datetime) -> list[Version]:
    """What readers have had of the article, the oldest first; nothing from before it was taken down."""
    editions = list(_begun(article, at).select_related("body"))
    taken_down = [place for place, edition in enumerate(editions) if edition.notice == Notice.TAKEN_DOWN]
    shown = [edition for edition in editions[taken_down[-1] + 1 if taken_down else 0 :] if edition.is_story]
    notes: dict[int, list[Correction]] = {}
    for note in Correction.objects.filter(edition_after__in=shown).order_by("published_at", "pk"):
        notes.setdefault(note.edition_after_id, []).append(note)
    return [Version(place, edition, notes.get(edition.pk, [])) for place, edition in enumerate(shown, start=1)]


def _begun(article: int, at: datetime) -> QuerySet[Edition]:
    return Edition.objects.uncancelled().filter(article=article, live_from__lte=at)


def between(old: Edition, new: Edition, names: dict[int, str]) -> list[Change]:
    """What differs, part by part in the order of the page. ``names`` are those of the authors."""
    parts: list[tuple[str | Promise, list[str], list[str]]] = [
        (_("Who pays for it"), _paid(old), _paid(new)),
        (_("Headline"), [old.headline], [new.headline]),
        (_("Standfirst"), [old.standfirst], [new.standfirst]),
        (_("Byline"), _byline(old, names), _byline(new, names)),
        (_("Text"), _passages(old), _passages(new)),
        (_("Captions"), _captions(old), _captions(new)),
        (_("How we reported this"), [_document(old, "how_we_reported")], [_document(new, "how_we_reported")]),
    ]
    found = [Change(label, list(compared(before, after))) for label, before, after in parts if before != after]
    return [change for change in found if change.passages]


def authors(editions: Sequence[Edition]) -> set[int]:
    """The authors who stand in the bylines of these."""
    return {row["author"] for edition in editions for row in _document(edition, "bylines") or []}


def compared(before: list[str], after: list[str]) -> Iterator[list[Piece]]:
    """The passages that differ, those that were mended word by word; what stayed is left out."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired([words for words in before[start:end] if words], [w for w in after[from_:to] if w])


def _paired(before: list[str], after: list[str]) -> Iterator[list[Piece]]:
    """Each old passage with the new one that is like it, in the order of the new."""
    left = list(before)
    for words in after:
        like = max(left, key=lambda old: _likeness(old, words), default=None)
        if like is None or _likeness(like, words) < ALIKE:
            yield [Piece(NEW, words)]
            continue
        for gone in left[: left.index(like)]:
            yield [Piece(GONE, gone)]
        left = left[left.index(like) + 1 :]
        yield list(_word_by_word(like, words))
    for gone in left:
        yield [Piece(GONE, gone)]


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(a=WORD.findall(old), b=WORD.findall(new), autojunk=False).ratio()


def _word_by_word(old: str, new: str) -> Iterator[Piece]:
    """Runs of words. One word alone that stayed between two changes goes with them: so it can be read."""
    before, after = WORD.findall(old), WORD.findall(new)
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    gone, came = "", ""
    for place, (tag, start, end, from_, to) in enumerate(steps):
        is_inside = 0 < place < len(steps) - 1
        if tag == "equal" and not (is_inside and end - start == 1):
            yield from [*_piece(GONE, gone), *_piece(NEW, came), Piece(SAME, "".join(before[start:end]))]
            gone, came = "", ""
        else:
            gone, came = gone + "".join(before[start:end]), came + "".join(after[from_:to])
    yield from [*_piece(GONE, gone), *_piece(NEW, came)]


def _piece(how: str, words: str) -> Iterator[Piece]:
    """The words, and the space after them apart, so that it is not marked."""
    if bare := words.rstrip():
        yield Piece(how, bare)
        if len(bare) < len(words):
            yield Piece(SAME, words[len(bare) :])


def _document(edition: Edition, name: str) -> Any:
    return edition.body.document.get(name, "")


def _paid(edition: Edition) -> list[str]:
    """The words above the headline and those before the text; nothing where nobody pays."""
    found = [paid.label(edition.kind, edition.sponsor), (_document(edition, "paid") or {}).get("disclosure", "")]
    return list(filter(None, found))


def _byline(edition: Edition, names: dict[int, str]) -> list[str]:
    people = (row["text"] or names.get(row["author"], "") for row in _document(edition, "bylines") or [])
    return [", ".join(filter(None, people))]


def _passages(edition: Edition) -> list[str]:
    """The running text, a passage for each block; quotations that stand out among them."""
    blocks = _document(edition, "blocks") or []
    quoted = ([block | {"type": "paragraph"}] if block["type"] == "pullquote" else [block] for block in blocks)
    return list(filter(None, map(text.plain, quoted)))


def _captions(edition: Edition) -> list[str]:
    inside = [
        text.plain([block | {"type": "paragraph", "html": block["caption"]}])
        for block in _document(edition, "blocks") or []
        if block["type"] == "image"
    ]
    return list(filter(None, [edition.lead_caption, *inside]))
