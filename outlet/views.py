"""The outlet's look for readers: a small stylesheet and a logo, each at an address that changes with it."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from outlet import logo
from outlet.models import Outlet

FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=60"


@require_safe
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The outlet's colours. A page from before a change is led to those of today."""
    outlet = Outlet.objects.current()
    if not outlet.stylesheet:
        raise Http404
    if digest != outlet.stylesheet_digest:
        response: HttpResponse = HttpResponseRedirect(outlet.stylesheet_path)
        response["Cache-Control"] = BRIEFLY
        return response
    response = HttpResponse(outlet.stylesheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    return response


@require_safe
def logo_file(request: HttpRequest, name: str) -> FileResponse:
    """The logo; where a proxy stands before us it serves this itself."""
    name = f"{logo.FOLDER}/{name}"
    if not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name), content_type="image/png")
    response["Cache-Control"] = FOR_EVER
    return response
