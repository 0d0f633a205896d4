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
KINDS = ("brief", "report", "analysis", "opinion", "explainer", "interview", "review", "sponsored", "partner")
STAGES = ("published", "scheduled", "approved", "submitted", "sent_back", "draft")
TIMED = ("published", "scheduled")

Thing = TypeVar("Thing")
Table = dict[str, Any]


class ContentError(ValueError):
    """A file of the demo cannot be used. The message begins with its name."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


@lru_cache(maxsize=1)
def paper() -> content.Paper:
    """The outlet, its sections, authors, tags and pictures, with their words in every language."""
    file = HERE / "paper.toml"
    table = _toml(file.name, file.read_text(encoding="utf-8"))
    words = _Words(table["outlet"]["language"])
    authors = []
    for row in table["authors"]:
        links = tuple(_build(content.Link, link, file.name) for link in row.pop("links", []))
        authors.append(words.given(content.Author, content.AuthorWords, row | {"links": links}, "authors", row["key"]))
        _known(authors[-1].portrait, PICTURES, "picture", file.name)
    made = content.Paper(
        outlet=words.given(content.Outlet, content.OutletWords, table["outlet"], "outlet"),
        sections=tuple(
            words.given(content.Section, content.Words, row, "sections", row["key"]) for row in table["sections"]
        ),
        authors=tuple(authors),
        tags=tuple(words.given(content.Tag, content.Words, row, "tags", row["key"]) for row in table["tags"]),
        pictures={
            key: words.of(
                content.PictureWords,
                {"alternative_text": row.alternative_text, "caption": row.caption},
                "pictures",
                key,
            )
            for key, row in PICTURES.items()
        },
    )
    words.check_that_all_were_used()
    return made


class _Words:
    """The words of the paper's own things in each language, put together from its files.

    What ``paper.toml`` says in the paper's language ``paper.uk.toml`` says in Ukrainian, by the same keys.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.others = {
            file.name.split(".")[1]: _toml(file.name, file.read_text(encoding="utf-8"))
            for file in sorted(HERE.glob("paper.*.toml"))
        }

    def of(self, kind: type[Thing], own: Table, *place: str) -> dict[str, Thing]:
        """Words by language: ``own``, and those that stand in the other files at this place."""
        found = {self.language: _build(kind, own, "paper.toml")}
        for language, table in self.others.items():
            *shelf, name = place
            for part in shelf:
                table = table.get(part, {})
            if name in table:
                found[language] = _build(kind, table.pop(name), f"paper.{language}.toml")
        return found

    def given(self, kind: type[Thing], words: type[Any], row: Table, *place: str) -> Thing:
        """A thing from its row in ``paper.toml``, in which its words stand among the rest."""
        names = {field.name for field in fields(words)}
        own = {name: value for name, value in row.items() if name in names}
        rest = {name: value for name, value in row.items() if name not in names}
        return _build(kind, rest | {"words": self.of(words, own, *place)}, "paper.toml")

    def check_that_all_were_used(self) -> None:
        """Raises for words of something that the paper does not have."""
        for language, table in self.others.items():
            for shelf, rest in table.items():
                for key in rest:
                    raise ContentError(f"paper.{language}.toml", f"has words for the unknown “{shelf}.{key}”")


@lru_cache(maxsize=1)
def stories() -> tuple[content.Story, ...]:
    """All stories in the order of their files, every reference checked."""
    folder = HERE / "stories"
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    read = tuple(story(name, file.read_text(encoding="utf-8")) for name, file in files.items())
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
    by_key: dict[str, content.Story] = {}
    for each in read:
        if each.key in by_key:
            raise ContentError(each.file, f"has the key “{each.key}” of {by_key[each.key].file}")
        by_key[each.key] = each
    for each in read:
        _check_words(each)
        _check_references(each, by_key)


def _check_words(each: content.Story) -> None:
    _known(each.kind, KINDS, "kind", each.file)
    _known(each.stage, STAGES, "stage", each.file)
    if (each.stage in TIMED) != (each.published is not None):
        raise ContentError(each.file, "needs either a time of publication or a stage before it")
    if each.stage == "sent_back" and not each.note:
        raise ContentError(each.file, "is sent back without a note")
    if each.update and each.body.count(each.update.old) != 1:
        raise ContentError(each.file, "has an update whose old sentence does not stand exactly once in the text")


def _check_references(each: content.Story, stories: dict[str, content.Story]) -> None:
    known = paper()
    _known(each.section, [section.key for section in known.sections], "section", each.file)
    for byline in each.authors:
        _known(byline.key, [author.key for author in known.authors], "author", each.file)
    for tag in each.tags:
        _known(tag, [row.key for row in known.tags], "tag", each.file)
    for image in each.images:
        _known(image, PICTURES, "picture", each.file)
    for card in [*each.cards, *(row.story for row in each.related if row.story)]:
        _known(card, stories, "story", each.file)
        if card == each.key:
            raise ContentError(each.file, "points at itself")
        if stories[card].language != each.language:
            raise ContentError(each.file, f"points at “{card}”, which is in another language")
    if each.translation_of:
        _known(each.translation_of, stories, "story", each.file)
        original = stories[each.translation_of]
        if original.language == each.language or original.translation_of:
            raise ContentError(each.file, f"cannot be the translation of “{original.key}”")
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
