"""The words of a story as readers see them, line by line, and where on the article's form each line is written."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils import timezone

from articles import editions, snapshots
from articles.models import Article, Edition, Revision
from body import notes
from body.text import running
from readers import quotes
from staff.models import User


class Line(NamedTuple):
    """``field`` is that of the form."""

    field: str
    text: str


def of_edition(edition: Edition, document: dict[str, Any] | None = None) -> list[Line]:
    """The lines of an edition from top to bottom; those of the document stand in its body unless they are given."""
    document = edition.body.document if document is None else document
    blocks = document.get("blocks", [])
    found = [
        ("headline", [edition.headline]),
        ("kicker", [edition.kicker]),
        ("standfirst", [edition.standfirst]),
        ("disclosure", document.get("paid", {}).get("disclosure", "").splitlines()),
        ("lead_caption", [edition.lead_caption]),
        ("dateline", [edition.dateline]),
        *(("body", _written(block.get(part))) for block in blocks for part in ("html", "cite", "caption")),
        *(("body", _written(note)) for block in blocks for note in notes.parted(block.get("html") or "").notes),
        ("how_we_reported", document.get("how_we_reported", "").splitlines()),
    ]
    return [Line(field, words) for field, lines in found for line in lines if (words := quotes.plain(line))]


def of_working_copy(article: Article, *, by: User) -> list[Line]:
    """The lines as they would be published now; nothing is stored."""
    revision = Revision(article=article, snapshot=snapshots.take(article))
    return of_edition(*editions.draft_edition(article, revision, by=by, at=timezone.now()))


def text_of(lines: list[Line]) -> str:
    """The text in which quotes are looked for."""
    return quotes.text_of(line.text for line in lines)


def line_at(lines: list[Line], start: int) -> tuple[Line, int]:
    """The line in which a place of the text lies, and where it begins."""
    begins = 0
    for line in lines:
        if start <= begins + len(line.text):
            break
        begins += len(line.text) + 1
    return line, begins


def _written(html: str | None) -> list[str]:
    """Paragraphs, items and rows of a block without its notes."""
    return running([{"type": "paragraph", "html": html}]).splitlines() if html else []
