"""The lists of the desk: rows whose cells know their column, so that a narrow screen can show them as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import template
from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import display_for_field, display_for_value, label_for_field, lookup_field
from django.contrib.admin.views.main import ChangeList
from django.db.models import ForeignKey, Model
from django.utils.text import capfirst

from articles.admin.listing import short_time

register = template.Library()


@dataclass(frozen=True)
class Cell:
    """What stands in one place of the table. ``label`` is the column's, ``url`` is set where it leads to the thing."""

    name: str
    label: str
    content: Any
    url: str = ""
    errors: Any = ""


@register.filter
def name_of_one(model: type[Model]) -> str:
    """What one of these things is called; a template cannot ask a model's ``_meta``."""
    return str(model._meta.verbose_name)


@register.filter
def headers(changes: ChangeList) -> list[dict[str, Any]]:
    """Django's heads of the columns."""
    return list(result_headers(changes))


@register.filter
def rows(changes: ChangeList) -> Iterator[list[Cell]]:
    """The cells of each thing on this page."""
    labels = {name: _label(changes, name) for name in map(str, changes.list_display)}
    forms = changes.formset.forms if changes.formset else [None] * len(changes.result_list)
    for thing, form in zip(changes.result_list, forms, strict=True):
        cells = [_cell(changes, thing, name, label, form) for name, label in labels.items()]
        yield cells if form is None else [*cells, Cell("hidden", "", form[changes.model._meta.pk.name])]


def _label(changes: ChangeList, name: str) -> str:
    """The head of a column in words; the boxes to tick have none."""
    label = label_for_field(name, changes.model, model_admin=changes.model_admin)
    return "" if name == "action_checkbox" else str(capfirst(str(label)))


def _cell(changes: ChangeList, thing: Any, name: str, label: str, form: Any) -> Cell:
    if form and name in form.fields:
        return Cell(name, label, form[name], errors=form[name].errors)
    content = _content(changes, thing, name)
    is_link = name in (changes.list_display_links or ())
    return Cell(name, label, content, _url(changes, thing) if is_link else "")


def _content(changes: ChangeList, thing: Any, name: str) -> Any:
    """The value of a field or of a column of our own, as people read it."""
    field, attribute, value = lookup_field(name, thing, changes.model_admin)  # type: ignore[misc]
    empty = getattr(attribute, "empty_value_display", "")
    if isinstance(value, datetime):
        return short_time(value)
    if field is None or field.auto_created:
        return display_for_value(value, empty, getattr(attribute, "boolean", False))
    if isinstance(field, ForeignKey):
        return getattr(thing, field.name) or empty
    return display_for_field(value, field, empty)


def _url(changes: ChangeList, thing: Any) -> str:
    """The thing's form, from which one comes back to the list as it was narrowed."""
    opts: Any = {"preserved_filters": changes.preserved_filters, "opts": changes.opts}
    return add_preserved_filters(opts, changes.url_for_result(thing))
