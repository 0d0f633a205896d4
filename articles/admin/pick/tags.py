"""Tags: what is there already, while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from articles.admin.pick.answers import person
from articles.models import Tag
from articles.slugs import fold

MOST = 10


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Names that begin with what was typed, then those that contain it; without case, with any apostrophe."""
    person(request, "articles.view_tag")
    typed = fold(request.GET.get("q", ""))
    names: list[str] = []
    if typed:
        offered = Tag.objects.offered().order_by("folded")
        beginning = offered.filter(folded__startswith=typed)
        inside = offered.filter(folded__contains=typed).exclude(folded__startswith=typed)
        names = [*beginning.values_list("name", flat=True)[:MOST], *inside.values_list("name", flat=True)[:MOST]]
    return JsonResponse({"names": names[:MOST]}, headers={"Cache-Control": "no-store"})
