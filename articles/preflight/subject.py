"""What the checks look at: an article with all that it says and points at, read at once.

Nine queries at most, however long the text; five for most.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from articles import addresses, snapshots
from articles.links import Standing, look_up, own_path
from articles.models import Article, AuthorText, Edition, Image, ImageText, OutsideLink, Revision, StyleRule
from articles.preflight.words import Link, Passage, links_of, passages_of
from body.blocks import Block, blocks
from outlet.models import Outlet

TWINS = timedelta(days=30)


@dataclass(frozen=True)
class Picture:
    """A use of a picture: ``alt`` and ``caption`` are what readers get, ``image`` is None where it is gone."""

    field: str
    number: int
    image: Image | None
    alt: str
    caption: str


@dataclass(frozen=True)
class Story:
    """A story of ours that is pointed at."""

    pk: int
    language: str
    is_public: bool


@dataclass(frozen=True)
class Facts:
    """What the database knows of the article beside its words."""

    published_on: Any = None
    has_twin: bool = False
    original_changed_at: datetime | None = None
    newest: snapshots.Snapshot | None = None


class Subject:
    """``article`` with the words to be judged; ``rows`` are its bylines, tags and related stories."""

    def __init__(self, article: Article, rows: snapshots.Snapshot, *, at: datetime | None = None) -> None:
        self.article = article
        self.at = _moment(at)
        self.bylines: list[dict[str, Any]] = rows["bylines"]
        self.tags: list[int] = rows["tags"]
        self.related: list[dict[str, Any]] = rows["related"]
        self.blocks: list[Block] = blocks(article.body)

    # --- what it says ---

    @cached_property
    def passages(self) -> list[Passage]:
        """Everything that is written, line by line and paragraph by paragraph."""
        return passages_of(self.article, self.blocks, self.related)

    @cached_property
    def links(self) -> list[Link]:
        """The links in the text, its captions too."""
        return links_of(self.blocks)

    @cached_property
    def outside(self) -> list[tuple[str, str, str]]:
        """Addresses of other sites: field, address, words."""
        found = [("body", link.href, link.words) for link in self.links if not own_path(link.href)]
        found += [("related", row["url"], row["headline"]) for row in self.related if row["url"]]
        return [each for each in found if each[1].lower().startswith(("http://", "https://"))]

    # --- what it points at, a query each ---

    @cached_property
    def facts(self) -> Facts:
        """From the rows about the article."""
        return facts_of(self.article, self.at)

    @cached_property
    def nameless_authors(self) -> list[int]:
        """Those in the byline of whom readers learn nothing."""
        numbers = [row["author"] for row in self.bylines]
        if not numbers:
            return []
        told = AuthorText.objects.filter(author__in=numbers).exclude(biography="")
        known = set(told.values_list("author", flat=True))
        return [number for number in dict.fromkeys(numbers) if number not in known]

    @cached_property
    def pictures(self) -> list[Picture]:
        """The lead image and those in the text, each use."""
        article = self.article
        uses = []
        if article.lead_image_id:
            uses.append(("lead_image", article.lead_image_id, article.lead_alt_text, article.lead_caption))
        uses += [
            ("body", block["image"], block["alt"] or "", block["caption"])
            for block in self.blocks
            if block["type"] == "image"
        ]
        images = described([number for _field, number, _alt, _caption in uses], article.language) if uses else {}
        return [_use(images.get(number), field, number, alt, caption) for field, number, alt, caption in uses]

    @cached_property
    def stories(self) -> dict[int, Story]:
        """The stories that cards and related stories point at, by number."""
        wanted = {block["article"] for block in self.blocks if block["type"] == "story"}
        wanted |= {row["target"] for row in self.related if row["target"]}
        if not wanted:
            return {}
        is_public = Exists(Edition.objects.live(self.at).filter(article=OuterRef("pk")))
        rows = Article.objects.filter(pk__in=wanted).annotate(is_public=is_public).order_by()
        return {row[0]: Story(*row) for row in rows.values_list("pk", "language", "is_public")}

    @cached_property
    def paths(self) -> dict[str, Standing]:
        """How the paths of ours that it links to stand, its own address among them."""
        wanted = {path for link in self.links if (path := own_path(link.href))}
        own = {self.own_address} - {""}
        return look_up(wanted | own, at=self.at) if wanted or own else {}

    @cached_property
    def own_address(self) -> str:
        """Where it will stand, if its slug was chosen by hand; one made from the headline gives way by itself."""
        if not self.article.slug:
            return ""
        day = self.facts.published_on or Outlet.objects.current().date_of(self.at)
        return addresses.article_path(self.article.language, day, self.article.slug)

    @cached_property
    def rules(self) -> list[StyleRule]:
        """The house style of the article's language."""
        return list(StyleRule.objects.filter(language=self.article.language, is_on=True))

    @cached_property
    def dead(self) -> set[str]:
        """Those addresses of other sites that answered nothing when they were last asked."""
        wanted = {OutsideLink.digest_of(url) for _field, url, _words in self.outside}
        if not wanted:
            return set()
        return set(OutsideLink.objects.dead().filter(digest__in=wanted).values_list("url", flat=True))


def of_article(article: Article, *, at: datetime | None = None) -> Subject:
    """The working copy as its rows stand: its newest version holds what stands in rows of their own."""
    moment = _moment(at)
    facts = facts_of(article, moment)
    subject = Subject(article, facts.newest or _rows(article), at=moment)
    subject.facts = facts
    return subject


def of_edition(edition: Edition) -> Subject:
    """What readers have, whatever the desk has written since."""
    article = copy.copy(edition.article)
    revision = edition.revision
    if revision is None:
        return of_article(article)
    snapshot = snapshots.present(revision.snapshot)
    for name, value in snapshot["fields"].items():
        setattr(article, f"{name}_id" if name in snapshots.REFERENCES else name, value)
    article.saved_at = revision.saved_at
    return Subject(article, snapshot)


def facts_of(article: Article, at: datetime) -> Facts:
    """What the database knows beside the words, the newest version with it. One query."""
    if not article.pk:
        return Facts()
    live = Edition.objects.live(at).exclude(article=article.pk)
    twins = live.filter(
        language=article.language,
        first_published_at__gt=at - TWINS,
        headline=article.headline.strip() or None,
    )
    older = live.filter(translation_group=article.translation_group, article__created_at__lt=article.created_at)
    latest = Edition.objects.uncancelled().filter(article=OuterRef("pk")).order_by("-live_from")
    newest = Revision.objects.filter(article=OuterRef("pk"), number=article.version)
    row = (
        Article.objects.filter(pk=article.pk)
        .annotate(
            published_on=Subquery(latest.values("published_on")[:1]),
            has_twin=Exists(twins),
            original_changed_at=Subquery(older.order_by("article__created_at").values("updated_at")[:1]),
            newest=Subquery(newest.values("snapshot")[:1]),
        )
        .values_list("published_on", "has_twin", "original_changed_at", "newest")
        .first()
    )
    return Facts(*row) if row else Facts()


def _moment(at: datetime | None) -> datetime:
    """Never past: an import publishes into a time in which nothing of ours was public."""
    now = timezone.now()
    return max(at or now, now)


def _rows(article: Article) -> snapshots.Snapshot:
    return snapshots.take(article) if article.pk else {"bylines": [], "tags": [], "related": []}


def described(numbers: list[int], language: str) -> dict[int, Image]:
    """Pictures with their words in one language, as ``alt_here`` and ``caption_here``. One query."""
    words = ImageText.objects.filter(image=OuterRef("pk"), language=language)
    images: QuerySet[Image] = Image.objects.annotate(
        alt_here=Subquery(words.values("alt_text")[:1]), caption_here=Subquery(words.values("caption")[:1])
    )
    return images.in_bulk(numbers)


def _use(image: Any, field: str, number: int, alt: str, caption: str) -> Picture:
    if image is None:
        return Picture(field, number, None, alt.strip(), caption.strip())
    return Picture(
        field, number, image, alt.strip() or (image.alt_here or "").strip(), caption or image.caption_here or ""
    )
