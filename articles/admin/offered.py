"""Choosing a section, a tag or an author for an article: what is retired can be kept, but not chosen anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin import listing
from articles.models import Article, Shelf, Tag
from articles.slugs import fold


class ShelfChoice(forms.ModelChoiceField):
    """One of those that are offered. What was merged while the form was open counts as what it became."""

    default_error_messages = {"invalid_choice": _("This is retired or no longer here. Choose another one.")}

    def keep(self, number: int | None) -> None:
        """Offers the present one too, whatever became of it."""
        shelves = self.queryset.model.objects  # type: ignore[union-attr]
        self.queryset = (shelves.offered() | shelves.filter(pk=number)).prefetch_related("texts")

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            survivors = self.queryset.model.objects.survivors([int(value)]) if str(value).isdigit() else {}  # type: ignore[union-attr]
            if not survivors:
                raise
            return super().to_python(survivors[int(value)])

    def label_from_instance(self, obj: Shelf) -> str:  # type: ignore[override]
        return listing.label(obj)


def refuse_retired_tags(names: Iterable[str], article: Article) -> None:
    """Raises where a tag was typed that is retired, unless the article has it already."""
    folded = [fold(name)[:120] for name in names]
    present = set(article.tagged.values_list("tag_id", flat=True)) if article.pk else set()
    for tag in Tag.objects.filter(folded__in=folded).select_related("merged_into"):
        if tag.survivor.is_retired and tag.survivor.pk not in present:
            raise forms.ValidationError(
                _("The tag “%(name)s” is retired. Choose another one."), code="retired", params={"name": tag.survivor}
            )
