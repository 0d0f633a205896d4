"""Making editions and keeping their intervals; called by the verbs, inside their transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.html import escape

from articles import addresses, paid, snapshots
from articles.models import (
    PAID,
    Article,
    Edition,
    EditionAuthor,
    EditionBody,
    EditionImage,
    EditionTag,
    Image,
    Notice,
    Revision,
    Tag,
)
from articles.slugs import slug_of
from articles.workflow import Publication
from body import text
from body.blocks import blocks
from outlet.models import Outlet
from staff.models import User

WORDS = (
    "kind", "headline", "kicker", "standfirst", "by_newsroom", "dateline",
    "seo_title", "seo_description", "social_title", "social_description",
)  # fmt: skip


def publication(article: Article, at: datetime) -> Publication:
    """What readers have of the article at that moment. Costs one query, a second one for what is not public."""
    answering = article.editions.answering(at).only("notice").first()
    return publication_of(answering, is_ahead=answering is None and article.editions.ahead(at).exists())


def publication_of(answering: Edition | None, *, is_ahead: bool) -> Publication:
    """The same, for one who has read already what answers and whether something lies ahead."""
    if answering is not None:
        return Publication(answering.notice) if answering.notice else Publication.LIVE
    return Publication.SCHEDULED if is_ahead else Publication.NEVER


def draft_edition(article: Article, revision: Revision, *, by: User, at: datetime) -> tuple[Edition, dict[str, Any]]:
    """An unsaved edition of a revision and its document. ``at`` is when it is to begin.

    Words and choices are frozen here: the body is cleaned and parsed, and each picture's alternative
    text and caption are settled from its use, else from the picture's own text in this language.
    """
    snapshot = snapshots.standing(revision.snapshot)
    fields = snapshot["fields"]
    parsed = blocks(fields["body"])
    numbers = [block["image"] for block in parsed if block["type"] == "image"]
    images = Image.objects.prefetch_related("texts").in_bulk([*numbers, fields["lead_image"] or 0])
    for block in parsed:
        if block["type"] == "image":
            image = images.get(block["image"])
            alt, caption = _settle(image, article.language, block["alt"] or "", "")
            block["alt"], block["caption"] = alt, block["caption"] or escape(caption)
    alt, caption = _settle(
        images.get(fields["lead_image"]), article.language, fields["lead_alt_text"], fields["lead_caption"]
    )
    document = {
        "blocks": [block for block in parsed if block["type"] != "image" or block["image"] in images],
        "bylines": snapshot["bylines"],
        "tags": list(Tag.objects.filter(pk__in=snapshot["tags"]).order_by("name").values_list("pk", flat=True)),
        "related": snapshot["related"],
        "how_we_reported": fields["how_we_reported"],
    }
    sponsor = fields["sponsor"].strip() if fields["kind"] in PAID else ""
    if fields["kind"] in PAID:
        own = fields["disclosure"].strip()
        told = own or paid.disclosure(fields["kind"], sponsor, article.language)
        document["paid"] = {"url": fields["sponsor_url"], "disclosure": told}
    latest = article.editions.uncancelled().last()
    day = latest.published_on if latest else Outlet.objects.current().date_of(at)
    edition = Edition(
        article=article,
        revision=revision,
        made_by=by,
        live_from=at,
        published_on=day,
        path=addresses.article_path(article.language, day, _slug(article, fields, latest, day)),
        language=article.language,
        translation_group=article.translation_group,
        section_id=fields["section"],
        lead_image=images.get(fields["lead_image"]),
        lead_alt_text=alt,
        lead_caption=caption,
        word_count=text.word_count(fields["body"]),
        sponsor=sponsor,
        **{name: fields[name] for name in WORDS},
    )
    edition.digest = _digest(edition, document)
    return edition, document


def draft_notice(latest: Edition, notice: Notice, *, by: User, at: datetime, words: str) -> Edition:
    """An unsaved notice that takes the place of ``latest`` at its address."""
    return Edition(
        article_id=latest.article_id,
        notice=notice,
        notice_text=words,
        made_by=by,
        live_from=at,
        published_on=latest.published_on,
        path=latest.path,
        language=latest.language,
        translation_group=latest.translation_group,
        kind=latest.kind,
        section_id=latest.section_id,
        headline=latest.headline,
        sponsor=latest.sponsor,
    )


def add(edition: Edition, document: dict[str, Any] | None = None) -> Edition:
    """Gives the edition its number and its place in time, and saves it with all its rows."""
    article = edition.article
    newest = Edition.objects.filter(article=article).order_by("-number").values_list("number", flat=True).first()
    edition.number = (newest or 0) + 1
    arrange(article, adding=edition)
    EditionBody.objects.create(edition=edition, document=document or {})
    addresses.claim_for_edition(edition)
    if document is not None:
        _index(edition, document)
    return edition


def cancel(edition: Edition, *, at: datetime) -> None:
    """An edition that lies ahead will never begin. The caller arranges afterwards."""
    Edition.objects.filter(pk=edition.pk, cancelled_at__isnull=True, live_from__gt=at).update(cancelled_at=at)
    addresses.release(edition)


def arrange(article: Article, *, adding: Edition | None = None) -> None:
    """Rewrites what is derived for all uncancelled editions of an article, in the order of time.

    ``live_until`` is the beginning of the next one; ``first_published_at`` the beginning of the first
    story; ``updated_at`` that of the latest substantial change so far. ``adding`` is saved with the rest.
    Rows that end are written before the one that does not, as one open-ended edition is allowed.
    """
    editions = list(
        article.editions.uncancelled().only(
            "live_from", "live_until", "first_published_at", "updated_at", "notice", "is_substantial", "article"
        )
    )
    if adding is not None:
        editions = sorted([*editions, adding], key=lambda edition: edition.live_from)
    first = next((edition.live_from for edition in editions if edition.is_story), None)
    updated = None
    changed = []
    for place, edition in enumerate(editions):
        if edition.is_story and edition.is_substantial and edition.live_from != first:
            updated = edition.live_from
        derived = {
            "live_until": editions[place + 1].live_from if place + 1 < len(editions) else None,
            "first_published_at": first,
            "updated_at": updated if edition.is_story else None,
        }
        if edition is adding or any(getattr(edition, name) != value for name, value in derived.items()):
            changed.append((edition, derived))
    for edition, derived in sorted(changed, key=lambda pair: pair[1]["live_until"] is None):
        moved = edition.first_published_at != derived["first_published_at"]
        for name, value in derived.items():
            setattr(edition, name, value)
        if edition is adding:
            edition.save(force_insert=True)
            continue
        Edition.objects.filter(pk=edition.pk).update(**derived)
        if moved:
            for index in (EditionAuthor, EditionTag):
                index.objects.filter(edition=edition).update(first_published_at=first)


def keys(editions: Iterable[Edition]) -> list[str]:
    """The surrogate keys of every page that these editions stand on."""
    found: set[str] = set()
    for edition in editions:
        found |= {f"article-{edition.article_id}", f"front-{edition.language}"}
        if edition.section_id:
            found.add(f"section-{edition.section_id}")
        found |= {f"author-{pk}" for pk in edition.by.values_list("author_id", flat=True)}
        found |= {f"tag-{pk}" for pk in edition.tagged.values_list("tag_id", flat=True)}
    return sorted(found)


def _settle(image: Image | None, language: str, own_alt: str, own_caption: str) -> tuple[str, str]:
    """Alternative text and caption of one use of a picture, in words of this language only."""
    default = image.text(language) if image else None
    if default is not None and default.language != language:
        default = None
    alt = "" if image is not None and image.is_decorative else own_alt or (default.alt_text if default else "")
    return alt, own_caption or (default.caption if default else "")


def _slug(article: Article, fields: dict[str, Any], latest: Edition | None, day: date) -> str:
    """The slug given by hand, else the one that readers know already, else one made from the headline."""
    if fields["slug"]:
        return fields["slug"]
    if latest is not None:
        return latest.path.rstrip("/").rsplit("/", 1)[-1]
    made = slug_of(fields["headline"]) or f"story-{article.pk}"
    return addresses.free_slug(article.pk, article.language, day, made)


def _digest(edition: Edition, document: dict[str, Any]) -> str:
    """The same for editions that would look the same to readers, whenever they begin."""
    content = {name: getattr(edition, name) for name in (*WORDS, "language", "path", "lead_alt_text", "lead_caption")}
    content |= {"section": edition.section_id, "lead_image": edition.lead_image_id, "document": document}
    if edition.sponsor:  # left out where there is none: what was public before there were any keeps its digest
        content["sponsor"] = edition.sponsor
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def _index(edition: Edition, document: dict[str, Any]) -> None:
    """The rows by which lists find this edition, and pictures know that they are shown."""
    place = {
        "edition": edition,
        "article_id": edition.article_id,
        "language": edition.language,
        "first_published_at": edition.first_published_at,
    }
    bylines = {row["author"]: (order, row) for order, row in reversed(list(enumerate(document["bylines"])))}
    EditionAuthor.objects.bulk_create(
        EditionAuthor(author_id=author, role=row["role"], text=row["text"], order=order, **place)
        for author, (order, row) in sorted(bylines.items())
    )
    EditionTag.objects.bulk_create(EditionTag(tag_id=tag, **place) for tag in document["tags"])
    shown = {block["image"] for block in document["blocks"] if block["type"] == "image"}
    if edition.lead_image_id:
        shown.add(edition.lead_image_id)
    EditionImage.objects.bulk_create(EditionImage(edition=edition, image_id=image) for image in sorted(shown))
