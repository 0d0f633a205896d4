"""Where own ads are counted, and where a press leads. Their addresses say nothing that a blocker would look for."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from ads import counts
from ads.models import Ad

logger = logging.getLogger(__name__)


# It changes a number and nothing else, and whoever sends it from elsewhere is refused by where it came from.
@csrf_exempt
@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """An ad came into view."""
    if not _is_from_here(request):
        return _private(HttpResponse(status=403))
    _count(_own(pk), counts.SHOWN)
    return _private(HttpResponse(status=204))


@require_safe
def go(request: HttpRequest, pk: int) -> HttpResponse:
    """An ad was pressed: on to the address that is stored with it, whatever else stands in this one."""
    ad = _own(pk)
    is_press = request.method == "GET" and "Sec-Purpose" not in request.headers
    if is_press and _is_from_here(request):
        _count(ad, counts.PRESSED)
    return _private(HttpResponseRedirect(ad.link))


def _own(pk: int) -> Ad:
    return get_object_or_404(Ad, pk=pk, provider="", is_on=True)


def _count(ad: Ad, what: str) -> None:
    """Nobody waits or fails for the sake of a number."""
    try:
        counts.count(ad, what)
    except OperationalError:  # such as SQLite's "database is locked"
        logger.warning("An ad could not be counted", exc_info=True)


def _is_from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent it; older browsers say only from where they came."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    return said == settings.SITE_URL or said.startswith(f"{settings.SITE_URL}/")


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
