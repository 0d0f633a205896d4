"""What a list or a card shows of a public story, built without a query in any template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.utils import timezone
from django.utils.translation import get_language_info

from articles import paid
from articles.figures import Picture
from articles.models import AuthorText, Edition, EditionAuthor, Image, Kind, SectionText
from articles.prepared import Prepared
from outlet.languages import codes, first_language, pick, prefix
from outlet.menus import Menus
from outlet.menus import rows as menu_rows
from outlet.models import MenuItem, Outlet, OutletText

LOCALES = {"en": "en_US", "uk": "uk_UA"}
SECTION, RETIRED = "section", "retired-section"  # how a row that brings the words of one is told from the others
WRITING = {"writer", "reporting"}


@dataclass(frozen=True)
class Named:
    """A name with its page. ``lang`` is set where the words are in another language than the page."""

    name: str
    path: str
    lang: str = ""
    job_title: str = ""
    same_as: tuple[str, ...] = ()


@dataclass
class Card:
    """A story in a list or inside a text. ``label`` says that it is paid for, and by whom; it stands wherever this does."""

    path: str
    headline: str
    kind: str = ""
    kicker: str = ""
    standfirst: str = ""
    published: datetime | None = None
    section: Named | None = None
    picture: Picture | None = None
    authors: list[Named] = field(default_factory=list)
    author_ids: list[int] = field(default_factory=list)
    kind_code: str = ""
    face: Picture | None = None
    lang: str = ""
    rel: str = ""
    label: str = ""

    @property
    def is_paid(self) -> bool:
        """Whether somebody outside the paper pays for it."""
        return bool(self.label)


@dataclass(frozen=True)
class Switch:
    """A way into another language; its name is in that language."""

    language: str
    name: str
    path: str


@dataclass
class Frame:
    """What stands around every page: the outlet, the sections and the language."""

    outlet: Outlet
    name: OutletText
    language: str
    sections: dict[int, Named]
    section_texts: dict[int, list[SectionText]]
    retired: set[int] = field(default_factory=set)
    translations: dict[str, str] = field(default_factory=dict)
    menus: Menus = field(default_factory=Menus)

    @property
    def menu(self) -> list[Named]:
        """The sections that readers are led to; those that were retired stand on their stories alone."""
        return [name for pk, name in self.sections.items() if pk not in self.retired]

    @property
    def home(self) -> str:
        """The front page in this language."""
        return prefix(self.language)

    @property
    def switches(self) -> list[Switch]:
        """The other languages of the paper: this very page there, else the front."""
        return [
            Switch(
                code, get_language_info(code)["name_local"].capitalize(), self.translations.get(code) or prefix(code)
            )
            for code in codes()
            if code != self.language
        ]

    @property
    def locale(self) -> str:
        """The language as Open Graph writes it."""
        return LOCALES.get(self.language, self.language)

    @property
    def other_locales(self) -> list[str]:
        """The languages of this page's other versions, in the same way."""
        return [LOCALES.get(code, code) for code in self.alternates if code != self.language]

    @property
    def alternates(self) -> dict[str, str]:
        """This page in all languages in which it is public, itself included; empty where there is one only."""
        return self.translations if len(self.translations) > 1 else {}

    @property
    def default_alternate(self) -> str:
        """The version for readers of none of these languages."""
        return self.alternates.get(first_language(), "")

    @classmethod
    def of(cls, language: str) -> Frame:
        """Two queries, whatever the size of the paper."""
        outlet = Outlet.objects.current()
        texts: dict[int, list[SectionText]] = {}
        retired: set[int] = set()
        around, rest = _around(at=timezone.now()), []
        for row in around:
            if row[0] not in (SECTION, RETIRED):
                rest.append(row)
                continue
            what, _order, pk, section, code, name, slug, description = row
            if what == RETIRED:
                retired.add(section)
            text = SectionText(pk=pk, section_id=section, language=code, name=name, slug=slug, description=description)
            texts.setdefault(section, []).append(text)
        sections = {pk: named(pick(rows, language), language) for pk, rows in texts.items()}
        names = {pk: name for pk, name in sections.items() if name}
        return cls(outlet, outlet.text(language), language, names, texts, retired, menus=Menus.of(language, rest))


@Prepared
def _around(at: datetime) -> QuerySet[MenuItem, Any]:
    """Sections in their order, menus and public standing pages in one query."""
    is_retired = When(section__retired_at__isnull=False, then=Value(RETIRED))
    what = Case(is_retired, default=Value(SECTION), output_field=TextField())
    sections = SectionText.objects.order_by().annotate(what=what, place=F("section__order"))
    return menu_rows(
        at, sections.values_list("what", "place", "pk", "section", "language", "name", "slug", "description")
    ).order_by("order", "page", "pk")


def named(text: SectionText | AuthorText | None, language: str) -> Named | None:
    """Name and page of a text row, or None where there is none."""
    if text is None:
        return None
    job_title = getattr(text, "job_title", "")
    return Named(text.name, text.path, "" if text.language == language else text.language, job_title)


def card(edition: Edition, frame: Frame, *, kicker: str = "", headline: str = "") -> Card:
    """A card of a live edition; ``kicker`` and ``headline`` are those of the place where it stands."""
    return Card(
        path=edition.path,
        headline=headline or edition.headline,
        kind=kind(edition),
        kind_code=edition.kind,
        kicker=kicker or edition.kicker,
        standfirst=edition.standfirst,
        published=edition.first_published_at,
        section=frame.sections.get(edition.section_id or 0),
        picture=Picture.of(edition.lead_image) if edition.lead_image else None,
        lang="" if edition.language == frame.language else edition.language,
        label=paid.label(edition.kind, edition.sponsor),
    )


def kind(edition: Edition) -> str:
    """The word above the headline. ``get_kind_display`` would translate all such words to find this one."""
    return str(Kind(edition.kind).label)


def cards(editions: Iterable[Edition], frame: Frame) -> list[Card]:
    """Cards of a list, with the names of who wrote each. One query for all the names."""
    editions = list(editions)
    made = {edition.pk: card(edition, frame) for edition in editions}
    texts: dict[tuple[int, int], list[AuthorText]] = {}
    overrides: dict[tuple[int, int], str] = {}
    for edition, _order, author, override, pk, language, name, slug in sorted(_writers(editions=list(made))):
        text = AuthorText(pk=pk, author_id=author, language=language, name=name, slug=slug)
        texts.setdefault((edition, author), []).append(text)
        overrides[edition, author] = override
    for (edition, author), found in texts.items():
        name = named(pick(found, frame.language), frame.language)
        if name is not None:
            made[edition].authors.append(replace(name, name=overrides[edition, author] or name.name))
            made[edition].author_ids.append(author)
    for edition in editions:
        if edition.by_newsroom:
            made[edition.pk].authors.insert(0, Named(frame.name.name, ""))
    return [made[edition.pk] for edition in editions]


@Prepared
def _writers(editions: list[int]) -> QuerySet[EditionAuthor, Any]:
    """Who wrote these editions, with their names in all languages; in no order, as the database need not sort."""
    rows = EditionAuthor.objects.filter(edition__in=editions, role__in=WRITING, author__texts__isnull=False)
    texts = (f"author__texts__{name}" for name in ("pk", "language", "name", "slug"))
    return rows.values_list("edition", "order", "author", "text", *texts)


def give_faces(cards: Iterable[Card]) -> None:
    """Sets the portrait of each card's first author. One query, none for no cards."""
    first = {card.author_ids[0]: None for card in cards if card.author_ids}
    if not first:
        return
    faces = {image.author: Picture.of(image) for image in _portraits(authors=first)}
    for card in cards:
        card.face = faces.get(card.author_ids[0]) if card.author_ids else None


@Prepared
def _portraits(authors: Iterable[int]) -> QuerySet[Image, Any]:
    """Their pictures, each with its ``author``."""
    return Image.objects.filter(portrayed__in=authors).annotate(author=F("portrayed")).order_by()


def around(edition: Edition, articles: Iterable[int], at: datetime) -> tuple[dict[int, Edition], dict[str, str]]:
    """What is public now of these articles, by article, and of the edition's translations, paths by language.

    One query for both, as both are asked for on every article page.
    """
    wanted, own = set(articles), edition.translation_group
    found = _near(at=at, articles=wanted, group=own)
    paths = {other.language: other.path for other in found if own and other.translation_group == own}
    return {other.article_id: other for other in found if other.article_id in wanted}, paths | {
        edition.language: edition.path
    }


@Prepared
def _near(at: datetime, articles: Iterable[int], group: UUID | None) -> QuerySet[Edition, Any]:
    """Stories of these articles, and those of this group of translations, if there is one."""
    near = Q(article__in=articles) | Q(translation_group=group)
    return Edition.objects.live(at).filter(near).select_related("lead_image").order_by()
