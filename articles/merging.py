"""What a section, a tag or an author holds together, and how all of it becomes another's; the verbs ask here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import (
    Address,
    AddressedText,
    Article,
    Author,
    AuthorLink,
    Byline,
    Edition,
    EditionAuthor,
    EditionTag,
    Section,
    SectionLimit,
    Shelf,
    Tag,
    TaggedArticle,
)
from articles.refusals import Refused
from outlet.languages import first_language
from outlet.models import MenuText


@dataclass(frozen=True)
class Pointer:
    """Rows that point at a shelf. Of two with the same ``same`` that would come of a merger the first stays."""

    model: type[models.Model]
    field: str
    same: tuple[str, ...] = ()
    order: str = ""

    def turn(self, shelf: Shelf, into: Shelf) -> None:
        """Makes the rows of one shelf rows of the other."""
        rows = self.model._default_manager.all()
        if self.same:
            both = rows.filter(**{f"{self.field}__in": [shelf.pk, into.pk]})
            twins = both.filter(**{name: OuterRef(name) for name in self.same})
            twice = both.filter(Exists(twins.filter(self._stands_before())))
            rows.filter(pk__in=list(twice.values_list("pk", flat=True))).delete()
        rows.filter(**{self.field: shelf.pk}).update(**{self.field: into.pk})

    def _stands_before(self) -> Q:
        if not self.order:
            return Q(pk__lt=OuterRef("pk"))
        return Q(**{f"{self.order}__lt": OuterRef(self.order)}) | Q(
            **{self.order: OuterRef(self.order), "pk__lt": OuterRef("pk")}
        )


POINTERS: dict[type[Shelf], tuple[Pointer, ...]] = {
    Section: (
        Pointer(Article, "section"),
        Pointer(Edition, "section"),
        Pointer(SectionLimit, "section", same=("user",)),
        Pointer(Address, "section"),
    ),
    Tag: (
        Pointer(TaggedArticle, "tag", same=("content_object",)),
        Pointer(EditionTag, "tag", same=("edition",)),
        Pointer(Address, "tag"),
    ),
    Author: (
        Pointer(Byline, "author", same=("article", "role"), order="order"),
        Pointer(EditionAuthor, "author", same=("edition",), order="order"),
        Pointer(AuthorLink, "author", same=("url",), order="order"),
        Pointer(Address, "author"),
    ),
}
# How an article, and an edition, points at each.
OF_ARTICLE: dict[type[Shelf], str] = {Section: "section", Tag: "tagged__tag", Author: "bylines__author"}
OF_EDITION: dict[type[Shelf], str] = {Section: "section", Tag: "tagged__tag", Author: "by__author"}


@dataclass(frozen=True)
class Touched:
    """What a merger or a retirement reaches: how much of each, and where each address leads afterwards."""

    articles: int
    stories: int
    menu_items: int
    editors: int
    paths: list[tuple[str, str]]


def touched(shelves: Iterable[Shelf], *, into: Shelf | None = None) -> Touched:
    """What would be touched if these were retired, or merged into another. All of one kind."""
    shelves = list(shelves)
    kind, numbers = type(shelves[0]), [shelf.pk for shelf in shelves]
    moves = _moves(shelves, into) if into else {}
    own = [text.path for shelf in shelves for text in texts_of(shelf)]
    return Touched(
        articles=Article.objects.filter(**{f"{OF_ARTICLE[kind]}__in": numbers}).distinct().count(),
        stories=Edition.objects.live().filter(**{f"{OF_EDITION[kind]}__in": numbers}).distinct().count(),
        menu_items=MenuText.objects.filter(address__in=own).values("item").distinct().count(),
        editors=SectionLimit.objects.filter(section__in=numbers).count() if kind is Section else 0,
        paths=sorted(moves.items()),
    )


def words_of(shelf: Shelf) -> dict[str, tuple[str, str]]:
    """Name and path of a shelf by language; of a tag also what the desk calls it."""
    at_the_desk = {"desk": (shelf.name, "")} if isinstance(shelf, Tag) else {}
    return at_the_desk | {text.language: (text.name, text.path) for text in texts_of(shelf)}


def texts_of(shelf: Any) -> list[AddressedText]:
    """Its words, a row for each language."""
    return list(shelf.texts.order_by("pk"))


def articles_under(shelf: Shelf) -> QuerySet[Article]:
    """All that stand under it, at the desk or in any edition."""
    kind = type(shelf)
    drafts = Article.objects.filter(**{OF_ARTICLE[kind]: shelf.pk}).values("pk")
    published = Edition.objects.filter(**{OF_EDITION[kind]: shelf.pk}).values("article_id")
    return Article.objects.filter(Q(pk__in=drafts) | Q(pk__in=published))


def become(shelf: Shelf, into: Shelf) -> None:
    """All that the first holds is the other's from now on; of the first a pointer is left."""
    _move_words(shelf, into)
    if isinstance(shelf, Author) and isinstance(into, Author):
        _move_person(shelf, into)
    for pointer in POINTERS[type(shelf)]:
        pointer.turn(shelf, into)
    kind: Any = type(shelf)
    kind.objects.filter(merged_into=shelf.pk).update(merged_into=into.pk)
    shelf.merged_into, shelf.retired_at = into, None
    shelf.save(update_fields=["merged_into", "retired_at"])


def follow(leads: dict[str, str]) -> None:
    """Lines of a menu that led to an old path lead to the new one."""
    for old, path in leads.items():
        if old and old != path:
            MenuText.objects.filter(address=old).update(address=path)


def _moves(shelves: list[Shelf], into: Shelf) -> dict[str, str]:
    """For every address of these, the one at which readers will find what it leads to."""
    present = {text.language: text.path for text in texts_of(into)}
    moves: dict[str, str] = {}
    for shelf in shelves:
        present = {text.language: text.path for text in texts_of(shelf)} | present
    fallback = present.get(first_language()) or next(iter(present.values()), "")
    known = Address.objects.filter(**{f"{into._meta.model_name}__in": [shelf.pk for shelf in shelves]})
    for path, language in known.values_list("path", "language"):
        moves[path] = present.get(language, fallback)
    return moves


def _move_words(shelf: Any, into: Any) -> None:
    """Texts in languages that the other lacks become its own, as do descriptions where it has none; the rest goes."""
    present = {text.language: text for text in texts_of(into)}
    leads = {text.path: present[text.language].path for text in texts_of(shelf) if text.language in present}
    for text in texts_of(shelf):
        own: Any = present.get(text.language)
        if own is None:
            setattr(text, f"{text.OWNER}_id", into.pk)
            text.save(update_fields=[text.OWNER])
            continue
        lacking = [name for name in _own_words(text) if getattr(text, name) and not getattr(own, name)]
        for name in lacking:
            setattr(own, name, getattr(text, name))
        if lacking:
            own.save(update_fields=lacking)
        text.delete()
    follow(leads)


def _own_words(text: AddressedText) -> list[str]:
    """What a text says beside its name: description, job title, biography."""
    shared = {"id", "language", "name", "slug", text.OWNER}
    return [field.name for field in text._meta.concrete_fields if field.name not in shared]


def _move_person(shelf: Author, into: Author) -> None:
    """Sign-in, portrait and languages, where the other has none. Two sign-ins cannot become one."""
    if shelf.user_id and into.user_id:
        raise Refused(
            _("Both authors have a sign-in. Take it away from “%(name)s” first.") % {"name": shelf}, code="two-sign-ins"
        )
    user, picture = into.user or shelf.user, into.picture or shelf.picture
    shelf.user, shelf.picture = None, None
    shelf.save(update_fields=["user", "picture"])
    into.user, into.picture, into.languages = user, picture, into.languages or shelf.languages
    into.save(update_fields=["user", "picture", "languages"])
