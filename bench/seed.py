"""Fills an empty database with a made-up archive of any size, past the door and in bulk.

Every article has one live edition; one has 500. One section and one tag hold a fifth of all stories.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from django.db import connection

from articles import addresses
from articles.models import (
    Address,
    Article,
    Author,
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
from body.blocks import blocks
from outlet.models import Outlet, OutletText

BEGIN = datetime(2016, 1, 1, 6, tzinfo=UTC)
SECTIONS, AUTHORS, TAGS, IMAGES = 10, 50, 200, 20
MANY_EDITIONS = 500
BATCH = 5000
WORDS = [
    "river",
    "bridge",
    "council",
    "winter",
    "tram",
    "lantern",
    "school",
    "market",
    "engine",
    "harvest",
    "signal",
    "repair",
    "winter",
    "budget",
    "letter",
]


def rows_of_the_paper() -> None:
    """Outlet, sections, authors, tags and pictures."""
    outlet = Outlet.objects.create(time_zone="Europe/Kyiv")
    OutletText.objects.create(outlet=outlet, language="en", name="Bench Gazette")
    for number in range(SECTIONS):
        section = Section.objects.create(order=number)
        addresses.settle(
            SectionText.objects.create(
                section=section, language="en", name=f"Section {number}", slug=f"section-{number}"
            )
        )
    for number in range(AUTHORS):
        author = Author.objects.create()
        addresses.settle(
            AuthorText.objects.create(author=author, language="en", name=f"Author {number}", slug=f"author-{number}")
        )
    for number in range(TAGS):
        tag = Tag.objects.create(name=f"topic {number}")
        addresses.settle(TagText.objects.create(tag=tag, language="en", name=f"Topic {number}", slug=f"topic-{number}"))
    for number in range(IMAGES):
        image = Image.objects.create(
            sha256=f"{number:064x}", width=1600, height=1000, size=1, original=f"{number}.jpg", credit="Bench"
        )
        ImageText.objects.create(image=image, language="en", alt_text="A picture", caption="A caption")


def text(chance: random.Random, *, image: int, stories: list[int]) -> list[dict]:
    """Twelve paragraphs with a list, a picture and story cards."""
    paragraphs = ["<p>" + " ".join(chance.choices(WORDS, k=45)).capitalize() + ".</p>" for _ in range(12)]
    paragraphs.insert(3, "<ul><li>one</li><li>two</li><li>three</li></ul>")
    paragraphs.insert(5, f'<figure data-image="{image}"><figcaption>Here</figcaption></figure>')
    for number, story in enumerate(stories):
        paragraphs.insert(7 + number, f'<aside data-story="{story}" data-kicker="History repeating"></aside>')
    return blocks("".join(paragraphs))


def archive(size: int, *, seed: int = 1) -> None:
    """``size`` published articles, an hour apart."""
    chance = random.Random(seed)
    rows_of_the_paper()
    sections = list(Section.objects.order_by("pk").values_list("pk", flat=True))
    authors = list(Author.objects.order_by("pk").values_list("pk", flat=True))
    tags = list(Tag.objects.order_by("pk").values_list("pk", flat=True))
    images = list(Image.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, size, BATCH):
        count = min(BATCH, size - start)
        articles = Article.objects.bulk_create(Article(headline=f"Story {start + n}") for n in range(count))
        revisions = Revision.objects.bulk_create(
            Revision(article=article, number=1, snapshot={}, digest="") for article in articles
        )
        editions, documents = [], []
        for place, article in enumerate(articles):
            number = start + place
            begins = BEGIN + timedelta(hours=number)
            section = sections[0] if number % 5 == 0 else chance.choice(sections[1:])
            editions.append(
                Edition(
                    article=article,
                    number=1,
                    revision=revisions[place],
                    live_from=begins,
                    first_published_at=begins,
                    published_on=begins.date(),
                    path=f"/{begins:%Y/%m/%d}/story-{number}/",
                    language="en",
                    kind="report",
                    section_id=section,
                    headline=f"Story {number}: the river and the bridge",
                    standfirst="What the council decided, and what it means.",
                    lead_image_id=chance.choice(images),
                    lead_alt_text="A picture",
                    lead_caption="A caption",
                    word_count=540,
                )
            )
            mine = [tags[0]] if number % 5 == 1 else []
            mine += chance.sample(tags[1:], 3)
            stories = [articles[chance.randrange(count)].pk for _ in range(2)]
            documents.append(
                {
                    "blocks": text(chance, image=chance.choice(images), stories=stories),
                    "bylines": [
                        {"author": author, "role": "writer", "text": ""} for author in chance.sample(authors, 2)
                    ],
                    "tags": mine,
                    "related": [
                        {"target": articles[chance.randrange(count)].pk, "url": "", "kicker": "", "headline": ""}
                        for _ in range(3)
                    ],
                    "how_we_reported": "We asked everybody twice.",
                }
            )
        editions = Edition.objects.bulk_create(editions)
        EditionBody.objects.bulk_create(
            EditionBody(edition=edition, document=document)
            for edition, document in zip(editions, documents, strict=True)
        )
        Address.objects.bulk_create(
            Address(path=edition.path, language="en", article_id=edition.article_id, edition=edition)
            for edition in editions
        )
        places = [
            {
                "edition": edition,
                "article_id": edition.article_id,
                "language": "en",
                "first_published_at": edition.first_published_at,
            }
            for edition in editions
        ]
        EditionAuthor.objects.bulk_create(
            EditionAuthor(author_id=row["author"], role="writer", order=order, **where)
            for where, document in zip(places, documents, strict=True)
            for order, row in enumerate(document["bylines"])
        )
        EditionTag.objects.bulk_create(
            EditionTag(tag_id=tag, **where)
            for where, document in zip(places, documents, strict=True)
            for tag in document["tags"]
        )
    much_corrected(Edition.objects.order_by("pk").first())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def much_corrected(first: Edition | None) -> None:
    """Gives an article 500 editions, a minute apart."""
    if first is None:
        return
    later = []
    for number in range(2, MANY_EDITIONS + 1):
        begins = first.live_from + timedelta(minutes=number)
        later.append(
            Edition(
                article_id=first.article_id,
                number=number,
                revision_id=first.revision_id,
                live_from=begins,
                live_until=None if number == MANY_EDITIONS else begins + timedelta(minutes=1),
                first_published_at=first.first_published_at,
                published_on=first.published_on,
                path=first.path,
                language=first.language,
                kind=first.kind,
                section_id=first.section_id,
                headline=first.headline,
                standfirst=first.standfirst,
                lead_image_id=first.lead_image_id,
            )
        )
    Edition.objects.filter(pk=first.pk).update(live_until=later[0].live_from)
    document = first.body.document
    EditionBody.objects.bulk_create(
        EditionBody(edition=edition, document=document) for edition in Edition.objects.bulk_create(later)
    )
