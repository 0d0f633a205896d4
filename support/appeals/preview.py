"""A story as a reader sees it with a certain appeal; nothing is counted."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone, translation

from articles import reading, slots, structured_data
from articles.admin.preview import within_the_desk
from articles.cards import Frame
from articles.models import Edition
from support.appeals import brought
from support.appeals.shown import PAID_FOR, SCRIPT
from support.models import Appeal, QuietArticle


def page(request: HttpRequest, appeal: Appeal) -> HttpResponse:
    """The newest public story at which it may stand, or word that there is none."""
    now = timezone.now()
    edition = _newest(appeal)
    if edition is None:
        return within_the_desk(TemplateResponse(request, "admin/support/appeal/no_story.html", {}, status=404).render())
    edition.appeals = brought.alone(appeal)  # type: ignore[attr-defined]  # as if it alone had been brought along
    with translation.override(appeal.language):
        frame = Frame.of(appeal.language)
        story = reading.story(edition, frame, now)
        placed = slots.filled(story, frame)
        placed["scripts"] = [script for script in placed["scripts"] if script != SCRIPT]
        with timezone.override(frame.outlet.zone):
            context = {
                "frame": frame,
                "story": story,
                "data": structured_data.graph(story, frame, settings.SITE_URL),
                "site": settings.SITE_URL,
                "slots": placed,
                "is_preview": True,
            }
            response = render(request, "articles/article.html", context)
    return within_the_desk(response)


def _newest(appeal: Appeal) -> Edition | None:
    """Of its sections and tags, if it has any; never one without appeals."""
    stories = Edition.objects.live().filter(language=appeal.language).exclude(kind__in=PAID_FOR)
    stories = stories.filter(~Exists(QuietArticle.objects.filter(article=OuterRef("article"))))
    sections, tags = (list(found.values_list("pk", flat=True)) for found in (appeal.sections, appeal.tags))
    if sections or tags:
        stories = stories.filter(Q(section__in=sections) | Q(tagged__tag__in=tags)).distinct()
    found = stories.order_by("-first_published_at", "-article").values_list("pk", flat=True).first()
    return Edition.objects.select_related("body", "lead_image").get(pk=found) if found else None
