"""The words that we propose for standing pages: drafts with blanks in square brackets, never public as they are.

A file a language and kind in ``outlet/page_templates/``: the title, the slug, an empty line, then the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "page_templates"


@dataclass(frozen=True)
class Template:
    """A proposed page."""

    title: str
    slug: str
    body: str


def template(kind: str, language: str) -> Template | None:
    """The template of a kind in a language; None where we have none."""
    return read(FOLDER / language / f"{kind}.html")


def read(path: Path) -> Template | None:
    """A page from a file of this form; None where there is no such file."""
    if not path.is_file():
        return None
    head, _empty, body = path.read_text(encoding="utf-8").partition("\n\n")
    title, _line, slug = head.partition("\n")
    return Template(title.strip(), slug.strip(), body.strip())
