"""What the lists of the desk share: how a row begins, how a time is written, what narrows a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin import usage
from articles.cards import Picture
from articles.models import EditionTag, Image, ImageText, Shelf, Tag
from outlet.languages import Text, codes

# In the letters of Django's filter ``date``.
DAY = pgettext_lazy("short date", "j M")
DAY_OF_ANOTHER_YEAR = pgettext_lazy("short date", "j M Y")


def thumbnail(image: Image | None, *, is_face: bool = False) -> str:
    """A small picture for a row, or its empty place. The words beside it say what it is."""
    look = "list-thumb list-face" if is_face else "list-thumb"
    if image is None:
        return format_html('<span class="{} list-blank"></span>', look)
    picture = Picture.of(image)
    return format_html(
        '<img class="{}" src="{}" srcset="{}" sizes="6rem" alt="" loading="lazy">', look, picture.src, picture.srcset
    )


def entry(title: Any, line: Any = "", picture: str = "", *, lang: str = "") -> str:
    """The first cell of a row: a picture, what the thing is called, and a quieter line below."""
    return format_html(
        '<span class="list-entry">{}<span class="list-words"><span class="list-title"{}>{}</span>{}</span></span>',
        picture,
        format_html(' lang="{}"', lang) if lang else "",
        title,
        format_html('<span class="list-line">{}</span>', line) if line else "",
    )


def short_time(when: datetime) -> str:
    """As short as can be, with the full time for machines: “3 Oct, 2:20 p.m.”, the year only where it is another one."""
    local = timezone.localtime(when)
    form = DAY if local.year == timezone.localtime().year else DAY_OF_ANOTHER_YEAR
    day = date_format(local, str(form))
    return format_html(
        '<time datetime="{}">{}, {}</time>', local.isoformat("T", "seconds"), day, date_format(local, "TIME_FORMAT")
    )


def languages_of(texts: Iterable[Text]) -> str:
    """In which languages something has words, in the paper's order."""
    names = {text.language: str(text.get_language_display()) for text in texts}  # type: ignore[attr-defined]
    return ", ".join(names[code] for code in codes() if code in names)


def count_of(rows: QuerySet[Any, Any], by: str) -> Coalesce:
    """How many of these rows point at the row of the list by this field, as a subquery."""
    counted = rows.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def label(shelf: Shelf) -> str:
    """A section, tag or author where it can be chosen."""
    return _("%(name)s (retired)") % {"name": shelf} if shelf.is_retired else str(shelf)


def retired_mark(shelf: Shelf) -> str:
    """A word beside the name in a list, of what is retired."""
    return format_html(' <span class="desk-stage">{}</span>', _("Retired")) if shelf.is_retired else ""


class RetiredFilter(admin.SimpleListFilter):
    """What is offered for articles, and what is not any more."""

    title = _("offered")
    parameter_name = "offered"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("yes", _("Offered")), ("no", _("Retired"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in {"yes", "no"}:
            return queryset
        return queryset.filter(retired_at__isnull=self.value() == "yes")


class UseFilter(admin.SimpleListFilter):
    """Pictures that a story or an author has, and those that nothing has."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("used", _("Used")), ("unused", _("Unused"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Image]) -> QuerySet[Image]:
        if self.value() == "used":
            return queryset.filter(usage.is_used())
        return queryset.exclude(usage.is_used()) if self.value() == "unused" else queryset


class LackFilter(admin.SimpleListFilter):
    """Pictures that cannot be published as they are."""

    title = _("what is missing")
    parameter_name = "lacks"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("credit", _("Without a credit")), ("alt", _("Without alternative text"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Image]) -> QuerySet[Image]:
        if self.value() == "credit":
            return queryset.filter(credit="")
        if self.value() == "alt":
            described = ImageText.objects.filter(image=OuterRef("pk")).exclude(alt_text="")
            return queryset.filter(~Exists(described), is_decorative=False)
        return queryset


class UnusedTagFilter(admin.SimpleListFilter):
    """Tags that no article carries and no edition ever carried."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("used", _("Used")), ("unused", _("Unused"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Tag]) -> QuerySet[Tag]:
        was_public = Exists(EditionTag.objects.filter(tag=OuterRef("pk")))
        is_used = Q(article_count__gt=0) | Q(was_public)
        if self.value() == "used":
            return queryset.filter(is_used)
        return queryset.exclude(is_used) if self.value() == "unused" else queryset
