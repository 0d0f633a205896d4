"""What sections, authors and tags share at the desk: a row of words for each language, with an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles import addresses, tagging
from articles.models import AddressedText
from jobs import outbox


class PartOfParent:
    """An inline's rows are part of the thing above them: who may change that may change these."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


class Gone:
    """Stands for a row that was there when the form was opened."""

    pk = None

    def __str__(self) -> str:
        return str(_("Removed meanwhile"))


class SteadyFormSet(BaseInlineFormSet):
    """Shows every row that was sent, also one whose row somebody else has removed meanwhile."""

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        if not self.is_bound:
            return rows
        return [*rows, *(Gone() for _row in range(self.initial_form_count() - len(rows)))]


class OncePerLanguage(BaseInlineFormSet):
    """One row for each language at most, and one at least."""

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


class AddressedTextForm(forms.ModelForm):
    """Makes the slug from the name where it is empty, and refuses an address that another page has."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        text: AddressedText = self.instance
        name, language, slug = data.get("name"), data.get("language"), data.get("slug")
        if not name or not language:
            return data
        text.name, text.language = name, language
        if not slug:
            data["slug"] = tagging.free_slug(text)
            return data
        text.slug = slug
        owner = {f"{text.OWNER}_id": text.owner_id} if text.owner_id else {f"{text.OWNER}_id": 0}
        if not addresses.is_free(text.path, **owner):
            self.add_error("slug", _("Another page has this address. Change the slug."))
        return data


class AddressedTextInline(PartOfParent, admin.StackedInline):
    """A row of words for each language."""

    form = AddressedTextForm
    formset = OncePerLanguage
    extra = 0
    min_num = 1

    def get_max_num(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(settings.LANGUAGES)


class AddressedAdmin(admin.ModelAdmin):
    """After a save every text's address leads to its page, and caches hear of it."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for text in form.instance.texts.all():
            addresses.settle(text)
        outbox.post("purge", {"keys": [f"{self.opts.model_name}-{form.instance.pk}", "site"]})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its address would lead nowhere; retire it by hiding instead."""
        return False
