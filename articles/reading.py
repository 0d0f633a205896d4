"""The article page: everything that stands on it, read from one edition and what it points at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.html import escape, strip_tags

from articles import corrections, paid
from articles.cards import Card, Frame, Named, Picture, around, card, kind, named
from articles.corrections import ShownNote
from articles.models import Author, AuthorLink, AuthorText, Edition, EditionTag, Image, Role, Tag, TagText
from articles.moments import years_since
from articles.paid import Paid
from articles.prepared import Prepared
from articles.snapshots import under_survivors
from body.notes import Note, numbered
from body.text import READING_SPEED
from outlet.languages import pick

# What is read of a text, for a name with its page.
OF_TAG = ("pk", "language", "name", "slug")
OF_AUTHOR = (*OF_TAG, "job_title")


@dataclass(frozen=True)
class Credit:
    """Those who stand in the byline with one role, in order."""

    role: str
    label: str
    people: list[Named]


@dataclass(frozen=True)
class ShownImage:
    """A picture of the page with its row; the caption is that of the use, in inline HTML or plain."""

    row: Image
    picture: Picture
    caption: str


@dataclass
class Story:
    """The article page. ``blocks`` are those of the edition, with ``picture`` and ``card`` put in, notes numbered."""

    edition: Edition
    kind: str
    section: Named | None
    lead: Picture | None
    writers: list[Named]
    credits: list[Credit]
    blocks: list[dict[str, Any]]
    notes: list[Note]
    tags: list[Named]
    related: list[Card]
    how_we_reported: str
    description: str
    lead_image: ShownImage | None
    images: list[ShownImage]
    years_old: int
    corrections: list[ShownNote]
    has_changed: bool = False
    paid: Paid | None = None
    keys: set[str] = field(default_factory=set)

    @property
    def social_picture(self) -> Picture | None:
        """The picture of the card that networks show: the lead, wide and large."""
        return self.lead.social if self.lead else None

    @property
    def modified_at(self) -> datetime | None:
        """The last substantial change or public note; the first publication where there was none."""
        notes = [note.at for note in self.corrections]
        return max(filter(None, [self.edition.updated_at, self.edition.first_published_at, *notes]), default=None)

    @property
    def corrected(self) -> ShownNote | None:
        """The newest note, to which the dates point; not an update, whose date stands there anyway."""
        return next((note for note in self.corrections if note.at != self.edition.updated_at), None)

    @property
    def minutes(self) -> int:
        """How long it takes to read, rounded up."""
        return max(1, -(-self.edition.word_count // READING_SPEED))


def story(edition: Edition, frame: Frame, at: datetime) -> Story:
    """Reads what the edition points at: authors, tags, cards and pictures, a query each."""
    document = edition.body.document
    told = paid.told(edition, document)
    blocks = [paid.marked(block) if told else block for block in document.get("blocks", [])]
    images = _images({block["image"] for block in blocks if block["type"] == "image"})
    related = document.get("related", [])
    wanted = [block["article"] for block in blocks if block["type"] == "story"]
    wanted += [row["target"] for row in related if row["target"]]
    editions, frame.translations = around(edition, wanted, at)
    live = {pk: card(found, frame) for pk, found in editions.items()}
    people, bylines = _signed(document.get("bylines", []), frame.language)
    tags, carried = _tagged(document.get("tags", []), frame.language)
    shown = _credits(bylines, people)
    section = frame.sections.get(edition.section_id or 0)
    writers = [person for credit in shown if credit.role == Role.WRITER for person in credit.people]
    lead = _lead(edition)
    lead_image = ShownImage(edition.lead_image, lead, escape(lead.caption)) if edition.lead_image and lead else None
    filled, notes = numbered(list(_filled(blocks, images, live)))
    inside = [
        ShownImage(images[block["image"]], block["picture"], block["caption"])
        for block in filled
        if block["type"] == "image"
    ]
    return Story(
        edition=edition,
        kind=kind(edition),
        section=section,
        lead=lead,
        lead_image=lead_image,
        images=([lead_image] if lead_image else []) + inside,
        corrections=corrections.of(edition),
        has_changed=frame.outlet.shows_changes and getattr(edition, "was_other", False),
        years_old=years_since(edition.updated_at or edition.first_published_at, at),
        writers=[*([Named(frame.name.name, "")] if edition.by_newsroom else []), *writers],
        credits=[credit for credit in shown if credit.role != Role.WRITER],
        blocks=filled,
        notes=notes,
        tags=[tags[pk] for pk in carried if pk in tags],
        related=list(_related(related, live, rel=f"external {paid.REL}" if told else "external")),
        how_we_reported=document.get("how_we_reported", ""),
        paid=told,
        description=edition.seo_description or strip_tags(edition.standfirst),
        keys={f"article-{edition.article_id}", f"section-{edition.section_id}"}
        | {f"article-{pk}" for pk in wanted}
        | {f"author-{row['author']}" for row in bylines}
        | {f"tag-{pk}" for pk in carried}
        | {f"image-{pk}" for pk in images}
        | ({f"image-{edition.lead_image_id}"} if edition.lead_image_id else set()),
    )


def _images(numbers: set[int]) -> dict[int, Image]:
    """Pictures by id. One query, none for none."""
    return {image.pk: image for image in _pictures(numbers=numbers)} if numbers else {}


@Prepared
def _pictures(numbers: set[int]) -> QuerySet[Image, Any]:
    return Image.objects.filter(pk__in=numbers).order_by()


def _names(
    texts: type[AuthorText | TagText], words: tuple[str, ...], rows: list[Any], language: str
) -> tuple[dict[int, Named], dict[int, int]]:
    """Names and pages of authors or tags by id, and of those that were merged, into what.

    The ids that an edition knows are those of its day; texts belong to what stands today.
    """
    found: dict[int, dict[int, Any]] = {}
    survivors: dict[int, int] = {}
    for pk, merged_into, *columns in rows:
        if merged_into:
            survivors[pk] = merged_into
        for own in (columns[: len(words)], columns[len(words) :]):
            if own[0]:
                found.setdefault(merged_into or pk, {})[own[0]] = texts(**dict(zip(words, own, strict=True)))
    names = {pk: named(pick(own.values(), language), language) for pk, own in found.items()}
    return {pk: name for pk, name in names.items() if name}, survivors


@Prepared
def _authors(wanted: set[int]) -> QuerySet[Author, Any]:
    return _with_words(Author.objects.filter(pk__in=wanted), OF_AUTHOR)


@Prepared
def _tags(wanted: set[int]) -> QuerySet[Tag, Any]:
    return _with_words(Tag.objects.filter(pk__in=wanted), OF_TAG)


def _with_words(shelves: QuerySet[Any, Any], words: tuple[str, ...]) -> QuerySet[Any, Any]:
    """Shelves, what each was merged into, and the words of both. What was merged has none of its own."""
    columns = (f"{whose}texts__{word}" for whose in ("", "merged_into__") for word in words)
    return shelves.order_by().values_list("pk", "merged_into", *columns)


def _signed(bylines: list[dict[str, Any]], language: str) -> tuple[dict[int, Named], list[dict[str, Any]]]:
    """The authors by id, and the bylines as they stand by now. Two queries, none for none."""
    wanted = {row["author"] for row in bylines}
    people, survivors = _names(AuthorText, OF_AUTHOR, _authors(wanted=wanted) if wanted else [], language)
    return _with_links(people), under_survivors(bylines, survivors)


def names_of(authors: set[int], language: str) -> dict[int, str]:
    """What these authors are called today, under the numbers of their day. One query, none for none."""
    names, survivors = _names(AuthorText, OF_AUTHOR, _authors(wanted=authors) if authors else [], language)
    return {pk: names[survivors.get(pk, pk)].name for pk in authors if survivors.get(pk, pk) in names}


def _tagged(tags: list[int], language: str) -> tuple[dict[int, Named], list[int]]:
    """The tags by id, and which of them a story carries by now. One query, none for none."""
    names, survivors = _names(TagText, OF_TAG, _tags(wanted=set(tags)) if tags else [], language)
    return names, list(dict.fromkeys(survivors.get(pk, pk) for pk in tags))


def _with_links(people: dict[int, Named]) -> dict[int, Named]:
    """The people with the addresses where else they can be found. One query."""
    found: dict[int, list[str]] = {}
    for author, url in _links(authors=set(people)) if people else []:
        found.setdefault(author, []).append(url)
    return {pk: replace(person, same_as=tuple(found.get(pk, ()))) for pk, person in people.items()}


@Prepared
def _links(authors: set[int]) -> QuerySet[AuthorLink, Any]:
    return AuthorLink.objects.filter(author__in=authors).order_by("order", "pk").values_list("author", "url")


def _credits(bylines: list[dict[str, Any]], people: dict[int, Named]) -> list[Credit]:
    """The byline by role, in the order of first appearance."""
    found: dict[str, Credit] = {}
    for row in bylines:
        if person := people.get(row["author"]):
            role = row["role"]
            credit = found.setdefault(role, Credit(role, str(Role(role).label), []))
            credit.people.append(replace(person, name=row["text"]) if row["text"] else person)
    return list(found.values())


def _lead(edition: Edition) -> Picture | None:
    """The picture above the text."""
    if edition.lead_image is None:
        return None
    return Picture.of(edition.lead_image, alt=edition.lead_alt_text, caption=edition.lead_caption).as_lead


def _filled(blocks: list[dict[str, Any]], images: dict[int, Image], live: dict[int, Card]) -> Any:
    """Blocks with their pictures and cards; a card whose story is not public is left out."""
    for block in blocks:
        if block["type"] == "image":
            if image := images.get(block["image"]):
                picture = Picture.of(image, alt=block["alt"], caption=block["caption"])
                yield block | {"picture": picture, "is_wide": block["layout"] == "wide"}
        elif block["type"] == "story":
            if block["article"] in live:
                yield block | {"card": _own_words(live[block["article"]], block)}
        else:
            yield block


def _related(rows: list[dict[str, Any]], live: dict[int, Card], *, rel: str) -> Any:
    """The stories to read next, in order; those that are not public are left out."""
    for row in rows:
        if row["url"]:
            yield Card(path=row["url"], headline=row["headline"], kicker=row["kicker"], rel=rel)
        elif row["target"] in live:
            yield _own_words(live[row["target"]], row)


def _own_words(card: Card, place: dict[str, Any]) -> Card:
    """The card with kicker and headline of the place where it stands, where that has its own."""
    return replace(card, kicker=place["kicker"] or card.kicker, headline=place["headline"] or card.headline)


@Prepared
def author_texts(slug: str) -> QuerySet[AuthorText, Any]:
    """All texts of the authors who have this slug in some language."""
    return AuthorText.objects.select_related("author__picture").filter(author__texts__slug=slug)


@Prepared
def tag_texts(at: datetime, slug: str) -> QuerySet[TagText, Any]:
    """All texts of the tags that have this slug in some language, and with which something was published."""
    begun = EditionTag.objects.filter(tag=OuterRef("tag"), edition__live_from__lte=at, edition__cancelled_at=None)
    return TagText.objects.filter(Exists(begun), tag__texts__slug=slug)


@dataclass
class Profile:
    """An author's page."""

    text: AuthorText
    languages: str
    portrait: Picture | None
    links: list[Any]


def profile(author: Author, text: AuthorText) -> Profile:
    """What stands above an author's stories. One query for the links."""
    return Profile(
        text=text,
        languages=author.languages,
        portrait=Picture.of(author.picture, alt="") if author.picture else None,
        links=list(author.links.all()),
    )
