"""How public answers may be kept by caches between us and readers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

SHARED = 300  # seconds in a shared cache; publishing purges sooner
STALE = 600  # seconds that a shared cache may serve the old page while it fetches the new one
BROWSER = 60
STALE_IF_ERROR = 86_400


def deliver(
    request: HttpRequest, response: HttpResponse, *, keys: Iterable[str] = (), until: datetime | None = None
) -> HttpResponse:
    """Marks a finished answer as public, with the keys of all that it shows, and answers 304 where that will do.

    ``until`` is the next moment at which the page changes by itself: neither freshness nor staleness passes it.
    """
    left = max(0, int((until - timezone.now()) / timedelta(seconds=1))) if until else SHARED + STALE
    shared = min(SHARED, left)
    response["Cache-Control"] = ", ".join(
        [
            "public",
            f"max-age={min(BROWSER, left)}",
            f"s-maxage={shared}",
            f"stale-while-revalidate={min(STALE, left - shared)}",
            f"stale-if-error={STALE_IF_ERROR}",
        ]
    )
    if keys:
        response["Surrogate-Key"] = " ".join(sorted(set(keys)))
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    if response.status_code == 200 and response["ETag"] in parse_etags(request.headers.get("If-None-Match", "")):
        unchanged = HttpResponseNotModified()
        for header in ("Cache-Control", "ETag", "Surrogate-Key", "Content-Language"):
            if header in response:
                unchanged[header] = response[header]
        return unchanged
    return response
