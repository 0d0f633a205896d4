"""What the editor shows of the pictures and stories that a text points at."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.admin.pick import images, stories
from articles.admin.pick.answers import language, person
from articles.models import Article, Image

MOST = 100


def _numbers(request: HttpRequest, name: str) -> list[int]:
    """The ids of a query such as ``image=3&image=8``."""
    return [int(value) for value in request.GET.getlist(name)[:MOST] if value.isdigit()]


@require_safe
def describe(request: HttpRequest) -> HttpResponse:
    """Pictures and stories by id, all in one answer. A story that the person may not see keeps its name."""
    user = person(request, "articles.view_article")
    may_see_images = user.has_perm("articles.view_image")
    wanted = _numbers(request, "image") if may_see_images else []
    pictures = Image.objects.filter(pk__in=wanted).prefetch_related("texts")
    rows = list(stories.with_what_readers_have(Article.objects.filter(pk__in=_numbers(request, "story"))))
    own = stories.own_among(user, rows)
    shown = {str(image.pk): images.about(image, language(request)) for image in pictures}
    for picture in shown.values():
        picture["caption"] = escape(picture["caption"])  # to the editor captions are HTML
    return JsonResponse(
        {
            "images": shown,
            "stories": {str(row.pk): stories.about(row, own) for row in rows},
        },
        headers={"Cache-Control": "no-store"},
    )
