"""What the menus show and which policies are public, read for a page in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, IntegerField, QuerySet, TextField, Value

from outlet.languages import first_language
from outlet.models import MenuItem, PageEdition, PageKind, Place

# place or kind, order, item, page, language, words, address, and what else there is
Row = tuple[str, int, int, int | None, str | None, str | None, str | None, str | None]
Words = dict[str, tuple[str, str]]  # by language: what is said, and where it leads


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere. ``lang`` is set where they are in another language than the page."""

    name: str
    path: str
    lang: str = ""


@dataclass
class Menus:
    """The items above and below a page, and the public standing pages: paths by kind, and all there is by id."""

    header: list[Link] = field(default_factory=list)
    footer: list[Link] = field(default_factory=list)
    policies: dict[str, str] = field(default_factory=dict)
    pages: dict[int, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, language: str, found: Iterable[Row]) -> Menus:
        """From the answer to ``rows``, which is one query."""
        items: dict[tuple[str, int, int, int], Words] = {}
        policies: dict[str, Words] = {}
        menus = cls()
        for what, order, item, page, code, words, path, _more in found:
            if item:
                items.setdefault((what, order, item, page or 0), {})[code or ""] = (words or "", path or "")
            else:
                policies[what] = menus.pages.setdefault(page or 0, {})
                policies[what][code or ""] = (words or "", path or "")
        for kind, texts in policies.items():
            if kind != PageKind.OTHER:
                menus.policies[kind] = texts[_choose(texts, language)][1]
        for (place, _order, _item, page), own in sorted(items.items()):
            if link := _link(own, menus.pages.get(page) if page else _complete(own), language):
                (menus.header if place == Place.HEADER else menus.footer).append(link)
        return menus

    def translations(self, page: int) -> dict[str, str]:
        """Where a page is public, by language."""
        return {code: path for code, (_title, path) in self.pages.get(page, {}).items()}


def rows(at: datetime, *others: QuerySet[Any, Any]) -> QuerySet[MenuItem, Any]:
    """The items with their words, and the pages that are public at a moment, told by the number 0 for an item.

    ``others`` are rows of the same shape that every page needs too, so that one query brings all.
    """
    zero, nothing = Value(0, output_field=IntegerField()), Value("", output_field=TextField())
    items = (
        MenuItem.objects.order_by()
        .annotate(more=nothing)
        .values_list("place", "order", "pk", "page", "texts__language", "texts__label", "texts__address", "more")
    )
    pages: Any = (
        PageEdition.objects.live(at)
        .order_by()
        .annotate(kind=F("page__kind"), no_order=zero, no_item=zero, more=nothing)
        .values_list("kind", "no_order", "no_item", "page", "language", "title", "path", "more")
    )
    return items.union(pages, *others, all=True)


def _link(own: Words, target: Words | None, language: str) -> Link | None:
    """The item in this language, or what stands in for it; None where it leads nowhere."""
    if not target:
        return None
    code = _choose(target, language)
    title, path = target[code]
    return Link(own.get(code, ("", ""))[0] or title, path, "" if code == language else code)


def _complete(own: Words) -> Words:
    """The languages in which an item that is no standing page has words and an address."""
    return {code: both for code, both in own.items() if all(both)}


def _choose(texts: Words, language: str) -> str:
    """This language, else the first, else any."""
    return next((code for code in (language, first_language()) if code in texts), min(texts))
