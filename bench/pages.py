"""The pages that are measured."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from articles.models import Author, Edition, EditionAuthor, EditionTag, Section, Tag
from articles.paging import PAGE, Cursor

LISTS = {
    "front": "/",
    "latest": "/latest/",
    "section": "/sections/section-0/",
    "tag": "/tags/topic-0/",
    "author": "/authors/author-0/",
}
PAGED = ["latest", "section", "tag", "author"]
DEEP = 1000


def stories(count: int) -> list[str]:
    """Addresses of stories from all ages of the archive."""
    editions = Edition.objects.live()
    step = max(1, editions.count() // count)
    return list(editions.order_by("first_published_at").values_list("path", flat=True)[step - 1 :: step][:count])


def much_corrected() -> str:
    """The address of the story with the most editions."""
    return Edition.objects.live().latest("number").path


def deep(kind: str) -> tuple[int, str]:
    """The number and address of the thousandth page of a list, or of its last full one."""
    rows: dict[str, QuerySet[Any]] = {
        "latest": Edition.objects.live(),
        "section": Edition.objects.live().filter(section=Section.objects.earliest("pk")),
        "tag": EditionTag.objects.filter(tag=Tag.objects.earliest("pk")),
        "author": EditionAuthor.objects.filter(author=Author.objects.earliest("pk")),
    }
    number = min(DEEP, rows[kind].count() // PAGE)
    last = rows[kind].order_by("-first_published_at", "-article_id")[(number - 1) * PAGE - 1]
    return number, f"{LISTS[kind]}?before={Cursor(last.first_published_at, last.article_id)}"
