"""Two people saved the same article: where what is stored differs from what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from articles.models import Article
from articles.snapshots import PLAIN, REFERENCES
from body import text


@dataclass(frozen=True)
class Difference:
    """One field in both versions. ``html`` is set for the text, which is copied with its markup."""

    name: str
    label: str
    theirs: str
    yours: str
    theirs_html: str = ""
    yours_html: str = ""


def differences(stored: Article, typed: dict[str, Any]) -> list[Difference]:
    """The fields of the form that differ, in its order. ``stored`` is the row as it is in the database."""
    found = []
    for name in (*PLAIN, *REFERENCES):
        if name not in typed:
            continue
        theirs, yours = getattr(stored, name), typed[name]
        if theirs == yours or (not theirs and not yours):
            continue
        label = _label(name)
        if name == "body":
            found.append(Difference(name, label, text.plain(theirs), text.plain(yours), theirs, yours))
        else:
            found.append(Difference(name, label, _words(theirs), _words(yours)))
    return found + _tags(stored, typed)


def _label(name: str) -> str:
    return str(getattr(Article._meta.get_field(name), "verbose_name", name))


def _words(value: Any) -> str:
    return "" if value is None else str(value)


def _tags(stored: Article, typed: dict[str, Any]) -> list[Difference]:
    """Tags are compared by name, whatever their order."""
    theirs = sorted(tag.name for tag in stored.tags.all())
    yours = sorted(str(tag) for tag in typed.get("tags") or [])
    label = _label("tags")
    return [Difference("tags", label, ", ".join(theirs), ", ".join(yours))] if theirs != yours else []
