"""``/healthz``: whether this newsroom can be used, for load balancers and for whoever is on call."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from jobs import state

log = logging.getLogger(__name__)

# Work that waited longer than this: the worker runs, but does not keep up or cannot deliver.
TOO_LONG = timedelta(minutes=15)


@require_safe
@cache_control(no_store=True)
def healthz(request: HttpRequest) -> HttpResponse:
    """503 only where the database does not answer: pages need no worker, so its lack is no reason to stop the web."""
    try:
        return JsonResponse(report(timezone.now()))
    except Error:
        log.exception("The database does not answer.")
        return JsonResponse({"status": "down", "database": "down", "worker": None, "backlog": None}, status=503)


def report(now: datetime) -> dict[str, Any]:
    """The state in numbers, for a database that answers."""
    workers, backlog = state.workers(now), state.backlog(now)
    last_seen = None if workers.last_seen is None else round(workers.last_seen.total_seconds())
    return {
        "status": "ok" if workers.alive and backlog.oldest <= TOO_LONG else "degraded",
        "database": "ok",
        "worker": {"alive": workers.alive, "last_seen_seconds": last_seen},
        "backlog": {
            "tasks": backlog.tasks,
            "messages": backlog.messages,
            "oldest_seconds": round(backlog.oldest.total_seconds()),
        },
    }
