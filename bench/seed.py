"""Fills an empty database with a made-up archive of any size, past the door and in bulk.

Every article has one live edition; the oldest has 500. One section, one tag and one author hold a
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
    ImageText,
    Revision,
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
WORDS = "river bridge council winter tram lantern school market engine harvest signal repair budget letter".split()


def archive(size: int) -> None:
    """``size`` published articles, an hour apart."""
    chance = random.Random(size)
    _paper()
    texts = [_text(chance) for _ in range(TEXTS)]
    for start in range(0, size, BATCH):
        _stories(range(start, min(start + BATCH, size)), texts, chance)
    _correct(Edition.objects.select_related("body").earliest("pk"))
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


def _text(chance: random.Random) -> list[Block]:
    """Twelve paragraphs with a heading, a list, a quotation, a picture and two story cards that ``_filled`` sets."""
    parts = ["<p>" + " ".join(chance.choices(WORDS, k=45)).capitalize() + ".</p>" for _ in range(12)]
    parts.insert(2, "<h2>What was decided</h2>")
    parts.insert(4, "<ul><li>one</li><li>two</li><li>three</li></ul>")
    parts.insert(6, '<figure data-image="1"><figcaption>Here</figcaption></figure>')
    parts.insert(8, "<blockquote><p>Water is patient.</p></blockquote>")
    parts.insert(10, '<aside data-story="1" data-kicker="History repeating"></aside>')
    parts.insert(12, '<aside data-story="2"></aside>')
    return blocks("".join(parts))


def _filled(text: list[Block], image: int, stories: Iterator[int]) -> list[Block]:
    """The text with this picture and these stories."""
    own = {"image": lambda: {"image": image, "alt": "A bridge"}, "story": lambda: {"article": next(stories)}}
    return [block | own[block["type"]]() if block["type"] in own else block for block in text]


def _stories(numbers: range, texts: list[list[Block]], chance: random.Random) -> None:
    """Articles with one edition each, and two pictures a story."""
    sections = list(Section.objects.order_by("pk").values_list("pk", flat=True))
    authors = list(Author.objects.order_by("pk").values_list("pk", flat=True))
    tags = list(Tag.objects.order_by("pk").values_list("pk", flat=True))
    articles = Article.objects.bulk_create(Article(headline=f"Story {number}") for number in numbers)
    revisions = Revision.objects.bulk_create(Revision(article=row, number=1, snapshot={}, digest="") for row in articles)
    images = Image.objects.bulk_create(
        Image(sha256=f"{number:064x}", width=1600, height=1000, size=1, original=f"{number}.jpg", credit="Bench")
        for number in range(2 * numbers.start, 2 * numbers.stop)
    )
    ImageText.objects.bulk_create(ImageText(image=image, alt_text="A picture", caption="A caption") for image in images)
    editions, documents = [], []
    for place, number in enumerate(numbers):
        begins = BEGIN + timedelta(hours=number)
        editions.append(
            Edition(
                article=articles[place],
                number=1,
                revision=revisions[place],
                live_from=begins,
                first_published_at=begins,
                published_on=begins.date(),
                path=f"/{begins:%Y/%m/%d}/story-{number}/",
                kind="report",
                section_id=sections[0] if number % 5 == 0 else chance.choice(sections[1:]),
                headline=f"Story {number}: the river and the bridge",
                kicker="On the river",
                standfirst="What the council decided, and what it means.",
                lead_image=images[2 * place],
                lead_alt_text="A picture",
                lead_caption="A caption",
                word_count=540,
            )
        )
        people = [authors[0] if number % 5 == 2 else chance.choice(authors[1:500]), chance.choice(authors[500:])]
        stories = iter(chance.choices(articles, k=5))
        targets = (story.pk for story in stories)
        documents.append(
            {
                "blocks": _filled(chance.choice(texts), images[2 * place + 1].pk, targets),
                "bylines": [
                    {"author": author, "role": role, "text": ""}
                    for author, role in zip(people, ("writer", "photographs"), strict=True)
                ],
                "tags": [*([tags[0]] if number % 5 == 1 else []), *chance.sample(tags[1:], 3)],
                "related": [{"target": target, "url": "", "kicker": "", "headline": ""} for target in targets],
                "how_we_reported": "We asked everybody twice.",
            }
        )
    _publish(editions, documents)
    Address.objects.bulk_create(
        Address(path=edition.path, article_id=edition.article_id, edition=edition) for edition in editions
    )


def _publish(editions: list[Edition], documents: list[dict[str, Any]]) -> None:
    """Saves editions with their documents and the rows by which lists find them."""
    pairs = list(zip(Edition.objects.bulk_create(editions), documents, strict=True))
    EditionBody.objects.bulk_create(EditionBody(edition=edition, document=document) for edition, document in pairs)
    places = [
        (
            {
                "edition": edition,
                "article_id": edition.article_id,
                "language": edition.language,
                "first_published_at": edition.first_published_at,
            },
            document,
        )
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
    """Gives the article of its first edition 500 of them, a minute apart."""
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
