"""A snapshot holds everything of an article that an editor can change; a revision keeps one.

Shape (schema 2): ``schema``; ``fields`` (plain columns, foreign keys by id); ``tags`` (ids, sorted);
``bylines`` (``author role text``, in order); ``related`` (``target url kicker headline``, in order).
Schema 1 had no ``sponsor``, ``sponsor_url`` and ``disclosure``: nothing was paid for then.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models

from articles.models import Article, Author, Byline, Image, RelatedStory, Section, Tag

SCHEMA = 2
PAID_FOR = ("sponsor", "sponsor_url", "disclosure")
PLAIN = (
    "kind", "headline", "kicker", "standfirst", "lead_alt_text", "lead_caption", "body", "by_newsroom", "dateline",
    "how_we_reported", "slug", "seo_title", "seo_description", "social_title", "social_description", *PAID_FOR,
)  # fmt: skip
REFERENCES: dict[str, type[models.Model]] = {"section": Section, "lead_image": Image}

Snapshot = dict[str, Any]


def take(article: Article) -> Snapshot:
    """The article as its rows stand now. Costs three queries."""
    fields: dict[str, Any] = {name: getattr(article, name) for name in PLAIN}
    fields |= {name: getattr(article, f"{name}_id") for name in REFERENCES}
    return {
        "schema": SCHEMA,
        "fields": fields,
        "tags": sorted(article.tagged.values_list("tag_id", flat=True)),
        "bylines": list(article.bylines.order_by("order", "id").values("author", "role", "text")),
        "related": list(article.related_stories.order_by("order", "id").values("target", "url", "kicker", "headline")),
    }


def digest(snapshot: Snapshot) -> str:
    """The same for the same content, whatever the order of keys."""
    canonical = json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def present(snapshot: Snapshot) -> Snapshot:
    """A whole snapshot in the shape of today, whatever its schema; a part of one as it is."""
    if snapshot.get("schema", SCHEMA) == SCHEMA:
        return snapshot
    return snapshot | {"schema": SCHEMA, "fields": dict.fromkeys(PAID_FOR, "") | snapshot["fields"]}


def words_of(snapshot: Snapshot) -> dict[str, Any]:
    """The plain columns of a snapshot: what no merger of sections, tags or authors touches."""
    return {name: value for name, value in present(snapshot).get("fields", {}).items() if name in PLAIN}


def standing(changes: Snapshot) -> Snapshot:
    """The same snapshot, or part of one, in today's shape; what was merged since stands there as what it is now.

    Costs a query for each of the three that it names. No tag and no byline stands there twice.
    """
    changes = present(changes)
    found = dict(changes)
    if section := changes.get("fields", {}).get("section"):
        moved = Section.objects.survivors([section])
        found["fields"] = changes["fields"] | {"section": moved.get(section, section)}
    if tags := changes.get("tags"):
        moved = Tag.objects.survivors(tags)
        found["tags"] = sorted({moved.get(tag, tag) for tag in tags})
    if bylines := changes.get("bylines"):
        found["bylines"] = under_survivors(bylines, Author.objects.survivors({row["author"] for row in bylines}))
    return found


def under_survivors(bylines: list[dict[str, Any]], survivors: dict[int, int]) -> list[dict[str, Any]]:
    """Bylines of those who go by another author now; of two with one role the first stays."""
    first: dict[tuple[int, str], dict[str, Any]] = {}
    for row in bylines:
        author = survivors.get(row["author"], row["author"])
        first.setdefault((author, row["role"]), row | {"author": author})
    return list(first.values())


def apply(article: Article, changes: Snapshot) -> None:
    """Writes a snapshot, or a part of one, into the working copy and saves its rows.

    Keys that are missing leave what they name as it is. A reference to a row that is no longer there
    is left out: an old revision must stay restorable. What was merged comes back as what it was merged into.
    """
    changes = standing(changes)
    for name, value in changes.get("fields", {}).items():
        if name in REFERENCES:
            exists = value is not None and REFERENCES[name]._default_manager.filter(pk=value).exists()
            setattr(article, f"{name}_id", value if exists else None)
        elif name in PLAIN:
            setattr(article, name, value)
        else:
            raise ValueError(f"A snapshot has no field {name!r}.")
    article.save()
    if "tags" in changes:
        article.tags.set(Tag.objects.filter(pk__in=changes["tags"]))
    if "bylines" in changes:
        _replace(article, Byline, changes["bylines"], reference="author", among=Author)
    if "related" in changes:
        _replace(article, RelatedStory, changes["related"], reference="target", among=Article)


def _replace(article: Article, model: type, rows: list[dict[str, Any]], *, reference: str, among: type) -> None:
    """Puts these rows, in their order, in place of the present ones."""
    model.objects.filter(article=article).delete()  # type: ignore[attr-defined]
    known = set(
        among.objects.filter(pk__in=[row[reference] for row in rows if row.get(reference)]).values_list("pk", flat=True)  # type: ignore[attr-defined]
    )
    for order, row in enumerate(rows):
        values = dict(row)
        target = values.pop(reference, None)
        if target is None or target in known:
            model.objects.create(article=article, order=order, **{f"{reference}_id": target}, **values)  # type: ignore[attr-defined]
