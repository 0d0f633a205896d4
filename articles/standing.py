"""The standing pages of the outlet, delivered as every other page."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles import slots, structured_data
from articles.cards import Frame
from articles.views import moved, send
from body import notes, text
from outlet.models import PageEdition


@require_safe
def page(request: HttpRequest, path: str, slug: str, language: str = "") -> HttpResponse:
    """What readers have of the page at this address; 410 where it was taken back."""
    answering = PageEdition.objects.answering().select_related("page")
    edition = answering.filter(text__addresses__path=f"/{path}").first()
    if edition is None:
        raise Http404
    if edition.path != f"/{path}":
        return moved(edition.path)
    frame = Frame.of(edition.language)
    keys = {f"page-{edition.page_id}"}
    if edition.notice:
        return send(request, "outlet/unpublished.html", frame, {"edition": edition}, keys=keys, status=410)
    frame.translations = frame.menus.translations(edition.page_id)
    description = next((text.running([block]) for block in edition.blocks if block["type"] == "paragraph"), "")
    data = {"@context": "https://schema.org", "@graph": [structured_data.organization(frame, settings.SITE_URL)]}
    blocks, found = notes.numbered(edition.blocks)
    context = {"edition": edition, "blocks": blocks, "notes": found, "description": description, "data": data}
    context["slots"] = slots.filled_page(edition, frame)
    return send(request, "outlet/page.html", frame, context, keys=keys)
