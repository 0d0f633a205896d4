"""Where appeals are counted: nobody is asked who they are, nothing is kept but a number a day.

Whoever wants to can send such requests by hand; what a browser says of where it comes from keeps out what other
sites, robots and fetching ahead would count (docs/operators/privacy.md).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles.views import not_found
from support.appeals import counts
from support.models import Appeal


class Leading(HttpResponseRedirect):
    """To wherever an appeal may lead."""

    allowed_schemes = [*HttpResponseRedirect.allowed_schemes, "mailto"]


# There is nothing to be done in anybody's name here.
@csrf_exempt
@require_POST
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """One reader has an appeal on the screen: told by the script of the page, once a view."""
    appeal = _met(pk)
    if appeal is None:
        return _unkept(HttpResponse(status=404))
    if _is_from_here(request):
        counts.count(appeal, counts.SHOWN)
    return _unkept(HttpResponse(status=204))


@require_safe
def go(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to where the appeal leads, and nowhere else; counts who followed its button from a page of ours."""
    appeal = _met(pk)
    if appeal is None:
        return _unkept(not_found(request))
    if request.method == "GET" and _is_from_here(request) and not _is_ahead(request):
        counts.count(appeal, counts.PRESSED)
    return _unkept(Leading(appeal.address))


def _met(pk: int) -> Appeal | None:
    """One that readers have met: its time may have ended since a page with it was opened."""
    return Appeal.objects.begun(timezone.now()).filter(pk=pk).first()


def _is_from_here(request: HttpRequest) -> bool:
    """Whether a browser says that a page of this site sent it. Old ones do not; their origin or referrer will do."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    sender = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(sender).netloc == request.get_host()


def _is_ahead(request: HttpRequest) -> bool:
    """Whether a browser fetches this in case that somebody follows."""
    purpose = request.headers.get("Sec-Purpose") or request.headers.get("Purpose", "")
    return "prefetch" in purpose


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
