"""Bylines on the article's form."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from articles.admin.offered import ShelfChoice
from articles.admin.texts import PartOfParent, SteadyFormSet
from articles.admin.widgets import Pick
from articles.models import Byline


class BylineForm(ModelForm):
    """One row; the author is chosen in a dialog."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        author: Any = self.fields["author"]
        author.widget = Pick("author")
        author.keep(self.instance.author_id)


class BylineInline(PartOfParent, admin.TabularInline):
    """Who stands under the story, in this order."""

    model = Byline
    form = BylineForm
    formset = SteadyFormSet
    template = "admin/articles/article/rows.html"
    extra = 0
    fields = ("order", "author", "role", "text")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **kwargs | {"form_class": ShelfChoice})

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> None:
        """No choices are listed, so they need no order."""
