"""What sections, authors and tags share at the desk: a row of words for each language, with an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from articles import addresses, tagging
from articles.models import AddressedText
from jobs import outbox
from outlet.texts import TextInline


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


class EachLanguageInline(PartOfParent, TextInline):
    """A card of words for each language."""


class AddressedTextInline(EachLanguageInline):
    """The same for what has an address."""

    form = AddressedTextForm


class AddressedAdmin(admin.ModelAdmin):
    """After a save every text's address leads to its page, and caches hear of it."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for text in form.instance.texts.all():
            addresses.settle(text)
        outbox.post("purge", {"keys": [f"{self.opts.model_name}-{form.instance.pk}", "site"]})

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Beside the form stands where its pages are."""
        owner = kwargs.get("obj")
        texts = owner.texts.all() if owner is not None else []
        context["pages"] = [(text.get_language_display(), text.path) for text in texts if text.slug]
        return super().render_change_form(request, context, *args, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its address would lead nowhere; retire it by hiding instead."""
        return False
