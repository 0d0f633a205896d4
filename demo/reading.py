"""Reads the demo newspaper from its files, and says which file is wrong when one is."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from demo import content
from demo.pictures import PICTURES

HERE = Path(__file__).parent
FENCE = "+++\n"
KINDS = ("brief", "report", "analysis", "opinion", "explainer", "interview", "review")
STAGES = ("published", "draft", "submitted", "sent_back")

Thing = TypeVar("Thing")
Table = dict[str, Any]


class ContentError(ValueError):
    """A file of the demo cannot be used. The message begins with its name."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


@lru_cache(maxsize=1)
def paper() -> content.Paper:
    """The outlet, its sections, authors and tags."""
    file = HERE / "paper.toml"
    table = _toml(file.name, file.read_text(encoding="utf-8"))
    authors = []
    for row in table["authors"]:
        links = tuple(_build(content.Link, link, file.name) for link in row.pop("links", []))
        authors.append(_build(content.Author, row | {"links": links}, file.name))
        _known(authors[-1].portrait, PICTURES, "picture", file.name)
    return content.Paper(
        outlet=_build(content.Outlet, table["outlet"], file.name),
        sections=tuple(_build(content.Section, row, file.name) for row in table["sections"]),
        authors=tuple(authors),
        tags=tuple(_build(content.Tag, row, file.name) for row in table["tags"]),
    )


@lru_cache(maxsize=1)
def stories() -> tuple[content.Story, ...]:
    """All stories in the order of their files, every reference checked."""
    files = sorted((HERE / "stories").glob("*.html"))
    read = tuple(story(file.name, file.read_text(encoding="utf-8")) for file in files)
    check(read)
    return read


def story(file: str, text: str) -> content.Story:
    """One story from the text of its file. References to other files are left to ``check``."""
    if not text.startswith(FENCE) or FENCE not in text[len(FENCE) :]:
        raise ContentError(file, "does not begin with front matter between two lines of +++")
    front, body = text[len(FENCE) :].split(FENCE, 1)
    table = _toml(file, front)
    published = _moment(table.pop("published", None), file)
    update = table.pop("update", None)
    lead = table.pop("lead", None)
    return _build(
        content.Story,
        table
        | {
            "file": file,
            "body": body.strip(),
            "stage": table.get("stage", "published" if published else "draft"),
            "published": published,
            "update": _update(update, file) if update else None,
            "lead": _build(content.Lead, lead, file) if lead else None,
            "authors": tuple(_build(content.Byline, row, file) for row in table.get("authors", [])),
            "related": tuple(_build(content.Related, row, file) for row in table.get("related", [])),
        },
        file,
    )


def check(read: tuple[content.Story, ...]) -> None:
    """Raises ``ContentError`` for the first thing that does not fit together."""
    keys: dict[str, str] = {}
    for each in read:
        if each.key in keys:
            raise ContentError(each.file, f"has the key “{each.key}” of {keys[each.key]}")
        keys[each.key] = each.file
    for each in read:
        _check_words(each)
        _check_references(each, keys)


def _check_words(each: content.Story) -> None:
    _known(each.kind, KINDS, "kind", each.file)
    _known(each.stage, STAGES, "stage", each.file)
    if (each.stage == "published") != (each.published is not None):
        raise ContentError(each.file, "needs either a time of publication or a stage before it")
    if each.stage == "sent_back" and not each.note:
        raise ContentError(each.file, "is sent back without a note")
    if each.update and each.body.count(each.update.old) != 1:
        raise ContentError(each.file, "has an update whose old sentence does not stand exactly once in the text")


def _check_references(each: content.Story, keys: dict[str, str]) -> None:
    known = paper()
    _known(each.section, [section.key for section in known.sections], "section", each.file)
    for byline in each.authors:
        _known(byline.key, [author.key for author in known.authors], "author", each.file)
    for tag in each.tags:
        _known(tag, [row.key for row in known.tags], "tag", each.file)
    for image in each.images:
        _known(image, PICTURES, "picture", each.file)
    for card in [*each.cards, *(row.story for row in each.related if row.story)]:
        _known(card, keys, "story", each.file)
        if card == each.key:
            raise ContentError(each.file, "points at itself")
    for row in each.related:
        if bool(row.story) == bool(row.url):
            raise ContentError(each.file, "has a related story with not exactly one of story and url")


def _known(key: str, known: Any, what: str, file: str) -> None:
    if key not in known:
        raise ContentError(file, f"names the unknown {what} “{key}”")


def _toml(file: str, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, f"is not valid TOML: {error}") from error


def _moment(table: Table | None, file: str) -> content.Moment | None:
    return _build(content.Moment, table, file) if table else None


def _update(table: Table, file: str) -> content.Update:
    clock: Table = {name: table.pop(name) for name in ("days_ago", "hour", "minute") if name in table}
    return _build(content.Update, table | {"moment": _build(content.Moment, clock, file)}, file)


def _build(kind: type[Thing], table: Table, file: str) -> Thing:
    """A dataclass from a table whose keys must be its fields; lists become tuples."""
    wanted = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # every kind is a dataclass
    for name in table:
        _known(name, wanted, f"key for {kind.__name__.lower()}", file)
    for name, field in wanted.items():
        if name not in table and field.default is MISSING:
            raise ContentError(file, f"lacks “{name}” in {kind.__name__.lower()}")
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in table.items()})
