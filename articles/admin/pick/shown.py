"""Fills the cards of a form's chosen things, whatever the number of rows in three to six queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.admin.pick import authors, images, stories
from articles.admin.widgets import Pick
from articles.models import Article, Author, Image
from outlet.languages import first_language
from staff.models import User


def show_what_was_chosen(form: Any, formsets: Iterable[Any], user: User) -> None:
    """Gives every ``Pick`` of the form and its rows what its card says, also where the form came back with errors."""
    language = getattr(form.instance, "language", first_language())
    bound: dict[str, list[tuple[Pick, int]]] = {}
    for part in [form, *(row for formset in formsets for row in formset.forms)]:
        for field in part:
            widget = field.field.widget
            value = getattr(field.value(), "pk", field.value())
            if isinstance(widget, Pick) and str(value or "").isdigit():
                bound.setdefault(widget.kind, []).append((widget, int(value)))
    for kind, places in bound.items():
        cards = _cards(kind, {number for _widget, number in places}, user, language)
        for widget, number in places:
            widget.shown = cards.get(number)


def _cards(kind: str, numbers: set[int], user: User, language: str) -> dict[int, dict[str, Any]]:
    """What the cards of these things say, by id."""
    if kind == "image":
        rows = Image.objects.filter(pk__in=numbers).prefetch_related("texts")
        return {row.pk: images.about(row, language) for row in rows}
    if kind == "author":
        people = Author.objects.filter(pk__in=numbers).select_related("picture").prefetch_related("texts")
        return {row.pk: authors.about(row, language) for row in people}
    found = list(stories.with_what_readers_have(Article.objects.filter(pk__in=numbers)))
    own = stories.own_among(user, found)
    return {row.pk: stories.about(row, own) for row in found}
