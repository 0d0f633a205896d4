"""Where a picture is used: on top of a story or in its text, in the working copy or in any edition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article, Author, Edition, EditionImage
from articles.workflow import Stage

# What higher apps show pictures in: rows, by a condition on ``OuterRef("pk")``, which is the picture's.
OTHERS: list[Callable[[], QuerySet[Any]]] = []
# Bodies are cleaned when they are written, so this is the only spelling.
IN_TEXT = re.compile(r'data-image="(\d+)"')


def _only_at_the_desk() -> QuerySet[Article]:
    """Articles whose working copy is no edition. Which pictures all other texts show, the editions know."""
    published = Edition.objects.filter(article=OuterRef("pk"), revision=OuterRef("approved_revision"))
    return Article.objects.filter(~Q(stage=Stage.APPROVED) | ~Q(Exists(published)))


def _in_texts() -> dict[int, set[int]]:
    """Articles by the pictures in texts that are no edition. One query, however many the pictures."""
    found: dict[int, set[int]] = defaultdict(set)
    texts = _only_at_the_desk().filter(body__contains="data-image=").order_by()
    for article, body in texts.values_list("pk", "body").iterator():
        for number in IN_TEXT.findall(body):
            found[int(number)].add(article)
    return found


def articles_with(images: Iterable[int]) -> dict[int, set[int]]:
    """The ids of the articles that use these pictures, by picture. Four queries, however many the pictures."""
    wanted = set(images)
    found: dict[int, set[int]] = {number: set() for number in wanted}
    for rows in (
        Article.objects.filter(lead_image__in=wanted).values_list("lead_image", "pk"),
        Edition.objects.filter(lead_image__in=wanted).values_list("lead_image", "article"),
        EditionImage.objects.filter(image__in=wanted).values_list("image", "edition__article"),
    ):
        for image, article in rows.order_by().distinct():
            found[image].add(article)
    texts = _in_texts()
    for image in wanted & texts.keys():
        found[image] |= texts[image]
    return found


def is_used() -> Q:
    """A condition on pictures: an article, an author or something else has it. One query at once, for the texts."""
    leads = Article.objects.filter(lead_image=OuterRef("pk"))
    led = Edition.objects.filter(lead_image=OuterRef("pk"))
    shown = EditionImage.objects.filter(image=OuterRef("pk"))
    faces = Author.objects.filter(picture=OuterRef("pk"))
    used = Q(Exists(leads)) | Q(Exists(led)) | Q(Exists(shown)) | Q(Exists(faces)) | Q(pk__in=list(_in_texts()))
    for others in OTHERS:
        used |= Q(Exists(others()))
    return used
