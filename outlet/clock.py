"""The desk shows and takes times in the outlet's time zone, as the public pages do."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from outlet.models import Outlet

View = Callable[..., Any]


def in_the_outlets_time(view: View) -> View:
    """Wraps a view, or a method of a model admin; the page is rendered before the zone is left."""

    @wraps(view)
    def inner(*args: Any, **kwargs: Any) -> Any:
        outlet = Outlet.objects.current()
        for request in (each for each in args if isinstance(each, HttpRequest)):
            request.outlet = outlet  # type: ignore[attr-defined]  # whoever needs it on this page has it
        with timezone.override(outlet.zone):
            response = view(*args, **kwargs)
            render = getattr(response, "render", None)
            return render() if render else response

    return inner
