"""The desk shows and takes times in the outlet's time zone, as the public pages do."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from outlet.models import Outlet

View = Callable[..., HttpResponse]


def in_the_outlets_time(view: View) -> View:
    """Wraps a method of a model admin; the page is rendered before the zone is left."""

    @wraps(view)
    def inner(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with timezone.override(Outlet.objects.current().zone):
            response = view(self, request, *args, **kwargs)
            render = getattr(response, "render", None)
            return render() if render else response

    return inner
