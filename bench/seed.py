"""Fills an empty database with a made-up archive of any size, past the door and in bulk.

Every article has one live edition; one has 500. One section, one tag and one author hold a
fifth of all stories each. The same size gives the same archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from articles.models import (
    Address,
    AddressedText,
    Article,
    Author,
    AuthorLink,
    AuthorText,
    Edition,
    EditionAuthor,
    EditionBody,
    EditionTag,
    Image,
    Section,
    SectionText,
    Tag,
    TagText,
)
from body.blocks import Block, blocks
from outlet.models import Outlet, OutletText

BEGIN = datetime(2014, 1, 1, 6, tzinfo=UTC)
SECTIONS, AUTHORS, TAGS, TEXTS = 10, 1000, 2000, 50
MANY_EDITIONS = 500
BATCH = 5000
WORDS = ["river", "bridge", "council", "winter", "tram", "lantern", "school", "market", "engine", "harvest", "signal"]
KINDS = ["report", "report", "report", "analysis", "opinion", "brief"]


def archive(size: int) -> None:
    """``size`` published articles, an hour apart."""
    chance = random.Random(size)
    _paper()
    texts = [_text(chance) for _ in range(TEXTS)]
    for start in range(0, size, BATCH):
        _stories(range(start, min(start + BATCH, size)), texts, chance)
    _correct(Edition.objects.select_related("body").order_by("pk")[3])
    _portray(chance)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _paper() -> None:
    """Outlet, sections, authors and tags."""
    outlet = Outlet.objects.create(time_zone="Europe/Kyiv", email="desk@bench.example")
    OutletText.objects.create(outlet=outlet, language="en", name="Bench Gazette", tagline="Measured daily")
    sections = Section.objects.bulk_create(Section(order=number) for number in range(SECTIONS))
    authors = Author.objects.bulk_create(Author(languages="English") for _ in range(AUTHORS))
    tags = Tag.objects.bulk_create(
        Tag(name=f"topic {number}", slug=f"topic-{number}", folded=f"topic {number}") for number in range(TAGS)
    )
    AuthorLink.objects.bulk_create(
        AuthorLink(author=author, label="Elsewhere", url="https://elsewhere.example/") for author in authors
    )
    _named(SectionText, sections, "Section")
    _named(AuthorText, authors, "Author", job_title="Reporter", biography="Has walked along every river.")
    _named(TagText, tags, "Topic")


def _named(model: type[AddressedText], owners: list[Any], name: str, **words: str) -> None:
    """A text and an address for each section, author or tag."""
    texts = [
        model(name=f"{name} {number}", slug=f"{name.lower()}-{number}", **{model.OWNER: owner}, **words)
        for number, owner in enumerate(owners)
    ]
    model._default_manager.bulk_create(texts)
    Address.objects.bulk_create(Address(path=text.path, **{f"{model.OWNER}_id": text.owner_id}) for text in texts)


def _images(numbers: range) -> list[Image]:
    """Pictures without files: pages only name them."""
    return Image.objects.bulk_create(
        Image(sha256=f"{number:064x}", width=1600, height=1000, size=1, credit="Bench", creator="Iryna Lys")
        for number in numbers
    )


def _text(chance: random.Random) -> list[Block]:
    """Twelve paragraphs with a heading, a list, a quotation, a picture and two story cards that ``_document`` sets."""
    parts = ["<p>" + " ".join(chance.choices(WORDS, k=45)).capitalize() + ".</p>" for _ in range(12)]
    parts.insert(2, "<h2>What was decided</h2>")
    parts.insert(4, "<ul><li>one</li><li>two</li><li>three</li></ul>")
    parts.insert(6, '<figure data-image="1"><figcaption>Here</figcaption></figure>')
    parts.insert(8, "<blockquote><p>Water is patient.</p></blockquote>")
    parts.insert(10, '<aside data-story="1" data-kicker="History repeating"></aside>')
    parts.insert(12, '<aside data-story="2"></aside>')
    return blocks("".join(parts))


def _stories(numbers: range, texts: list[list[Block]], chance: random.Random) -> None:
    """Articles with one edition each, and two pictures a story."""
    sections = list(Section.objects.order_by("pk"))
    authors = list(Author.objects.order_by("pk").values_list("pk", flat=True))
    tags = list(Tag.objects.order_by("pk").values_list("pk", flat=True))
    articles = Article.objects.bulk_create(Article(headline=f"Story {number}") for number in numbers)
    images = _images(range(2 * numbers.start, 2 * numbers.stop))
    editions, documents = [], []
    for number, article, lead, image in zip(numbers, articles, images[::2], images[1::2], strict=True):
        section = sections[0] if number % 5 == 0 else chance.choice(sections[1:])
        editions.append(_edition(number, article, section, lead))
        writer = authors[0] if number % 5 == 2 else chance.choice(authors[1:500])
        documents.append(
            _document(
                chance.choice(texts),
                image=image.pk,
                stories=[story.pk for story in chance.choices(articles, k=5)],
                people={"writer": writer, "photographs": chance.choice(authors[500:])},
                tags=[*([tags[0]] if number % 5 == 1 else []), *chance.sample(tags[1:], 2)],
            )
        )
    _publish(editions, documents)
    Address.objects.bulk_create(
        Address(path=edition.path, article_id=edition.article_id, edition=edition) for edition in editions
    )


def _edition(number: int, article: Article, section: Section, lead: Image) -> Edition:
    """A story's only edition, unsaved."""
    begins = BEGIN + timedelta(hours=number)
    return Edition(
        article=article,
        translation_group=article.translation_group,
        number=1,
        live_from=begins,
        first_published_at=begins,
        published_on=begins.date(),
        path=f"/{begins:%Y/%m/%d}/story-{number}/",
        kind=KINDS[number % len(KINDS)],
        section=section,
        headline=f"Story {number}: the river and the bridge",
        kicker="On the river",
        standfirst="What the council decided, and what it means.",
        lead_image=lead,
        lead_alt_text="A picture",
        lead_caption="A caption",
        word_count=540,
    )


def _document(
    text: list[Block], *, image: int, stories: list[int], people: dict[str, int], tags: list[int]
) -> dict[str, Any]:
    """Everything that can stand on a page: two of the stories as cards in the text, the others below it."""
    targets = iter(stories)
    return {
        "blocks": [_filled(block, image, targets) for block in text],
        "bylines": [{"author": author, "role": role, "text": ""} for role, author in people.items()],
        "tags": tags,
        "related": [{"target": target, "url": "", "kicker": "", "headline": ""} for target in targets],
        "how_we_reported": "We asked everybody twice.",
    }


def _filled(block: Block, image: int, targets: Iterator[int]) -> Block:
    """The block, with this picture or the next of these stories where it is one."""
    match block["type"]:
        case "image":
            return block | {"image": image, "alt": "A bridge"}
        case "story":
            return block | {"article": next(targets)}
        case _:
            return block


def _publish(editions: list[Edition], documents: list[dict[str, Any]]) -> None:
    """Saves editions with their documents and the rows by which lists find them."""
    pairs = list(zip(Edition.objects.bulk_create(editions), documents, strict=True))
    EditionBody.objects.bulk_create(EditionBody(edition=edition, document=document) for edition, document in pairs)
    shared = ("article_id", "language", "first_published_at")
    places = [
        ({"edition": edition} | {name: getattr(edition, name) for name in shared}, document)
        for edition, document in pairs
    ]
    EditionAuthor.objects.bulk_create(
        EditionAuthor(author_id=row["author"], role=row["role"], order=order, **place)
        for place, document in places
        for order, row in enumerate(document["bylines"])
    )
    EditionTag.objects.bulk_create(
        EditionTag(tag_id=tag, **place) for place, document in places for tag in document["tags"]
    )


def _correct(first: Edition) -> None:
    """Gives the article of this edition 500 of them, a minute apart."""
    document = first.body.document
    frozen = {field.attname: getattr(first, field.attname) for field in Edition._meta.concrete_fields}
    del frozen["id"]
    later = []
    for number in range(2, MANY_EDITIONS + 1):
        begins = first.live_from + timedelta(minutes=number)
        until = None if number == MANY_EDITIONS else begins + timedelta(minutes=1)
        later.append(Edition(**frozen | {"number": number, "live_from": begins, "live_until": until}))
    Edition.objects.filter(pk=first.pk).update(live_until=later[0].live_from)
    _publish(later, [document] * len(later))


def _portray(chance: random.Random) -> None:
    """Gives every author a picture; they came over the years, as all pictures did."""
    authors, images = list(Author.objects.all()), list(Image.objects.values_list("pk", flat=True))
    for author in authors:
        author.picture_id = chance.choice(images)
    Author.objects.bulk_update(authors, ["picture"])
