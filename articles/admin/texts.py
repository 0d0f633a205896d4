"""What sections, authors and tags share at the desk: a row of words for each language, with an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from activity.models import Entry
from activity.verbs import title
from articles import addresses, merging, tagging
from articles.actions import shelves as verbs
from articles.admin import shelves
from articles.models import AddressedText
from articles.refusals import Refused
from outlet.clock import in_the_outlets_time
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
    """After a save every text's address leads to its page, and caches hear of it.

    What is no longer wanted is retired or merged; what was merged is no longer here.
    """

    change_form_template = "admin/articles/shelf/change_form.html"
    object_history_template = "admin/articles/shelf/history.html"
    actions = ("merge_selected", "retire_selected")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(merged_into=None)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method == "POST":
            # it cannot be merged while its words are being written
            self.model._default_manager.select_for_update(of=("self",)).get(pk=found.pk)
        return found

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        stored = self.model._default_manager.filter(pk=form.instance.pk).first() if change else None
        form.words_before = merging.words_of(stored) if stored else {}
        return super().save_form(request, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        verbs.settle(form.instance, by=request.user, before=form.words_before)  # type: ignore[arg-type]

    def changeform_view(self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any) -> Any:
        if survivor := shelves.merged_into(self.model, object_id):
            messages.info(request, _("This was merged into “%(name)s”.") % {"name": survivor})
            return HttpResponseRedirect(shelves.form_of(survivor))
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except Refused as refusal:
            # another page took the address while this one was being saved
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.get_full_path())

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Beside the form stands where its pages are, and what else can be done with it."""
        owner = kwargs.get("obj")
        if owner is not None:
            texts = owner.texts.all()
            context["pages"] = [(text.get_language_display(), text.path) for text in texts if text.slug]
            context["shelf"] = owner
            context["upkeep"] = shelves.buttons(owner, request.user)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        return shelves.urls(self) + super().get_urls()

    @in_the_outlets_time
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        about = {"subject_type": self.opts.label_lower, "subject_id": object_id if object_id.isdigit() else 0}
        entries = [(entry, title(entry.verb)) for entry in Entry.objects.filter(**about).select_related("by")]
        return super().history_view(request, object_id, {"entries": entries, **(extra_context or {})})

    # --- who may what ---

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its address would lead nowhere; it can be retired or merged instead."""
        return False

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Asked by the action of the list."""
        return verbs.may_merge(self.model, request.user)  # type: ignore[arg-type]

    @admin.action(description=_("Merge…"), permissions=["merge"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        """To the page that asks which of them stays."""
        return shelves.to_page(queryset, "merge")

    @admin.action(description=_("Retire…"), permissions=["change"])
    def retire_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        """To the page that says what that means."""
        return shelves.to_page(queryset, "retire")
