"""The log, to be read only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from activity import verbs
from activity.models import Entry


class VerbFilter(admin.SimpleListFilter):
    """Entries of one verb; the choices come from memory, not from a scan of the whole log."""

    title = _("what")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return sorted(((verb, verbs.title(verb)) for verb in verbs.TITLES), key=lambda choice: choice[1])

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Entry]) -> models.QuerySet[Entry]:
        return queryset.filter(verb=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """What a person did, and what was done to their account."""

    title = _("person")
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        people = sorted(get_user_model().objects.all(), key=str)
        return [(str(person.pk), str(person)) for person in people]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Entry]) -> models.QuerySet[Entry]:
        chosen = self.value() or ""
        if not chosen.isdecimal():
            return queryset
        account = {"subject_type": get_user_model()._meta.label_lower, "subject_id": int(chosen)}
        return queryset.filter(models.Q(by_id=int(chosen)) | models.Q(**account))


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """Whoever may see the log sees all of it; nobody adds, changes or deletes anything in it."""

    list_display = ["at", "by", "what", "subject_name", "note"]
    list_filter = [PersonFilter, VerbFilter, "at"]
    list_select_related = ["by"]
    search_fields = ["^subject_name"]
    search_help_text = _("The beginning of a headline or a name")
    nothing_here = _("Nobody has done anything yet.")
    show_full_result_count = False
    fields = ["at", "by", "what", "subject_name", "note", "particulars"]

    @admin.display(description=_("what"), ordering="verb")
    def what(self, entry: Entry) -> str:
        return verbs.title(entry.verb)

    @admin.display(description=_("details"))
    def particulars(self, entry: Entry) -> str:
        """What belongs to the deed, a line each."""
        lines = [
            (name, ", ".join(value) if isinstance(value, list) else value) for name, value in entry.details.items()
        ]
        return format_html_join("", "<div>{}: {}</div>", lines)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False
