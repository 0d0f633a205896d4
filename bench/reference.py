"""The reference view: what the same page costs when nothing has to be fetched or built.

It makes one query and renders the template of the real page from plain dictionaries, so that a ratio
to it says what our reading and building adds, on any machine.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles import views
from articles.models import Address
from bench.visit import visit

PREFIX = "/reference"

_known: dict[str, tuple[str, dict[str, Any], ZoneInfo]] = {}


def view(request: HttpRequest, path: str) -> HttpResponse:
    """A page that ``learn`` has seen, from memory. The query is the cheapest that finds something by an address."""
    Address.objects.filter(path=path).values("article_id").first()
    template, context, zone = _known[request.get_full_path().removeprefix(PREFIX)]
    with timezone.override(zone):
        return render(request, template, context)


def learn(address: str) -> str:
    """Keeps what the real page at this address is rendered from; gives the address of its reference."""
    seen: list[tuple[str, dict[str, Any]]] = []

    def spy(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
        seen.append((template, context))
        return render(request, template, context, status=status)

    with patch.object(views, "render", spy):
        page = visit(address)
    template, context = seen[-1]
    # The menu marks the section whose path is that of the request.
    own = {"request": {"path": address.partition("?")[0]}}
    _known[address] = template, plain(context) | own, context["frame"].outlet.zone
    assert visit(PREFIX + address) == page, f"The reference of {address} shows something else."
    return PREFIX + address


def plain(value: Any, within: tuple[type, ...] = ()) -> Any:
    """The same in dictionaries and lists. Rows and data classes give their fields and properties, by value.

    Some give their like, as a picture gives itself in another shape: one step of that is enough.
    """
    kind = type(value)
    if isinstance(value, dict):
        return {key: plain(item, within) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item, within) for item in value]
    if isinstance(value, Model):
        names = [field.attname for field in value._meta.concrete_fields]
    elif is_dataclass(value):
        names = [field.name for field in fields(value)]
    else:
        return value
    names += [name for name in dir(kind) if isinstance(getattr(kind, name, None), property | cached_property)]
    found = {name: getattr(value, name) for name in names}
    return {
        name: plain(item, (*within, kind))
        for name, item in found.items()
        if kind not in within or type(item) is not kind
    }
