"""Words in each language at the desk: one card a language, all of them on the page, none to be added or sorted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from outlet.languages import choices, codes


class OncePerLanguage(BaseInlineFormSet):
    """One row for each language at most, and one at least. An empty card begins with the language that it is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            # what was sent, lest a card that nobody touched counts as changed because rows have come meanwhile
            cards = range(self.initial_form_count(), self.total_form_count())
            languages = [self.data.get(f"{self.add_prefix(card)}-language", "") for card in cards]
        else:
            there = {row.language for row in self.get_queryset()}
            languages = [code for code in codes() if code not in there]
        self.initial_extra = [{"language": language} for language in languages]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["language"].widget = forms.HiddenInput()
        language = form["language"].value()
        form.language_name = dict(choices()).get(language, "")
        for name in form.fields.keys() - {"slug"}:
            form.fields[name].widget.attrs["lang"] = language

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            data = getattr(form, "cleaned_data", {})
            language = data.get("language")
            if not data or data.get("DELETE") or (not form.has_changed() and not form.instance.pk):
                continue
            if language in seen:
                form.add_error("language", _("There is a row for this language already."))
            seen.add(str(language))


class TextInline(admin.StackedInline):
    """A card of words for each language of the paper; rows of a language that it no longer has are left alone."""

    formset = OncePerLanguage
    template = "admin/edit_inline/texts.html"
    min_num = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(language__in=codes()).order_by("pk")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(codes())

    def get_max_num(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(codes())
