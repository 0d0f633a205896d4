"""What a story of each kind must have, and what is better there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles import snapshots
from articles.models import PAID, Kind
from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.refusals import Level
from articles.slugs import slug_of
from body import text

# The table kind by required field. What a sponsor wrote is signed by the sponsor, where no author is named.
ALWAYS = ("headline", "section", "author")
STORY = (*ALWAYS, "standfirst", "lead_image", "body")
REQUIRED: dict[str, tuple[str, ...]] = {
    Kind.BRIEF: (*ALWAYS, "body"),
    Kind.REPORT: STORY,
    Kind.ANALYSIS: STORY,
    Kind.OPINION: STORY,
    Kind.EXPLAINER: STORY,
    Kind.INTERVIEW: STORY,
    Kind.REVIEW: STORY,
    Kind.SPONSORED: ("headline", "section", "standfirst", "lead_image", "body", "sponsor"),
    Kind.PARTNER: (*STORY, "sponsor"),
}
MOST_TAGS = 12
# Below this a slug says nothing: what is left of a Cyrillic headline where only “F-16” was spelled.
SHORT_SLUG, LONG_HEADLINE = 8, 4
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def _lacks(subject: Subject, name: str) -> Iterator[Found]:
    """The finding that this is missing, where the article's kind needs it."""
    # the number of a section or picture is enough, and costs nothing
    value = getattr(subject.article, f"{name}_id" if name in snapshots.REFERENCES else name, None)
    is_there = bool(value.strip()) if isinstance(value, str) else value is not None
    if name in REQUIRED[subject.article.kind] and not is_there:
        yield Found(name)


@check("headline-missing", Level.BLOCK, _("Write a headline."), overridable=False)
def headline(subject: Subject) -> Iterator[Found]:
    yield from _lacks(subject, "headline")


@check("standfirst-missing", Level.BLOCK, _("Write a standfirst."))
def standfirst(subject: Subject) -> Iterator[Found]:
    yield from _lacks(subject, "standfirst")


@check("lead_image-missing", Level.BLOCK, _("Choose a lead image."))
def lead_image(subject: Subject) -> Iterator[Found]:
    yield from _lacks(subject, "lead_image")


@check("body-missing", Level.BLOCK, _("Write the text."), overridable=False)
def body(subject: Subject) -> Iterator[Found]:
    has_pictures = any(block["type"] == "image" for block in subject.blocks)
    if not has_pictures and not text.plain(subject.blocks).strip():
        yield Found("body")


@check("author-missing", Level.BLOCK, _("Name an author, or sign it by the newsroom."))
def author(subject: Subject) -> Iterator[Found]:
    is_signed = subject.article.by_newsroom or any(row["role"] == "writer" for row in subject.bylines)
    if "author" in REQUIRED[subject.article.kind] and not is_signed:
        yield Found("author")


@check("section-missing", Level.BLOCK, _("Choose a section."), overridable=False)
def section(subject: Subject) -> Iterator[Found]:
    yield from _lacks(subject, "section")


@check("sponsor-missing", Level.BLOCK, _("Name the sponsor: readers must know who paid."), overridable=False)
def sponsor(subject: Subject) -> Iterator[Found]:
    yield from _lacks(subject, "sponsor")


@check("sponsor-unused", Level.BLOCK, _("Choose a kind that is paid for, or take the sponsor away."))
def unused_sponsor(subject: Subject) -> Iterator[Found]:
    if subject.article.sponsor.strip() and subject.article.kind not in PAID:
        yield Found("sponsor")


@check("tags-missing", Level.WARN, _("Add a tag, so that readers find the story with others on its subject."))
def tags(subject: Subject) -> Iterator[Found]:
    if not subject.tags:
        yield Found("tags")


@check("tags-many", Level.WARN, _("Keep the tags that the story is about: %(count)s are too many, 12 are enough."))
def many_tags(subject: Subject) -> Iterator[Found]:
    if len(subject.tags) > MOST_TAGS:
        yield Found("tags", values={"count": len(subject.tags)})


@check("related-missing", Level.WARN, _("Add a related story: what should one read next?"))
def related(subject: Subject) -> Iterator[Found]:
    if not subject.related and subject.article.kind not in {Kind.BRIEF, *PAID}:
        yield Found("related")


@check("description-missing", Level.WARN, _("Write a description: without a standfirst, search engines choose one."))
def description(subject: Subject) -> Iterator[Found]:
    article = subject.article
    is_asked_for = "standfirst" in REQUIRED[article.kind]
    if not is_asked_for and not article.standfirst.strip() and not article.seo_description.strip():
        yield Found("seo_description")


@check(
    "slug-missing",
    Level.BLOCK,
    _("Write the last part of the address: nothing of the headline can stand in one."),
    overridable=False,
)
def slug(subject: Subject) -> Iterator[Found]:
    article = subject.article
    if article.headline.strip() and not article.slug and not slug_of(article.headline):
        yield Found("slug")


@check("slug-short", Level.BLOCK, _("Write a longer address: “%(slug)s” says little of this headline."))
def short_slug(subject: Subject) -> Iterator[Found]:
    article = subject.article
    found = article.slug or slug_of(article.headline)
    is_spelled = CYRILLIC.search(article.headline) and len(article.headline.split()) >= LONG_HEADLINE
    if is_spelled and found and len(found) < SHORT_SLUG:
        yield Found("slug", values={"slug": found})


@check("slug-taken", Level.BLOCK, _("Another article has this address. Change the slug."), overridable=False)
def taken_slug(subject: Subject) -> Iterator[Found]:
    standing = subject.paths.get(subject.own_address) if subject.own_address else None
    if standing is not None and standing.is_owned and standing.article != subject.article.pk:
        yield Found("slug")
