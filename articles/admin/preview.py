"""The working copy in the reader's own template, before anybody else sees it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from articles import editions, reading, snapshots, structured_data
from articles.cards import Frame
from articles.models import Article, EditionBody, Revision
from staff.models import User


@require_safe
def view(request: HttpRequest, pk: int, *, user: User) -> HttpResponse:
    """The last saved version in a tab of its own. Who may not see the article finds nothing here."""
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    return page(request, article, user=user)


def page(request: HttpRequest, article: Article, *, user: User) -> HttpResponse:
    """The page as the door would make it from the rows as they stand now; nothing is stored."""
    now = timezone.now()
    revision = Revision(article=article, snapshot=snapshots.take(article))
    edition, document = editions.draft_edition(article, revision, by=user, at=now)
    edition.body = EditionBody(edition=edition, document=document)
    first = article.editions.uncancelled().first()
    edition.first_published_at = (first and first.first_published_at) or now
    with translation.override(article.language):
        frame = Frame.of(article.language)
        story = reading.story(edition, frame, now)
        with timezone.override(frame.outlet.zone):
            context = {
                "frame": frame,
                "story": story,
                "data": structured_data.graph(story, frame, settings.SITE_URL),
                "site": request.build_absolute_uri("/").rstrip("/"),
                "is_preview": True,
            }
            response = render(request, "articles/article.html", context)
    return within_the_desk(response)


def not_yet(request: HttpRequest, errors: list[str]) -> HttpResponse:
    """Stands in the panel while the form has errors that keep it from being read as an article."""
    response = TemplateResponse(request, "admin/articles/article/no_preview.html", {"errors": errors}, status=422)
    return within_the_desk(response.render())


def within_the_desk(response: HttpResponse) -> HttpResponse:
    """May stand in a frame of our own, in no cache and in no search engine."""
    add_never_cache_headers(response)
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["X-Robots-Tag"] = "noindex"
    response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]  # django-csp reads it
    return response
